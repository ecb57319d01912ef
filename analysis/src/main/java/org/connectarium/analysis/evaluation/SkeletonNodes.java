package org.connectarium.analysis.evaluation;

/// Nodes of skeletons, one after the other; entry i of all arrays belongs to node i.
///
/// - `skeleton`: number of its skeleton, from 0
/// - `parent`: number of the node before, −1 where a piece begins
/// - `edgeUm`: length of the edge to it, in µm; 0 where a piece begins
/// - `segment`: segment or agglomerate at the node, 0 if it lies in none
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
public record SkeletonNodes(int[] skeleton, int[] parent, double[] edgeUm, long[] segment) {

  /// @throws IllegalArgumentException if the arrays differ in length
  public SkeletonNodes {
    int n = skeleton.length;
    if (parent.length != n || edgeUm.length != n || segment.length != n) {
      throw new IllegalArgumentException(
          "Skeleton nodes need arrays of one length but have %d, %d, %d and %d"
              .formatted(n, parent.length, edgeUm.length, segment.length));
    }
  }
}
