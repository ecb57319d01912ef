package org.connectarium.reconstruction.boosting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.connectarium.ingest.volume.BadInputException;
import org.jspecify.annotations.Nullable;

/// The C interface of LightGBM 4.3, called through `java.lang.foreign`.
///
/// The native library comes in the jar of LightGBM4J, whose own Java classes are not used: they
/// hand over a matrix value by value and know neither subsets nor rows in chunks. It needs the
/// OpenMP library `libgomp.so.1`; where the system has none, the copy that comes with ND4J is
/// taken.
final class LightGbm {
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final MemoryLayout POINTER = ValueLayout.ADDRESS;
  private static final String OPENMP = "libgomp.so.1";
  static final String OPENMP_OF_ND4J =
      "/org/nd4j/linalg/cpu/nativecpu/bindings/linux-x86_64-onednn/" + OPENMP;

  private static volatile @Nullable LightGbm loaded;

  final MethodHandle datasetCreateFromMats;
  final MethodHandle datasetGetSubset;
  final MethodHandle datasetSetField;
  final MethodHandle datasetFree;
  final MethodHandle boosterCreate;
  final MethodHandle boosterUpdateOneIter;
  final MethodHandle boosterSaveModelToString;
  final MethodHandle boosterLoadModelFromString;
  final MethodHandle boosterPredictForMat;
  final MethodHandle boosterFree;
  private final MethodHandle getLastError;

  private LightGbm(SymbolLookup symbols) {
    datasetCreateFromMats =
        function(
            symbols,
            "DatasetCreateFromMats",
            INT,
            POINTER,
            INT,
            POINTER,
            INT,
            INT,
            POINTER,
            POINTER,
            POINTER);
    datasetGetSubset =
        function(symbols, "DatasetGetSubset", POINTER, POINTER, INT, POINTER, POINTER);
    datasetSetField = function(symbols, "DatasetSetField", POINTER, POINTER, POINTER, INT, INT);
    datasetFree = function(symbols, "DatasetFree", POINTER);
    boosterCreate = function(symbols, "BoosterCreate", POINTER, POINTER, POINTER);
    boosterUpdateOneIter = function(symbols, "BoosterUpdateOneIter", POINTER, POINTER);
    boosterSaveModelToString =
        function(
            symbols, "BoosterSaveModelToString", POINTER, INT, INT, INT, LONG, POINTER, POINTER);
    boosterLoadModelFromString =
        function(symbols, "BoosterLoadModelFromString", POINTER, POINTER, POINTER);
    boosterPredictForMat =
        function(
            symbols,
            "BoosterPredictForMat",
            POINTER,
            POINTER,
            INT,
            INT,
            INT,
            INT,
            INT,
            INT,
            INT,
            POINTER,
            POINTER,
            POINTER);
    boosterFree = function(symbols, "BoosterFree", POINTER);
    getLastError =
        Linker.nativeLinker()
            .downcallHandle(
                symbols.findOrThrow("LGBM_GetLastError"),
                FunctionDescriptor.of(
                    ValueLayout.ADDRESS.withTargetLayout(
                        MemoryLayout.sequenceLayout(4096, ValueLayout.JAVA_BYTE))));
  }

  private static MethodHandle function(
      SymbolLookup symbols, String name, MemoryLayout... arguments) {
    return Linker.nativeLinker()
        .downcallHandle(symbols.findOrThrow("LGBM_" + name), FunctionDescriptor.of(INT, arguments));
  }

  /// The library, loaded on the first call.
  ///
  /// @throws BadInputException if it cannot run on this machine
  static LightGbm get() {
    LightGbm library = loaded;
    if (library == null) {
      synchronized (LightGbm.class) {
        library = loaded;
        if (library == null) {
          library = load();
          loaded = library;
        }
      }
    }
    return library;
  }

  private static LightGbm load() {
    String resource = resource(System.getProperty("os.name"), System.getProperty("os.arch"));
    if (resource.endsWith(".so")) {
      loadOpenMp();
    }
    try {
      return new LightGbm(extracted(resource));
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "LightGBM, which trains classifiers, cannot start: "
              + e.getMessage()
              + "; it needs glibc 2.29 or later and "
              + OPENMP
              + ", for example 'apt install libgomp1'. Models that are trained work without",
          e);
    }
  }

  /// Where the native library of a machine lies in the jar.
  ///
  /// @throws BadInputException if there is none
  static String resource(String system, String processor) {
    String os = system.toLowerCase(Locale.ROOT);
    String arch = processor.equals("amd64") ? "x86_64" : processor;
    boolean known = arch.equals("x86_64") || arch.equals("aarch64");
    if (known && os.startsWith("linux")) {
      return "/lightgbm4j/linux/" + arch + "/lib_lightgbm.so";
    }
    if (known && os.startsWith("mac")) {
      return "/lightgbm4j/osx/" + arch + "/lib_lightgbm.dylib";
    }
    if (arch.equals("x86_64") && os.startsWith("windows")) {
      return "/lightgbm4j/windows/x86_64/lib_lightgbm.dll";
    }
    throw new BadInputException(
        "Classifiers cannot be trained on "
            + system
            + " "
            + processor
            + ": LightGBM comes for Linux and macOS on x86_64 and aarch64, and Windows on x86_64;"
            + " train elsewhere, models work everywhere");
  }

  private static void loadOpenMp() {
    try {
      SymbolLookup.libraryLookup(OPENMP, Arena.global());
    } catch (IllegalArgumentException e) {
      if (LightGbm.class.getResource(OPENMP_OF_ND4J) != null) {
        extracted(OPENMP_OF_ND4J); // LightGBM finds it by the name inside the file
      }
    }
  }

  private static SymbolLookup extracted(String resource) {
    try (InputStream in = LightGbm.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + resource);
      }
      Path file = Files.createTempFile("connectarium-", resource.replace('/', '-'));
      file.toFile().deleteOnExit();
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return SymbolLookup.libraryLookup(file, Arena.global());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Calls a function that returns 0 where it did its work.
  ///
  /// @throws BadInputException with the library's own words where it did not
  void call(MethodHandle function, Object... arguments) {
    try {
      int status = (int) function.invokeWithArguments(arguments);
      if (status != 0) {
        MemorySegment text = (MemorySegment) getLastError.invokeExact();
        throw new BadInputException("LightGBM cannot train: " + text.getString(0));
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
