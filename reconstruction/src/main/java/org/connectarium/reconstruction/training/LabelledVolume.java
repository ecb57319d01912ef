package org.connectarium.reconstruction.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Grey values with their truth, in memory, shape (z, y, x), x fastest.
///
/// @param zyx size
/// @param grey grey values, unsigned bytes
/// @param truth 0 where unknown; cell numbers from 1, or [#MEMBRANE] and [#INSIDE] for masks
/// @param kind what the truth means
@SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data, never compared
public record LabelledVolume(int[] zyx, byte[] grey, int[] truth, TruthKind kind) {
  /// Truth of a membrane voxel in a volume of kind MEMBRANE.
  public static final int MEMBRANE = 1;

  /// Truth of any other known voxel in a volume of kind MEMBRANE.
  public static final int INSIDE = 2;

  /// What the truth of a volume means.
  public enum TruthKind {
    /// Every voxel carries the number of its cell.
    LABELS,
    /// Every voxel is membrane or not.
    MEMBRANE
  }

  public LabelledVolume {
    long n = (long) zyx[0] * zyx[1] * zyx[2];
    if (grey.length != n || truth.length != n) {
      throw new IllegalArgumentException(
          "Volume of size (z, y, x) "
              + Arrays.toString(zyx)
              + " with "
              + grey.length
              + " grey values and "
              + truth.length
              + " labels");
    }
  }

  /// A volume from 64-bit cell labels, renumbered; 0 stays unknown.
  public static LabelledVolume ofLabels(int[] zyx, byte[] grey, long[] labels) {
    Map<Long, Integer> numbers = new HashMap<>();
    numbers.put(0L, 0);
    int[] truth = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      truth[i] = numbers.computeIfAbsent(labels[i], k -> numbers.size());
    }
    return new LabelledVolume(zyx, grey, truth, TruthKind.LABELS);
  }

  /// A volume from a mask that is non-zero on membrane; every voxel is known.
  public static LabelledVolume ofMembrane(int[] zyx, byte[] grey, long[] mask) {
    int[] truth = new int[mask.length];
    for (int i = 0; i < mask.length; i++) {
      truth[i] = mask[i] != 0 ? MEMBRANE : INSIDE;
    }
    return new LabelledVolume(zyx, grey, truth, TruthKind.MEMBRANE);
  }

  /// The same volume with the truth unknown outside a part of it.
  ///
  /// @param from first voxel (z, y, x) of the part
  /// @param to end of the part, exclusive
  public LabelledVolume knownOnlyIn(int[] from, int[] to) {
    int[] masked = new int[truth.length];
    for (int z = from[0]; z < to[0]; z++) {
      for (int y = from[1]; y < to[1]; y++) {
        int row = (z * zyx[1] + y) * zyx[2];
        System.arraycopy(truth, row + from[2], masked, row + from[2], to[2] - from[2]);
      }
    }
    return new LabelledVolume(zyx, grey, masked, kind);
  }

  /// Mean and standard deviation of all grey values.
  static double[] greyMeanAndDeviation(List<LabelledVolume> volumes) {
    double sum = 0;
    double squares = 0;
    long n = 0;
    for (LabelledVolume volume : volumes) {
      n += volume.grey.length;
      for (byte b : volume.grey) {
        int v = b & 0xff;
        sum += v;
        squares += (double) v * v;
      }
    }
    double mean = sum / n;
    return new double[] {mean, Math.sqrt(Math.max(1, squares / n - mean * mean))};
  }
}
