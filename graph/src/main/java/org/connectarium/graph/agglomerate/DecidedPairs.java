package org.connectarium.graph.agglomerate;

import org.connectarium.graph.join.Joins;
import org.connectarium.graph.join.PairDecision;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/// The pairs of segments that people decided about; an agglomeration keeps to what they decided
/// last.
final class DecidedPairs {
  private final LongLongHashMap latest = new LongLongHashMap(); // decision · 2 + 1 if joined

  /// Told of one pair after the other, by index.
  interface Pairs {
    void pair(int a, int b);
  }

  /// @param index the index of each node of a segment
  void read(Transaction tx, LongIntHashMap index) {
    read(tx, index, GraphSchema.JOINED, 1);
    read(tx, index, GraphSchema.CUT, 0);
  }

  private void read(Transaction tx, LongIntHashMap index, RelationshipType type, int joined) {
    try (var all = tx.findRelationships(type)) {
      while (all.hasNext()) {
        Relationship r = all.next();
        if (PairDecision.isOfPeople(r) && PairDecision.holds(r, Joins.NOW)) {
          int a = index.get(NodeId.ofStart(r));
          int b = index.get(NodeId.ofEnd(r));
          long code = PairDecision.since(r) * 2 + joined;
          latest.updateValue(key(a, b), code, before -> Math.max(before, code));
        }
      }
    }
  }

  boolean about(int a, int b) {
    return !latest.isEmpty() && latest.containsKey(key(a, b));
  }

  /// The pairs that were joined.
  void joined(Pairs to) {
    latest.forEachKeyValue(
        (key, code) -> {
          if ((code & 1) == 1) {
            to.pair((int) (key >>> 32), (int) key);
          }
        });
  }

  private static long key(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }
}
