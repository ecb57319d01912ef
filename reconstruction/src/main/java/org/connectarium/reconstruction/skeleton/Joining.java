package org.connectarium.reconstruction.skeleton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.connectarium.ingest.volume.VoxelSize;

/// Joins the pieces of one label to one skeleton.
///
/// - Nodes at the same voxel are one. Their radius is the least that a block saw: no block sees
///   what lies beyond its faces, so what it sees is never too small.
/// - Connected nodes become a tree: shortest ways along the lines to the thickest node. So a loop
///   opens at its point farthest from there.
/// - Connected objects of too few voxels are dust; [Ticks] go.
final class Joining {
  private final SkeletonParameters parameters;
  private final NodeGraph graph;
  private final int[] piece;
  private final int[] parent;
  private final float[] toRootNm;
  private final int[] order;
  private int count;

  private Joining(List<Piece> pieces, VoxelSize voxel, SkeletonParameters parameters) {
    this.parameters = parameters;
    this.graph = new NodeGraph(pieces, voxel);
    this.piece = new int[graph.nodes()];
    this.parent = new int[graph.nodes()];
    this.toRootNm = new float[graph.nodes()];
    this.order = new int[graph.nodes()];
  }

  /// The trees of all pieces, by ascending label; labels of which nothing is left have none.
  static List<SkeletonTree> all(
      Collection<Piece> pieces, VoxelSize voxel, SkeletonParameters parameters) {
    Map<Long, List<Piece>> byLabel = new TreeMap<>();
    for (Piece piece : pieces) {
      byLabel.computeIfAbsent(piece.label(), _ -> new ArrayList<>()).add(piece);
    }
    List<SkeletonTree> trees = new ArrayList<>();
    byLabel.forEach(
        (label, own) -> new Joining(own, voxel, parameters).tree(label, own).ifPresent(trees::add));
    return trees;
  }

  private Optional<SkeletonTree> tree(long label, List<Piece> pieces) {
    int connected = flood();
    long[] voxels = new long[connected];
    for (Piece one : pieces) {
      voxels[piece[graph.node(one, 0)]] += one.voxels();
    }
    int[] thickest = new int[connected];
    Arrays.fill(thickest, -1);
    for (int i = 0; i < graph.nodes(); i++) {
      int p = piece[i];
      if (thickest[p] < 0 || graph.radiusNm(i) > graph.radiusNm(thickest[p])) {
        thickest[p] = i;
      }
    }
    Arrays.fill(toRootNm, Float.POSITIVE_INFINITY);
    for (int p = 0; p < connected; p++) {
      if (voxels[p] >= parameters.dustVoxels()) {
        spread(thickest[p]);
      }
    }
    boolean[] gone = new Ticks(graph, parent, order, count, parameters).find();
    return output(label, gone);
  }

  private int flood() {
    Arrays.fill(piece, -1);
    int connected = 0;
    int[] stack = new int[graph.nodes()];
    for (int seed = 0; seed < graph.nodes(); seed++) {
      if (piece[seed] < 0) {
        int top = 0;
        stack[top++] = seed;
        piece[seed] = connected;
        while (top > 0) {
          int i = stack[--top];
          for (int k = graph.begin(i); k < graph.begin(i + 1); k++) {
            int j = graph.neighbour(k);
            if (piece[j] < 0) {
              piece[j] = connected;
              stack[top++] = j;
            }
          }
        }
        connected++;
      }
    }
    return connected;
  }

  private void spread(int root) {
    RadixHeap heap = new RadixHeap();
    toRootNm[root] = 0;
    parent[root] = -1;
    heap.push(0, root);
    while (!heap.isEmpty()) {
      int i = heap.pop();
      if (heap.key() != toRootNm[i]) {
        continue;
      }
      order[count++] = i;
      for (int k = graph.begin(i); k < graph.begin(i + 1); k++) {
        int j = graph.neighbour(k);
        float there = heap.key() + (float) graph.distanceNm(i, j);
        if (there < toRootNm[j]) {
          toRootNm[j] = there;
          parent[j] = i;
          heap.push(there, j);
        }
      }
    }
  }

  private Optional<SkeletonTree> output(long label, boolean[] gone) {
    int[] number = new int[graph.nodes()];
    int left = 0;
    for (int k = 0; k < count; k++) {
      if (!gone[order[k]]) {
        number[order[k]] = left++;
      }
    }
    SkeletonTree tree =
        new SkeletonTree(
            label,
            new double[left],
            new double[left],
            new double[left],
            new float[left],
            new int[left]);
    for (int k = 0; k < count; k++) {
      int i = order[k];
      if (!gone[i]) {
        int n = number[i];
        tree.xNm()[n] = graph.xNm(i);
        tree.yNm()[n] = graph.yNm(i);
        tree.zNm()[n] = graph.zNm(i);
        tree.radiusNm()[n] = graph.radiusNm(i);
        tree.parent()[n] = parent[i] < 0 ? -1 : number[parent[i]];
      }
    }
    return left == 0 ? Optional.empty() : Optional.of(tree);
  }
}
