package org.connectarium.graph.agglomerate;

import java.util.Arrays;
import java.util.List;
import org.connectarium.graph.hierarchy.ChunkGrid;
import org.connectarium.graph.hierarchy.ChunkLevels;
import org.connectarium.graph.join.JoinRule;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/// How segments are grouped: the component of each, numbered from 0; the joins that connect each
/// component, as pairs of indices; the rule that tells the same joins; and those of them that no
/// contact tells, `extraFrom` and `extraTo`.
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
record Grouped(
    int[] component, int[] from, int[] to, int[] extraFrom, int[] extraTo, JoinRule rule) {

  private static final int[] NONE = {};

  /// By all joins of a graph that was read with the rule.
  static Grouped connected(SegmentGraph graph, JoinRule rule, StopCheck stop) {
    return new Grouped(graph.components(stop), graph.from(), graph.to(), NONE, NONE, rule);
  }

  /// By contacts that reach the rule inside given parts, by what people joined, and by extra pairs.
  static Grouped within(
      SegmentGraph graph,
      int[] part,
      int[] extraFrom,
      int[] extraTo,
      JoinRule rule,
      StopCheck stop) {
    int[][] joins = joins(graph, part, extraFrom, extraTo, rule);
    int[] component = Components.of(graph.segments(), joins[0], joins[1], stop);
    joins = joins(graph, component, extraFrom, extraTo, rule); // as the rule will tell from now on
    return new Grouped(component, joins[0], joins[1], extraFrom, extraTo, rule);
  }

  private static int[][] joins(
      SegmentGraph graph, int[] part, int[] extraFrom, int[] extraTo, JoinRule rule) {
    IntArrayList from = new IntArrayList();
    IntArrayList to = new IntArrayList();
    for (int k = 0; k < graph.from().length; k++) {
      int a = graph.from()[k];
      int b = graph.to()[k];
      boolean told = part[a] == part[b] && graph.continuity()[k] >= (float) rule.minContinuity();
      if (told || k < graph.decided()) {
        from.add(a);
        to.add(b);
      }
    }
    from.addAll(extraFrom);
    to.addAll(extraTo);
    return new int[][] {from.toArray(), to.toArray()};
  }

  List<ChunkLevels.Level> levels(SegmentGraph graph, ChunkGrid grid) {
    float[] p = graph.centroidNm();
    long[] chunks = new long[graph.segments()];
    Arrays.setAll(chunks, i -> grid.chunk(p[3 * i], p[3 * i + 1], p[3 * i + 2]));
    return ChunkLevels.of(chunks, from, to);
  }

  /// The kinds of what was grouped anew, as those of the parts that their first segments were in.
  Kinds kinds(int[] part, Kinds ofParts) {
    int[] first = new int[component.length];
    for (int i = component.length - 1; i >= 0; i--) {
      first[component[i]] = i;
    }
    return (c, ofType, voxels) -> ofParts.of(part[first[c]], ofType, voxels);
  }
}
