package org.connectarium.analysis.innervation;

import java.util.Arrays;

/// Axons grouped by their number of synapses, since all that have the same number share one null
/// distribution.
final class SynapseNumbers {
  private final int[] values; // ascending
  private final int[] axons;
  private final int[] groups;

  private SynapseNumbers(int[] values, int[] axons, int[] groups) {
    this.values = values;
    this.axons = axons;
    this.groups = groups;
  }

  static SynapseNumbers of(int[] n) {
    int[] values = Arrays.stream(n).sorted().distinct().toArray();
    if (values.length > 0 && values[0] < 1) {
      throw new IllegalArgumentException("each axon needs a synapse but one has " + values[0]);
    }
    int[] axons = new int[values.length];
    int[] groups = new int[n.length];
    for (int i = 0; i < n.length; i++) {
      groups[i] = Arrays.binarySearch(values, n[i]);
      axons[groups[i]]++;
    }
    return new SynapseNumbers(values, axons, groups);
  }

  /// Number of groups.
  int distinct() {
    return values.length;
  }

  /// Synapses of each axon of a group.
  int synapses(int group) {
    return values[group];
  }

  /// Axons in a group.
  int axons(int group) {
    return axons[group];
  }

  /// Group of an axon.
  int group(int axon) {
    return groups[axon];
  }

  /// All axons.
  int axons() {
    return groups.length;
  }
}
