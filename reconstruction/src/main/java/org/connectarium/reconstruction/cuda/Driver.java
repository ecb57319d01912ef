package org.connectarium.reconstruction.cuda;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.connectarium.ingest.volume.BadInputException;
import org.jspecify.annotations.Nullable;

/// The driver of NVIDIA cards, called through the foreign-function interface. Knows the functions
/// by their names in the CUDA driver API, and turns every result but success into an exception.
final class Driver {
  private static final String LIBRARY = "libcuda.so.1";
  private static final MemoryLayout[] LAUNCH = {
    ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS,
    ADDRESS
  };

  /* Functions and the kinds of their arguments. */
  private static final Map<String, MemoryLayout[]> FUNCTIONS =
      Map.ofEntries(
          function("cuInit", JAVA_INT),
          function("cuDriverGetVersion", ADDRESS),
          function("cuDeviceGetCount", ADDRESS),
          function("cuDeviceGet", ADDRESS, JAVA_INT),
          function("cuDeviceGetName", ADDRESS, JAVA_INT, JAVA_INT),
          function("cuDeviceGetAttribute", ADDRESS, JAVA_INT, JAVA_INT),
          function("cuDevicePrimaryCtxRetain", ADDRESS, JAVA_INT),
          function("cuDevicePrimaryCtxRelease_v2", JAVA_INT),
          function("cuCtxSetCurrent", ADDRESS),
          function("cuCtxSynchronize"),
          function("cuMemGetInfo_v2", ADDRESS, ADDRESS),
          function("cuMemAlloc_v2", ADDRESS, JAVA_LONG),
          function("cuMemFree_v2", JAVA_LONG),
          function("cuMemHostAlloc", ADDRESS, JAVA_LONG, JAVA_INT),
          function("cuMemFreeHost", ADDRESS),
          function("cuMemcpyHtoD_v2", JAVA_LONG, ADDRESS, JAVA_LONG),
          function("cuMemcpyDtoH_v2", ADDRESS, JAVA_LONG, JAVA_LONG),
          function("cuModuleLoadData", ADDRESS, ADDRESS),
          function("cuModuleUnload", ADDRESS),
          function("cuModuleGetFunction", ADDRESS, ADDRESS, ADDRESS),
          function("cuFuncSetAttribute", ADDRESS, JAVA_INT, JAVA_INT),
          function("cuLaunchKernel", LAUNCH),
          function("cuEventCreate", ADDRESS, JAVA_INT),
          function("cuEventRecord", ADDRESS, ADDRESS),
          function("cuEventSynchronize", ADDRESS),
          function("cuEventElapsedTime", ADDRESS, ADDRESS, ADDRESS),
          function("cuEventDestroy_v2", ADDRESS),
          function(
              "cuTensorMapEncodeTiled",
              ADDRESS,
              JAVA_INT,
              JAVA_INT,
              JAVA_LONG,
              ADDRESS,
              ADDRESS,
              ADDRESS,
              ADDRESS,
              JAVA_INT,
              JAVA_INT,
              JAVA_INT,
              JAVA_INT));

  private static final ReentrantLock LOADING = new ReentrantLock();
  private static @Nullable Driver loaded;

  private final SymbolLookup library;
  private final Map<String, MethodHandle> handles = new HashMap<>();
  private final MethodHandle launcher;

  /// The driver said no.
  static final class DriverException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;

    DriverException(int code, String message) {
      super(message);
      this.code = code;
    }

    /// Whether the card has too little free memory.
    boolean isOutOfMemory() {
      return code == 2;
    }
  }

  private Driver(SymbolLookup library) {
    this.library = library;
    this.launcher = handle("cuLaunchKernel");
  }

  /// Whether this machine has the library of the driver.
  static boolean exists() {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(LIBRARY, arena);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// The driver of this machine.
  ///
  /// @throws BadInputException if there is none, or none that works
  static Driver get() {
    LOADING.lock();
    try {
      if (loaded == null) {
        SymbolLookup library;
        try {
          library = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
        } catch (IllegalArgumentException e) {
          throw new BadInputException(
              "No NVIDIA driver on this machine ("
                  + LIBRARY
                  + " is not found); install one, or set predict.engine to auto or dl4j",
              e);
        }
        Driver driver = new Driver(library);
        try {
          driver.call("cuInit", 0);
        } catch (DriverException e) {
          throw new BadInputException("The NVIDIA driver does not start: " + e.getMessage(), e);
        }
        loaded = driver;
      }
      return loaded;
    } finally {
      LOADING.unlock();
    }
  }

  /// Calls a function.
  ///
  /// @throws DriverException if its result is not success
  void call(String function, Object... arguments) {
    int result;
    try {
      result = (int) handle(function).invokeWithArguments(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    if (result != 0) {
      throw new DriverException(result, function + " failed: " + explanation(result));
    }
  }

  /// Starts a kernel.
  ///
  /// @param pointers to the values of its arguments
  void launch(MemorySegment function, Launch launch, MemorySegment pointers) {
    int result;
    try {
      result =
          (int)
              launcher.invokeExact(
                  function,
                  launch.grid().get(0).intValue(),
                  launch.grid().get(1).intValue(),
                  launch.grid().get(2).intValue(),
                  launch.threads(),
                  1,
                  1,
                  launch.shared(),
                  MemorySegment.NULL,
                  pointers,
                  MemorySegment.NULL);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    if (result != 0) {
      throw new DriverException(
          result, "kernel " + launch.kernel() + " does not start: " + explanation(result));
    }
  }

  /// A number that a function writes to its first argument.
  int number(String function, Object... more) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment to = arena.allocate(JAVA_INT);
      call(function, with(to, more));
      return to.get(JAVA_INT, 0);
    }
  }

  /// A handle or an address on the card that a function writes to its first argument.
  MemorySegment handleFrom(String function, Object... more) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment to = arena.allocate(ADDRESS);
      call(function, with(to, more));
      return to.get(ADDRESS, 0);
    }
  }

  private static Object[] with(MemorySegment first, Object[] more) {
    Object[] all = new Object[more.length + 1];
    all[0] = first;
    System.arraycopy(more, 0, all, 1, more.length);
    return all;
  }

  private MethodHandle handle(String function) {
    return handles.computeIfAbsent(
        function,
        name ->
            Linker.nativeLinker()
                .downcallHandle(
                    library
                        .find(name)
                        .orElseThrow(
                            () ->
                                new BadInputException(
                                    "The NVIDIA driver is too old: it has no function "
                                        + name
                                        + "; install version 550 or later")),
                    FunctionDescriptor.of(JAVA_INT, FUNCTIONS.get(name))));
  }

  private String explanation(int result) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment to = arena.allocate(ADDRESS);
      MethodHandle name =
          Linker.nativeLinker()
              .downcallHandle(
                  library.find("cuGetErrorString").orElseThrow(),
                  FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
      int known = (int) name.invokeExact(result, to);
      return known == 0
          ? to.get(ADDRESS, 0).reinterpret(Long.MAX_VALUE).getString(0) + " (" + result + ")"
          : "error " + result;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map.Entry<String, MemoryLayout[]> function(
      String name, MemoryLayout... arguments) {
    return Map.entry(name, List.of(arguments).toArray(new MemoryLayout[0]));
  }
}
