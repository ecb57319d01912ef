package org.connectarium.graph.edit;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.graph.hierarchy.ChunkHierarchy.Pair;
import org.connectarium.graph.join.Joins;
import org.connectarium.graph.mincut.MinimumCut;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// The neighbourhood of sources and sinks along joins, and its minimum cut.
///
/// A flow through a part of the graph is a flow through the whole; so where the cut of a
/// neighbourhood sets sources and sinks apart in the whole, it is a minimum cut of the whole.
final class SplitRegion {
  private final Transaction tx;
  private final int limit;
  private final LongArrayList nodes = new LongArrayList();
  private final LongIntHashMap index = new LongIntHashMap();
  private final IntArrayList from = new IntArrayList();
  private final IntArrayList to = new IntArrayList();
  private final DoubleArrayList strength = new DoubleArrayList();
  private int expanded;

  private SplitRegion(Transaction tx, int limit) {
    this.tx = tx;
    this.limit = limit;
  }

  /// A pair to cut and what that costs.
  record Cut(Pair pair, double strength) {}

  /// The cut, and whether the region was all there is.
  record Found(List<Cut> cuts, boolean whole) {}

  static Found minimumCut(
      Transaction tx, Joins joins, List<Node> sources, List<Node> sinks, int limit) {
    SplitRegion region = new SplitRegion(tx, limit);
    int[] s = region.start(sources);
    int[] t = region.start(sinks);
    region.grow(joins);
    boolean[] side =
        MinimumCut.of(
            region.nodes.size(),
            region.from.toArray(),
            region.to.toArray(),
            region.strength.toArray(),
            s,
            t);
    return new Found(region.cuts(side), region.expanded == region.nodes.size());
  }

  private int[] start(List<Node> segments) {
    return segments.stream().mapToInt(segment -> number(NodeId.of(segment))).toArray();
  }

  private int number(long nodeId) {
    int known = index.getIfAbsent(nodeId, -1);
    if (known >= 0) {
      return known;
    }
    index.put(nodeId, nodes.size());
    nodes.add(nodeId);
    return nodes.size() - 1;
  }

  private void grow(Joins joins) {
    while (expanded < Math.min(nodes.size(), limit)) {
      int i = expanded++;
      joins.of(
          NodeId.node(tx, nodes.get(i)),
          Joins.NOW,
          (other, s) -> {
            int j = nodes.size() < limit ? number(other) : index.getIfAbsent(other, -1);
            if (j >= expanded) { // else this join was seen from the other end
              from.add(i);
              to.add(j);
              strength.add(s);
            }
          });
    }
  }

  private List<Cut> cuts(boolean[] side) {
    List<Cut> cuts = new ArrayList<>();
    for (int k = 0; k < from.size(); k++) {
      if (side[from.get(k)] != side[to.get(k)]) {
        Node a = NodeId.node(tx, nodes.get(from.get(k)));
        Node b = NodeId.node(tx, nodes.get(to.get(k)));
        cuts.add(new Cut(new Pair(a, b), strength.get(k)));
      }
    }
    return cuts;
  }
}
