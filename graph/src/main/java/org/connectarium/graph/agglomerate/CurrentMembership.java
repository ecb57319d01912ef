package org.connectarium.graph.agglomerate;

import org.connectarium.graph.GraphException;
import org.connectarium.graph.hierarchy.AgglomerationState;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.join.Joins;
import org.connectarium.graph.schema.GraphSchema;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.neo4j.graphdb.Lock;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// Look-ups of single memberships. Edits wait for them and they for edits.
final class CurrentMembership {
  private CurrentMembership() {}

  /// Ascending segment ids of an agglomerate.
  static long[] members(Transaction tx, long agglomerateId) {
    Lock still = AgglomerationState.complete(tx).still(tx);
    try {
      return membersNow(tx, agglomerateId);
    } finally {
      still.release();
    }
  }

  private static long[] membersNow(Transaction tx, long agglomerateId) {
    Node agglomerate = tx.findNode(GraphSchema.AGGLOMERATE, "id", agglomerateId);
    if (agglomerate == null) {
      throw new GraphException(
          "No agglomerate " + agglomerateId + "; ids change with every agglomeration");
    }
    LongArrayList ids = new LongArrayList();
    Ancestry.segmentsAt(
        agglomerate, Joins.NOW, segment -> ids.add((long) segment.getProperty("id")));
    return ids.toSortedArray();
  }

  static long of(Transaction tx, long segmentId) {
    Lock still = AgglomerationState.complete(tx).still(tx);
    try {
      return ofNow(tx, segmentId);
    } finally {
      still.release();
    }
  }

  private static long ofNow(Transaction tx, long segmentId) {
    Node segment = Ancestry.segment(tx, segmentId);
    Node top = Ancestry.top(segment);
    Ancestry.requireAgglomerate(segment, top);
    return (long) top.getProperty("id");
  }
}
