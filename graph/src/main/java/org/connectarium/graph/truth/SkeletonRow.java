package org.connectarium.graph.truth;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.connectarium.graph.procedure.NmBox;

/// A skeleton of the truth with the segment at each node. Entry i of all arrays belongs to node i.
///
/// - `xNm`, `yNm`, `zNm`: positions
/// - `parent`: number of the node before, lower than its own, or −1 where a piece begins
/// - `segmentIds`: segment at the node, 0 if it lies in none
@SuppressWarnings("ArrayRecordComponent") // flat arrays as they are stored; never compared
public record SkeletonRow(
    long id, float[] xNm, float[] yNm, float[] zNm, int[] parent, long[] segmentIds) {

  /// @throws IllegalArgumentException if the arrays differ in length or a parent comes later
  public SkeletonRow {
    int n = parent.length;
    if (xNm.length != n || yNm.length != n || zNm.length != n || segmentIds.length != n) {
      throw new IllegalArgumentException(
          "Skeleton %d needs arrays of one length but has %d x, %d y, %d z, %d parents, %d segments"
              .formatted(id, xNm.length, yNm.length, zNm.length, n, segmentIds.length));
    }
    for (int i = 0; i < n; i++) {
      if (parent[i] < -1 || parent[i] >= i) {
        throw new IllegalArgumentException(
            "Skeleton %d: the parent of node %d must be -1 or lower than %d but was %d"
                .formatted(id, i, i, parent[i]));
      }
    }
  }

  public int nodes() {
    return parent.length;
  }

  /// Length of the edge from a node to its parent, in µm; 0 where a piece begins.
  public double edgeUm(int node) {
    int p = parent[node];
    if (p < 0) {
      return 0;
    }
    double dx = xNm[node] - xNm[p];
    double dy = yNm[node] - yNm[p];
    double dz = zNm[node] - zNm[p];
    return Math.sqrt(dx * dx + dy * dy + dz * dz) / 1000;
  }

  /// Length of all edges, in µm.
  public double pathUm() {
    double sum = 0;
    for (int i = 0; i < parent.length; i++) {
      sum += edgeUm(i);
    }
    return sum;
  }

  /// The nodes in a box and the edges between them; where an edge comes in, a piece begins.
  public SkeletonRow inside(NmBox box) {
    int[] number = new int[nodes()];
    Arrays.fill(number, -1);
    int[] kept =
        IntStream.range(0, nodes()).filter(i -> box.contains(xNm[i], yNm[i], zNm[i])).toArray();
    SkeletonRow cut =
        new SkeletonRow(
            id,
            new float[kept.length],
            new float[kept.length],
            new float[kept.length],
            roots(kept.length),
            new long[kept.length]);
    for (int k = 0; k < kept.length; k++) {
      int i = kept[k];
      number[i] = k;
      cut.xNm[k] = xNm[i];
      cut.yNm[k] = yNm[i];
      cut.zNm[k] = zNm[i];
      cut.parent[k] = parent[i] < 0 ? -1 : number[parent[i]];
      cut.segmentIds[k] = segmentIds[i];
    }
    return cut;
  }

  private static int[] roots(int nodes) {
    int[] parent = new int[nodes];
    Arrays.fill(parent, -1);
    return parent;
  }
}
