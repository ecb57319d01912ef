package org.connectarium.reconstruction.network;

import java.util.List;

/// Runs a network forward.
///
/// - input: one grey channel, shape (z, y, x), already scaled
/// - output: one probability 0 … 1 per output channel and voxel, shape (c, z, y, x), smaller than
///   the input by the architecture's shrink on each side
///
/// Not thread safe: an engine uses the whole processor or card itself.
public interface Engine extends AutoCloseable {
  /// The network it runs.
  Network network();

  /// Probabilities 0 … 1, shape (c, z, y, x).
  float[] predict(float[] input, int[] inputZyx);

  /// What computes, in a few words, for reports.
  String description();

  /// Gives back memory outside of Java.
  @Override
  void close();

  /// Size of the output (z, y, x) for an input size.
  default int[] outputZyx(int[] inputZyx) {
    List<Integer> shrink = network().architecture().shrink();
    int[] out = new int[3];
    for (int a = 0; a < 3; a++) {
      out[a] = inputZyx[a] - 2 * shrink.get(a);
    }
    return out;
  }
}
