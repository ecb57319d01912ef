package org.connectarium.graph.agglomerate;

import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Look-ups of single memberships.
final class CurrentMembership {
  private CurrentMembership() {}

  /// Ascending segment ids of an agglomerate.
  static long[] members(Transaction tx, long agglomerateId) {
    AgglomerationState.requireComplete(tx);
    Node agglomerate = tx.findNode(GraphSchema.AGGLOMERATE, "id", agglomerateId);
    if (agglomerate == null) {
      throw new GraphException(
          "No agglomerate " + agglomerateId + "; ids change with every agglomeration");
    }
    LongArrayList ids = new LongArrayList();
    try (var members = agglomerate.getRelationships(Direction.INCOMING, GraphSchema.PART_OF)) {
      for (Relationship member : members) {
        ids.add((long) member.getStartNode().getProperty("id"));
      }
    }
    return ids.toSortedArray();
  }

  static long of(Transaction tx, long segmentId) {
    AgglomerationState.requireComplete(tx);
    Node segment = tx.findNode(GraphSchema.SEGMENT, "id", segmentId);
    if (segment == null) {
      throw new GraphException("No segment " + segmentId + " in the graph");
    }
    Relationship part = segment.getSingleRelationship(GraphSchema.PART_OF, Direction.OUTGOING);
    if (part == null) {
      throw new GraphException(
          "Segment " + segmentId + " was loaded after the last agglomeration; run it again");
    }
    return (long) part.getEndNode().getProperty("id");
  }
}
