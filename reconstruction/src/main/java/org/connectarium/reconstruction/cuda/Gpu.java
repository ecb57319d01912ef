package org.connectarium.reconstruction.cuda;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.connectarium.ingest.volume.BadInputException;

/// One card with our kernels on it. Everything runs in order; only [#synchronize] and the copies
/// wait.
final class Gpu implements AutoCloseable {
  private static final int CAPABILITY_MAJOR = 75;
  private static final int CAPABILITY_MINOR = 76;
  private static final int DYNAMIC_SHARED = 8;
  private static final int FREE_SHARED = 48 * 1024;
  private static final int HALF_TENSOR = 6;
  private static final int PROMOTE_128 = 2;

  private final Driver driver;
  private final int device;
  private final String name;
  private final int capability;
  private final MemorySegment context;
  private final List<MemorySegment> modules = new ArrayList<>();
  private final Map<String, MemorySegment> functions = new HashMap<>();

  /// Opens a card.
  ///
  /// @param ordinal number of the card, from 0
  /// @throws BadInputException if there is no such card or it is too old
  Gpu(int ordinal) {
    driver = Driver.get();
    int count = driver.number("cuDeviceGetCount");
    if (ordinal < 0 || ordinal >= count) {
      throw new BadInputException(
          "No NVIDIA card " + ordinal + ": this machine has " + count + ", counted from 0");
    }
    device = driver.number("cuDeviceGet", ordinal);
    name = readName();
    capability =
        10 * driver.number("cuDeviceGetAttribute", CAPABILITY_MAJOR, device)
            + driver.number("cuDeviceGetAttribute", CAPABILITY_MINOR, device);
    if (capability < 80) {
      throw new BadInputException(
          name
              + " has compute capability "
              + capability / 10
              + "."
              + capability % 10
              + "; 8.0 or later is needed");
    }
    context = driver.handleFrom("cuDevicePrimaryCtxRetain", device);
    driver.call("cuCtxSetCurrent", context);
    modules.add(load("portable.ptx"));
    if (hopper()) {
      modules.add(load("hopper.cubin"));
    }
  }

  /// Name of the card.
  String name() {
    return name;
  }

  /// Whether it has compute capability 9.0.
  boolean hopper() {
    return capability == 90;
  }

  /// Free memory in bytes.
  long freeBytes() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment free = arena.allocate(JAVA_LONG);
      driver.call("cuMemGetInfo_v2", free, arena.allocate(JAVA_LONG));
      return free.get(JAVA_LONG, 0);
    }
  }

  /// Takes memory on the card.
  ///
  /// @return its address
  /// @throws BadInputException if there is too little
  long allocate(long bytes) {
    try {
      return driver.handleFrom("cuMemAlloc_v2", bytes).address();
    } catch (Driver.DriverException e) {
      if (e.isOutOfMemory()) {
        throw new BadInputException(
            name
                + " has "
                + (freeBytes() >> 20)
                + " MiB free but "
                + (bytes >> 20)
                + " MiB are needed; end what else runs on it, or use smaller tiles",
            e);
      }
      throw e;
    }
  }

  void free(long address) {
    driver.call("cuMemFree_v2", address);
  }

  /// Takes memory of the machine from which the card copies quickly.
  MemorySegment allocateHost(long bytes) {
    return driver.handleFrom("cuMemHostAlloc", bytes, 0).reinterpret(bytes);
  }

  void freeHost(MemorySegment memory) {
    driver.call("cuMemFreeHost", memory);
  }

  /// Copies to the card.
  void upload(long to, MemorySegment from) {
    if (from.isNative()) {
      driver.call("cuMemcpyHtoD_v2", to, from, from.byteSize());
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      driver.call(
          "cuMemcpyHtoD_v2",
          to,
          arena.allocate(from.byteSize(), 16).copyFrom(from),
          from.byteSize());
    }
  }

  /// Copies from the card, after all that was started.
  void download(MemorySegment to, long from) {
    driver.call("cuMemcpyDtoH_v2", to, from, to.byteSize());
  }

  /// Waits for everything that was started.
  void synchronize() {
    driver.call("cuCtxSynchronize");
  }

  /// Makes the card's work of this thread's calls its own; needed once per thread.
  void enter() {
    driver.call("cuCtxSetCurrent", context);
  }

  /// Kernels with their arguments, ready to be started again and again.
  final class Program implements AutoCloseable {
    private final Arena arena = Arena.ofShared();
    private final List<Launch> launches;
    private final List<MemorySegment> functions = new ArrayList<>();
    private final List<MemorySegment> arguments = new ArrayList<>();

    /// Prepares kernels.
    ///
    /// @param activations address of the activations
    /// @param weights address of the weights
    Program(List<Launch> launches, long activations, long weights) {
      this.launches = launches;
      for (Launch launch : launches) {
        functions.add(function(launch.kernel(), launch.shared()));
        int count = launch.arguments().size();
        MemorySegment pointers = arena.allocate(ADDRESS, count);
        for (int i = 0; i < count; i++) {
          pointers.setAtIndex(
              ADDRESS, i, value(arena, launch.arguments().get(i), activations, weights));
        }
        arguments.add(pointers);
      }
    }

    /// Starts them all in order and does not wait.
    void start() {
      for (int i = 0; i < launches.size(); i++) {
        driver.launch(functions.get(i), launches.get(i), arguments.get(i));
      }
    }

    /// Seconds of each kernel, the median of so many runs of all.
    double[] profile(int runs) {
      double[][] seconds = new double[launches.size()][runs];
      for (int run = 0; run < runs; run++) {
        for (int i = 0; i < launches.size(); i++) {
          int which = i;
          seconds[i][run] =
              seconds(
                  () ->
                      driver.launch(
                          functions.get(which), launches.get(which), arguments.get(which)));
        }
      }
      return Arrays.stream(seconds)
          .mapToDouble(s -> Arrays.stream(s).sorted().toArray()[runs / 2])
          .toArray();
    }

    @Override
    public void close() {
      arena.close();
    }
  }

  /// Seconds that the card takes for some work.
  double seconds(Runnable work) {
    MemorySegment begin = driver.handleFrom("cuEventCreate", 0);
    MemorySegment end = driver.handleFrom("cuEventCreate", 0);
    try (Arena arena = Arena.ofConfined()) {
      driver.call("cuEventRecord", begin, MemorySegment.NULL);
      work.run();
      driver.call("cuEventRecord", end, MemorySegment.NULL);
      driver.call("cuEventSynchronize", end);
      MemorySegment milliseconds = arena.allocate(JAVA_FLOAT);
      driver.call("cuEventElapsedTime", milliseconds, begin, end);
      return milliseconds.get(JAVA_FLOAT, 0) / 1e3;
    } finally {
      driver.call("cuEventDestroy_v2", begin);
      driver.call("cuEventDestroy_v2", end);
    }
  }

  @Override
  public void close() {
    enter();
    modules.forEach(m -> driver.call("cuModuleUnload", m));
    driver.call("cuDevicePrimaryCtxRelease_v2", device);
  }

  private MemorySegment value(
      Arena arena, Launch.Argument argument, long activations, long weights) {
    return switch (argument) {
      case Launch.Activations a -> arena.allocateFrom(JAVA_LONG, activations + a.offset());
      case Launch.Weights w -> arena.allocateFrom(JAVA_LONG, weights + w.offset());
      case Launch.Nowhere n -> arena.allocateFrom(JAVA_LONG, 0L);
      case Launch.Int32 n -> arena.allocateFrom(JAVA_INT, n.value());
      case Launch.Int64 c -> arena.allocateFrom(JAVA_LONG, c.value());
      case Launch.Boxes b -> tensorMap(arena, b, activations);
    };
  }

  private MemorySegment tensorMap(Arena arena, Launch.Boxes boxes, long activations) {
    MemorySegment map = arena.allocate(128, 64);
    driver.call(
        "cuTensorMapEncodeTiled",
        map,
        HALF_TENSOR,
        4,
        activations + boxes.offset(),
        arena.allocateFrom(
            JAVA_LONG,
            8L * boxes.size().get(0),
            boxes.size().get(1),
            boxes.size().get(2),
            boxes.size().get(3)),
        arena.allocateFrom(JAVA_LONG, boxes.strides().stream().mapToLong(v -> 16 * v).toArray()),
        arena.allocateFrom(JAVA_INT, boxes.box().stream().mapToInt(Integer::intValue).toArray()),
        arena.allocateFrom(JAVA_INT, 1, 1, 1, 1),
        0,
        0,
        PROMOTE_128,
        0);
    return map;
  }

  private MemorySegment function(String kernel, int shared) {
    return functions.computeIfAbsent(
        kernel,
        k -> {
          try (Arena arena = Arena.ofConfined()) {
            Driver.DriverException last = null;
            for (MemorySegment module : modules) {
              try {
                MemorySegment function =
                    driver.handleFrom("cuModuleGetFunction", module, arena.allocateFrom(k));
                if (shared > FREE_SHARED) {
                  driver.call("cuFuncSetAttribute", function, DYNAMIC_SHARED, shared);
                }
                return function;
              } catch (Driver.DriverException e) {
                last = e;
              }
            }
            throw new IllegalStateException("no kernel " + k, last);
          }
        });
  }

  private MemorySegment load(String image) {
    try (InputStream in = Gpu.class.getResourceAsStream("/cuda/" + image + ".gz");
        Arena arena = Arena.ofConfined()) {
      if (in == null) {
        throw new IllegalStateException("no resource /cuda/" + image + ".gz");
      }
      byte[] bytes = new GZIPInputStream(in).readAllBytes();
      MemorySegment data = arena.allocate(bytes.length + 1L, 64); // text must end in zero
      MemorySegment.copy(MemorySegment.ofArray(bytes), 0, data, 0, bytes.length);
      try {
        return driver.handleFrom("cuModuleLoadData", data);
      } catch (Driver.DriverException e) {
        throw new BadInputException(
            "The NVIDIA driver cannot load the kernels for "
                + name
                + " ("
                + e.getMessage()
                + "); install driver 550 or later",
            e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String readName() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocate(256);
      driver.call("cuDeviceGetName", text, 256, device);
      return text.getString(0);
    }
  }
}
