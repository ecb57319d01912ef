package org.connectarium.reconstruction.skeleton;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.connectarium.ingest.volume.VoxelSize;

/// The nodes and steps of all pieces of one label, where nodes at the same voxel are one. Nodes
/// are numbered in (z, y, x) order, so that it does not matter in which order pieces come.
final class NodeGraph {
  /// Voxels of a volume along one axis, at most.
  static final int MAX_EDGE_VOXELS = 1 << 21;

  private static final int BITS = 21;
  private static final long ONE_AXIS = MAX_EDGE_VOXELS - 1;

  private final double[] xyzNm;
  private final long[] keys;
  private final float[] radiusNm;
  private final int[] begin;
  private final int[] other;

  NodeGraph(List<Piece> pieces, VoxelSize voxel) {
    this.xyzNm = new double[] {voxel.xNm(), voxel.yNm(), voxel.zNm()};
    long[] all =
        pieces.stream()
            .flatMapToLong(p -> IntStream.range(0, p.parent().length).mapToLong(i -> key(p, i)))
            .sorted()
            .distinct()
            .toArray();
    this.keys = all;
    this.radiusNm = new float[keys.length];
    Arrays.fill(radiusNm, Float.POSITIVE_INFINITY);
    long[] steps = steps(pieces);
    this.begin = new int[keys.length + 1];
    this.other = new int[steps.length];
    for (int s = 0; s < steps.length; s++) {
      begin[(int) (steps[s] >>> 32) + 1]++;
      other[s] = (int) steps[s];
    }
    for (int i = 0; i < keys.length; i++) {
      begin[i + 1] += begin[i];
    }
  }

  private static long key(Piece piece, int i) {
    return ((((long) piece.z()[i] << BITS) | piece.y()[i]) << BITS) | piece.x()[i];
  }

  /* Each step in both directions, by node; takes the radii on the way. */
  private long[] steps(List<Piece> pieces) {
    int most = pieces.stream().mapToInt(p -> 2 * p.parent().length).sum();
    long[] steps = new long[most];
    int count = 0;
    for (Piece piece : pieces) {
      for (int i = 0; i < piece.parent().length; i++) {
        int node = node(piece, i);
        radiusNm[node] = Math.min(radiusNm[node], piece.radiusNm()[i]);
        if (piece.parent()[i] >= 0) {
          int before = node(piece, piece.parent()[i]);
          steps[count++] = ((long) node << 32) | before;
          steps[count++] = ((long) before << 32) | node;
        }
      }
    }
    return Arrays.stream(steps, 0, count).sorted().distinct().toArray();
  }

  /// The number of a node of a piece.
  int node(Piece piece, int i) {
    return Arrays.binarySearch(keys, key(piece, i));
  }

  int nodes() {
    return keys.length;
  }

  /// The neighbours of node `i` are `neighbour(k)` for k from `begin(i)` to `begin(i + 1)`.
  int begin(int i) {
    return begin[i];
  }

  int neighbour(int k) {
    return other[k];
  }

  float radiusNm(int i) {
    return radiusNm[i];
  }

  double xNm(int i) {
    return (keys[i] & ONE_AXIS) * xyzNm[0];
  }

  double yNm(int i) {
    return ((keys[i] >>> BITS) & ONE_AXIS) * xyzNm[1];
  }

  double zNm(int i) {
    return (keys[i] >>> (2 * BITS)) * xyzNm[2];
  }

  /// Straight distance of two nodes.
  double distanceNm(int a, int b) {
    double dx = xNm(a) - xNm(b);
    double dy = yNm(a) - yNm(b);
    double dz = zNm(a) - zNm(b);
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}
