package org.connectarium.ingest.importer;

import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;

/// Values of a source as values of the dataset; those that mean nothing are refused with their
/// place.
final class Conversion {
  private static final int MOST = 255;

  private Conversion() {}

  /// Ids of any integer type.
  ///
  /// @param box where the values lie in the source
  static long[] labels(Object array, DataType type, Box box) {
    long[] labels = type.toLongs(array);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0) {
        throw refused(
            "Label",
            i,
            box,
            type == DataType.UINT64 ? Long.toUnsignedString(labels[i]) : labels[i] + "",
            "labels must be 0 (none) or positive 63-bit numbers");
      }
    }
    return labels;
  }

  /// Probabilities of boundary, 0 … 255.
  ///
  /// @param array `byte[]` of `uint8`, `float[]` or `double[]`
  /// @param inside whether the values say how likely a voxel is inside a cell
  static byte[] boundary(Object array, Box box, boolean inside) {
    return switch (array) {
      case byte[] bytes -> inside ? complement(bytes) : bytes;
      case float[] floats -> {
        byte[] out = new byte[floats.length];
        for (int i = 0; i < out.length; i++) {
          out[i] = level(floats[i], i, box, inside);
        }
        yield out;
      }
      case double[] doubles -> {
        byte[] out = new byte[doubles.length];
        for (int i = 0; i < out.length; i++) {
          out[i] = level(doubles[i], i, box, inside);
        }
        yield out;
      }
      default -> throw new IllegalArgumentException("No probabilities: " + array.getClass());
    };
  }

  private static byte[] complement(byte[] bytes) {
    byte[] out = new byte[bytes.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (MOST - (bytes[i] & MOST));
    }
    return out;
  }

  private static byte level(double p, int i, Box box, boolean inside) {
    if (!(p >= 0 && p <= 1)) {
      throw refused(
          "Probability", i, box, p + "", "write a map of numbers from 0 to 1 and run again");
    }
    return (byte) Math.round(MOST * (inside ? 1 - p : p));
  }

  private static BadInputException refused(
      String what, int i, Box box, String value, String wanted) {
    return new BadInputException(
        "%s at x, y, z = %d, %d, %d is %s; %s"
            .formatted(
                what,
                box.x0() + i % box.sizeX(),
                box.y0() + i / box.sizeX() % box.sizeY(),
                box.z0() + i / box.sizeX() / box.sizeY(),
                value,
                wanted));
  }
}
