package org.connectarium.graph.sink;

import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// Remembers the node of a segment id, so that a contact costs no index descent for its ends.
/// Bounded: when full it forgets everything and starts again.
final class SegmentNodes {
  private static final int MAX_REMEMBERED = 4_000_000;

  private final LongLongHashMap nodeBySegment = new LongLongHashMap();

  void remember(long segmentId, Node node) {
    if (nodeBySegment.size() >= MAX_REMEMBERED) {
      forget();
    }
    nodeBySegment.put(segmentId, NodeId.of(node));
  }

  Node find(Transaction tx, long segmentId) {
    long nodeId = nodeBySegment.getIfAbsent(segmentId, -1);
    if (nodeId >= 0) {
      return NodeId.node(tx, nodeId);
    }
    Node node = tx.findNode(GraphSchema.SEGMENT, "id", segmentId);
    if (node == null) {
      throw new GraphException(
          "Segment " + segmentId + " is not in the graph; load its batch before its contacts");
    }
    remember(segmentId, node);
    return node;
  }

  void forget() {
    nodeBySegment.clear();
  }
}
