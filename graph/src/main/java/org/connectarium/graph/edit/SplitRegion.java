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
import org.eclipse.collections.impl.set.mutable.primitive.IntHashSet;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// The neighbourhood of sources and sinks along joins, and its minimum cut.
///
/// A flow through a part of the graph is a flow through the whole; so where the cut of a
/// neighbourhood sets sources and sinks apart in the whole, it is a minimum cut of the whole. If it
/// does not, the neighbourhood can be closed: all beyond it counts as one node that stays whole.
/// Then the cut is the least of those that lie inside, and it always sets apart.
final class SplitRegion {
  private final int limit;
  private final int[] sources;
  private final int[] sinks;
  private final LongArrayList nodes = new LongArrayList();
  private final LongIntHashMap index = new LongIntHashMap();
  private final IntArrayList from = new IntArrayList();
  private final IntArrayList to = new IntArrayList();
  private final DoubleArrayList strength = new DoubleArrayList();
  private final IntHashSet rim = new IntHashSet();
  private int expanded;

  private SplitRegion(int limit, List<Node> sources, List<Node> sinks) {
    this.limit = limit;
    this.sources = start(sources);
    this.sinks = start(sinks);
  }

  /// A pair to cut and what that costs.
  record Cut(Pair pair, double strength) {}

  /// A neighbourhood of so many segments. It stays true until the next decision.
  static SplitRegion around(
      Transaction tx, Joins joins, List<Node> sources, List<Node> sinks, int limit) {
    SplitRegion region = new SplitRegion(limit, sources, sinks);
    region.grow(tx, joins);
    return region;
  }

  int limit() {
    return limit;
  }

  /// The pairs to cut; none if there is no cut. Closing is for good.
  List<Cut> minimumCut(Transaction tx, boolean closed) {
    int inside = from.size();
    if (closed) {
      close();
    }
    boolean[] side =
        MinimumCut.of(
            nodes.size() + (closed ? 1 : 0),
            from.toArray(),
            to.toArray(),
            strength.toArray(),
            sources,
            sinks);
    return cuts(tx, side, inside);
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

  private void grow(Transaction tx, Joins joins) {
    while (expanded < Math.min(nodes.size(), limit)) {
      int i = expanded++;
      joins.of(
          NodeId.node(tx, nodes.get(i)),
          Joins.NOW,
          (other, s) -> {
            int j = nodes.size() < limit ? number(other) : index.getIfAbsent(other, -1);
            if (j < 0) {
              rim.add(i);
            } else if (j >= expanded) { // else this join was seen from the other end
              from.add(i);
              to.add(j);
              strength.add(s);
            }
          });
    }
  }

  /* Ties what has joins to the outside to one more node, so firmly that no cut parts them. */
  private void close() {
    double firm = 1 + strength.sum();
    for (int i = expanded; i < nodes.size(); i++) {
      rim.add(i);
    }
    rim.forEach(
        i -> {
          from.add(i);
          to.add(nodes.size());
          strength.add(firm);
        });
  }

  private List<Cut> cuts(Transaction tx, boolean[] side, int inside) {
    for (int k = inside; k < from.size(); k++) {
      if (side[from.get(k)] != side[to.get(k)]) {
        return List.of(); // both sides reach out
      }
    }
    List<Cut> cuts = new ArrayList<>();
    for (int k = 0; k < inside; k++) {
      if (side[from.get(k)] != side[to.get(k)]) {
        Node a = NodeId.node(tx, nodes.get(from.get(k)));
        Node b = NodeId.node(tx, nodes.get(to.get(k)));
        cuts.add(new Cut(new Pair(a, b), strength.get(k)));
      }
    }
    return cuts;
  }
}
