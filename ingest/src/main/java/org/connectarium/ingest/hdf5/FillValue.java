package org.connectarium.ingest.hdf5;

import io.jhdf.api.Dataset;
import java.util.Arrays;

/// What HDF5 voxels read as that were never written.
final class FillValue {
  private FillValue() {}

  /// Fills a whole array with the dataset's fill value, 0 if it has none.
  static void fill(Object array, Dataset dataset) {
    Number value = dataset.getFillValue() instanceof Number number ? number : 0;
    switch (array) {
      case byte[] a -> Arrays.fill(a, value.byteValue());
      case short[] a -> Arrays.fill(a, value.shortValue());
      case int[] a -> Arrays.fill(a, value.intValue());
      case long[] a -> Arrays.fill(a, value.longValue());
      case float[] a -> Arrays.fill(a, value.floatValue());
      case double[] a -> Arrays.fill(a, value.doubleValue());
      default -> throw new IllegalArgumentException(array.getClass() + " is no number array");
    }
  }
}
