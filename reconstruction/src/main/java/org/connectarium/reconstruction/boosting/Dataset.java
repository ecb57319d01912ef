package org.connectarium.reconstruction.boosting;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// Binned rows inside LightGBM: at most 255 bins a feature, one byte a value.
final class Dataset implements AutoCloseable {
  private static final int FLOAT32 = 0;

  private final LightGbm library = LightGbm.get();
  private final MemorySegment handle;

  private Dataset(MemorySegment handle) {
    this.handle = handle;
  }

  /// Bins the features of all samples; labels are not looked at.
  static Dataset of(Samples samples, String settings) {
    int rows = samples.rows();
    int perChunk = samples.rowsPerChunk();
    List<MemorySegment> chunks = samples.chunks();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment data = arena.allocate(ValueLayout.ADDRESS, chunks.size());
      MemorySegment counts = arena.allocate(ValueLayout.JAVA_INT, chunks.size());
      for (int i = 0; i < chunks.size(); i++) {
        data.setAtIndex(ValueLayout.ADDRESS, i, chunks.get(i));
        counts.setAtIndex(
            ValueLayout.JAVA_INT, i, Math.min(perChunk, rows - Math.multiplyExact(i, perChunk)));
      }
      return create(data, counts, chunks.size(), samples.features().size(), settings, arena);
    }
  }

  /// Bins some features of some samples.
  static Dataset of(Samples samples, int[] rows, int[] columns, String settings) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment values = arena.allocate(4L * rows.length * columns.length, 64);
      float[] row = new float[columns.length];
      for (int i = 0; i < rows.length; i++) {
        samples.copy(rows[i], columns, row, 0);
        MemorySegment.copy(row, 0, values, Samples.FLOAT, 4L * i * row.length, row.length);
      }
      MemorySegment data = arena.allocate(ValueLayout.ADDRESS);
      data.set(ValueLayout.ADDRESS, 0, values);
      MemorySegment counts = arena.allocateFrom(ValueLayout.JAVA_INT, rows.length);
      return create(data, counts, 1, columns.length, settings, arena);
    }
  }

  private static Dataset create(
      MemorySegment data,
      MemorySegment counts,
      int parts,
      int columns,
      String settings,
      Arena arena) {
    LightGbm library = LightGbm.get();
    MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
    library.call(
        library.datasetCreateFromMats,
        parts,
        data,
        FLOAT32,
        counts,
        columns,
        1,
        arena.allocateFrom(settings),
        MemorySegment.NULL,
        out);
    return new Dataset(out.get(ValueLayout.ADDRESS, 0));
  }

  /// Some of the rows in the same bins.
  ///
  /// @param rows ascending
  Dataset rows(int[] rows, String settings) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
      library.call(
          library.datasetGetSubset,
          handle,
          arena.allocateFrom(ValueLayout.JAVA_INT, rows),
          rows.length,
          arena.allocateFrom(settings),
          out);
      return new Dataset(out.get(ValueLayout.ADDRESS, 0));
    }
  }

  /// Sets the labels and weights of rows that were taken from samples.
  ///
  /// @param rows numbers of the rows in the samples
  void label(Samples samples, int[] rows, double positiveWeight) {
    float[] label = new float[rows.length];
    float[] weight = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      boolean positive = samples.positive(rows[i]);
      label[i] = positive ? 1 : 0;
      weight[i] = (float) (samples.weight(rows[i]) * (positive ? positiveWeight : 1));
    }
    field("label", label);
    field("weight", weight);
  }

  private void field(String name, float[] values) {
    try (Arena arena = Arena.ofConfined()) {
      library.call(
          library.datasetSetField,
          handle,
          arena.allocateFrom(name),
          arena.allocateFrom(ValueLayout.JAVA_FLOAT, values),
          values.length,
          FLOAT32);
    }
  }

  MemorySegment handle() {
    return handle;
  }

  @Override
  public void close() {
    library.call(library.datasetFree, handle);
  }
}
