package org.connectarium.graph.edit;

import java.util.ArrayList;
import java.util.BitSet;
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

/// The part of an agglomerate around sources and sinks that a split has read, and the flow through
/// it. A segment is read when its joins are known; those at their other ends that are not read
/// form the rim. What lies beyond is not known. It stays true until the next decision.
final class SplitRegion {
  private final LongArrayList nodes = new LongArrayList();
  private final LongIntHashMap index = new LongIntHashMap();
  private final BitSet read = new BitSet();
  private final IntArrayList from = new IntArrayList();
  private final IntArrayList to = new IntArrayList();
  private final DoubleArrayList strength = new DoubleArrayList();
  private final MinimumCut known = new MinimumCut();
  private int next; // of the rim, at the strongest join of what was read last; −1 for none

  /// A region of sources and sinks alone.
  SplitRegion(EditTransaction edit, List<Node> sources, List<Node> sinks) {
    for (Node source : sources) {
      known.addSource(number(NodeId.of(source)));
    }
    for (Node sink : sinks) {
      known.addSink(number(NodeId.of(sink)));
    }
    int ends = nodes.size();
    for (int i = 0; i < ends; i++) {
      read(edit, i);
    }
  }

  /// A pair to cut and what that costs.
  record Cut(Pair pair, double strength) {}

  /// How many segments are read.
  int size() {
    return read.cardinality();
  }

  /// Reads the joins of a segment of the rim, unless they are read.
  void read(EditTransaction edit, int i) {
    if (read.get(i)) {
      return;
    }
    read.set(i);
    next = -1;
    double[] strongest = {0};
    edit.joins()
        .of(
            NodeId.node(edit.tx(), nodes.get(i)),
            Joins.NOW,
            (other, s) -> {
              int j = number(other);
              if (!read.get(j)) { // else this join was seen from its other end
                from.add(i);
                to.add(j);
                strength.add(s);
                known.addEdge(i, j, s);
                next = s > strongest[0] ? j : next;
                strongest[0] = Math.max(s, strongest[0]);
              }
            });
  }

  /// Reads on where the strongest join of the segment that was read last leads, if there is one.
  void readOn(EditTransaction edit) {
    if (next >= 0) {
      read(edit, next);
    }
  }

  /// The flow through what is read, and its cut; as of the last [#closed].
  MinimumCut known() {
    return known;
  }

  /// The least cut of those that leave all beyond the region whole.
  Closed closed() {
    known.augment();
    MinimumCut cut = known.copy();
    int beyond = cut.addNode();
    double firm = 1 + strength.sum();
    IntArrayList rim = new IntArrayList();
    IntArrayList ties = new IntArrayList();
    for (int i = read.nextClearBit(0); i < nodes.size(); i = read.nextClearBit(i + 1)) {
      rim.add(i);
      ties.add(cut.addEdge(i, beyond, firm));
    }
    double through = cut.augment();
    return new Closed(cut, through == 0, rim, ties);
  }

  /// A region with all that lies beyond it as one node, tied to the rim so firmly that no cut parts
  /// them; `proven` if nothing flows through that node.
  record Closed(MinimumCut cut, boolean proven, IntArrayList rim, IntArrayList ties) {
    /// The segments of the rim that something flows through.
    int[] crossed() {
      IntArrayList crossed = new IntArrayList();
      for (int k = 0; k < rim.size(); k++) {
        if (cut.through(ties.get(k)) > 0) {
          crossed.add(rim.get(k));
        }
      }
      return crossed.toArray();
    }
  }

  /// The pairs that a cut parts.
  List<Cut> pairs(EditTransaction edit, MinimumCut cut) {
    List<Cut> pairs = new ArrayList<>();
    for (int k = 0; k < from.size(); k++) {
      if (cut.withSources(from.get(k)) != cut.withSources(to.get(k))) {
        Node a = NodeId.node(edit.tx(), nodes.get(from.get(k)));
        Node b = NodeId.node(edit.tx(), nodes.get(to.get(k)));
        pairs.add(new Cut(new Pair(a, b), strength.get(k)));
      }
    }
    return pairs;
  }

  private int number(long nodeId) {
    int found = index.getIfAbsent(nodeId, -1);
    return found >= 0 ? found : add(nodeId);
  }

  private int add(long nodeId) {
    nodes.add(nodeId);
    int number = known.addNode();
    index.put(nodeId, number);
    return number;
  }
}
