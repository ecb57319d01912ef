package org.connectarium.reconstruction.boosting;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// A model inside LightGBM, to compare its own prediction with ours.
public final class LibraryModel implements AutoCloseable {
  private static final int FLOAT32 = 0;
  private static final int RAW_SCORES = 1;

  private final LightGbm library = LightGbm.get();
  private final MemorySegment handle;

  private LibraryModel(MemorySegment handle) {
    this.handle = handle;
  }

  static LibraryModel untrained(Dataset dataset, String settings) {
    LightGbm library = LightGbm.get();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
      library.call(library.boosterCreate, dataset.handle(), arena.allocateFrom(settings), out);
      return new LibraryModel(out.get(ValueLayout.ADDRESS, 0));
    }
  }

  /// Reads a model as LightGBM writes it.
  public static LibraryModel parse(String text) {
    LightGbm library = LightGbm.get();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
      library.call(
          library.boosterLoadModelFromString,
          arena.allocateFrom(text),
          arena.allocate(ValueLayout.JAVA_INT),
          out);
      return new LibraryModel(out.get(ValueLayout.ADDRESS, 0));
    }
  }

  /// Grows one tree.
  ///
  /// @return whether there was a tree to grow
  boolean grow() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment finished = arena.allocate(ValueLayout.JAVA_INT);
      library.call(library.boosterUpdateOneIter, handle, finished);
      return finished.get(ValueLayout.JAVA_INT, 0) == 0;
    }
  }

  /// The model as text.
  String text() {
    long bytes = 1 << 20;
    while (true) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment length = arena.allocate(ValueLayout.JAVA_LONG);
        MemorySegment text = arena.allocate(bytes);
        library.call(library.boosterSaveModelToString, handle, 0, -1, 0, bytes, length, text);
        long needed = length.get(ValueLayout.JAVA_LONG, 0);
        if (needed <= bytes) {
          return text.getString(0);
        }
        bytes = needed;
      }
    }
  }

  /// Scores of rows, as [Trees#scores].
  public double[] scores(float[] rows, int n, int threads) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment data = arena.allocateFrom(Samples.FLOAT, rows);
      MemorySegment out = arena.allocate(ValueLayout.JAVA_DOUBLE, n);
      library.call(
          library.boosterPredictForMat,
          handle,
          data,
          FLOAT32,
          n,
          rows.length / n,
          1,
          RAW_SCORES,
          0,
          -1,
          arena.allocateFrom("verbosity=-1 num_threads=" + threads),
          arena.allocate(ValueLayout.JAVA_LONG),
          out);
      return Arrays.copyOf(out.toArray(ValueLayout.JAVA_DOUBLE), n);
    }
  }

  @Override
  public void close() {
    library.call(library.boosterFree, handle);
  }
}
