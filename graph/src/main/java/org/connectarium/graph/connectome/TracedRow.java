package org.connectarium.graph.connectome;

/// The skeleton of a neuron. Entry i of all arrays belongs to node i; nm.
///
/// @param parent number of the node before, lower than its own, or −1 where a piece begins
@SuppressWarnings("ArrayRecordComponent") // flat arrays as they are stored; never compared
public record TracedRow(SourceId neuron, float[] xNm, float[] yNm, float[] zNm, int[] parent) {

  /// @throws IllegalArgumentException if the arrays differ in length or a parent comes later
  public TracedRow {
    int n = parent.length;
    if (xNm.length != n || yNm.length != n || zNm.length != n) {
      throw new IllegalArgumentException(
          "The skeleton of %s needs arrays of one length".formatted(neuron));
    }
    for (int i = 0; i < n; i++) {
      if (parent[i] < -1 || parent[i] >= i) {
        throw new IllegalArgumentException(
            "The skeleton of %s: the parent of node %d must be -1 or lower than %d but was %d"
                .formatted(neuron, i, i, parent[i]));
      }
    }
  }

  /// Length of all edges, in µm.
  public double pathUm() {
    double sum = 0;
    for (int i = 0; i < parent.length; i++) {
      int p = parent[i];
      if (p >= 0) {
        double dx = (double) xNm[i] - xNm[p];
        double dy = (double) yNm[i] - yNm[p];
        double dz = (double) zNm[i] - zNm[p];
        sum += Math.sqrt(dx * dx + dy * dy + dz * dz);
      }
    }
    return sum / 1000;
  }
}
