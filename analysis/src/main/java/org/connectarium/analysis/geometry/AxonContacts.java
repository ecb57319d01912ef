package org.connectarium.analysis.geometry;

import java.util.Arrays;

/// Which targets each axon touches, and with how much membrane. Cannot be changed.
public final class AxonContacts {
  private final int axons;
  private final long[] pairs; // axon · 2³² + target, ascending
  private final double[] areas;

  private AxonContacts(int axons, long[] pairs, double[] areas) {
    this.axons = axons;
    this.pairs = pairs;
    this.areas = areas;
  }

  /// Contacts in any order; those of the same axon and target add up.
  ///
  /// @param axons how many there are
  /// @param axon of each contact, below `axons`
  /// @param target of each contact, 0 or more
  /// @param areaUm2 of each contact
  /// @throws IllegalArgumentException if lengths differ, a number is out of range, or an area is
  ///     negative or no number
  public static AxonContacts of(int axons, int[] axon, int[] target, double[] areaUm2) {
    int n = axon.length;
    if (target.length != n || areaUm2.length != n) {
      throw new IllegalArgumentException(
          "axon, target and area of each contact are needed but there were %d, %d, %d"
              .formatted(n, target.length, areaUm2.length));
    }
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      if (axon[i] < 0 || axon[i] >= axons || target[i] < 0) {
        throw new IllegalArgumentException(
            "contact %d is of axon %d of %d and target %d".formatted(i, axon[i], axons, target[i]));
      }
      if (!(areaUm2[i] >= 0) || Double.isInfinite(areaUm2[i])) {
        throw new IllegalArgumentException(
            "areas of contacts must be 0 or more but number " + i + " was " + areaUm2[i]);
      }
      keys[i] = key(axon[i], target[i]);
    }
    long[] pairs = Arrays.stream(keys).sorted().distinct().toArray();
    double[] areas = new double[pairs.length];
    for (int i = 0; i < n; i++) {
      areas[Arrays.binarySearch(pairs, keys[i])] += areaUm2[i];
    }
    return new AxonContacts(axons, pairs, areas);
  }

  private static long key(int axon, int target) {
    return ((long) axon << 32) | target;
  }

  /// Number of axons.
  public int axons() {
    return axons;
  }

  /// Number of pairs of an axon and a target that touch.
  public int size() {
    return pairs.length;
  }

  /// The number of the first pair of an axon; its last one is before the first of the next axon.
  public int first(int axon) {
    int at = Arrays.binarySearch(pairs, key(axon, 0));
    return at < 0 ? -1 - at : at;
  }

  /// The number of a pair, or −1 if the two do not touch.
  public int pair(int axon, int target) {
    return Math.max(-1, Arrays.binarySearch(pairs, key(axon, target)));
  }

  /// The target of a pair.
  public int target(int pair) {
    return (int) pairs[pair];
  }

  /// Area of a pair, µm².
  public double areaUm2(int pair) {
    return areas[pair];
  }
}
