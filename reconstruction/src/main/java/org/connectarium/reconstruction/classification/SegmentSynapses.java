package org.connectarium.reconstruction.classification;

import java.util.List;

/// How much of each segment's surface is synaptic, by the probabilities of its contacts: axons are
/// presynaptic, spine heads and dendrites postsynaptic, glia neither.
final class SegmentSynapses {
  /// Numbers of one segment or of several.
  static final List<String> NAMES =
      List.of(
          "synapse/out",
          "synapse/in",
          "synapse/outShare",
          "synapse/inShare",
          "synapse/outMost",
          "synapse/inMost");

  private final double[] out;
  private final double[] in;
  private final float[] outMost;
  private final float[] inMost;

  SegmentSynapses(int segments) {
    out = new double[segments];
    in = new double[segments];
    outMost = new float[segments];
    inMost = new float[segments];
  }

  /// Adds a contact between two segments.
  ///
  /// @param p probability that `pre` is presynaptic to `post`, NaN = not told
  void add(int pre, int post, double areaUm2, float p) {
    if (!Float.isNaN(p)) {
      out[pre] += p * areaUm2;
      in[post] += p * areaUm2;
      outMost[pre] = Math.max(outMost[pre], p);
      inMost[post] = Math.max(inMost[post], p);
    }
  }

  /// Writes the numbers of some segments together.
  ///
  /// @param areaUm2 of all their contacts
  void write(List<Integer> members, double areaUm2, float[] row, int at) {
    double outUm2 = 0;
    double inUm2 = 0;
    float most = 0;
    float mostIn = 0;
    for (int s : members) {
      outUm2 += out[s];
      inUm2 += in[s];
      most = Math.max(most, outMost[s]);
      mostIn = Math.max(mostIn, inMost[s]);
    }
    row[at] = (float) outUm2;
    row[at + 1] = (float) inUm2;
    row[at + 2] = (float) (areaUm2 > 0 ? outUm2 / areaUm2 : 0);
    row[at + 3] = (float) (areaUm2 > 0 ? inUm2 / areaUm2 : 0);
    row[at + 4] = most;
    row[at + 5] = mostIn;
  }
}
