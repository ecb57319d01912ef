package org.connectarium.graph.mergetree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Components at any threshold, read off the stored merge tree: up along the merges that reach it
/// to the top segment, down again to all members. Cost: the climb has at most log2(n) steps, the
/// way down one for each member, and 8 bytes for each that waits.
final class Climb {
  private final Transaction tx;
  private final double threshold;

  /// @throws GraphException if there is no whole tree that answers down to this threshold
  Climb(Transaction tx, double threshold) {
    MergeTreeState.requireComplete(tx, threshold);
    this.tx = tx;
    this.threshold = threshold;
  }

  /// The segment at the top of the component.
  long top(long segmentId) {
    return (long) topNode(segmentId).getProperty("id");
  }

  /// The ids of all segments of the component, the top one first, found while they are asked for.
  LongStream members(long segmentId) {
    Deque<Long> waiting = new ArrayDeque<>();
    waiting.push(NodeId.of(topNode(segmentId)));
    Iterator<Long> walk =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return !waiting.isEmpty();
          }

          @Override
          public Long next() {
            Node member = NodeId.node(tx, waiting.pop());
            pushChildren(member, waiting);
            return (Long) member.getProperty("id");
          }
        };
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.DISTINCT),
            false)
        .mapToLong(Long::longValue);
  }

  private void pushChildren(Node member, Deque<Long> waiting) {
    try (var merges = member.getRelationships(Direction.INCOMING, GraphSchema.MERGES)) {
      for (Relationship merge : merges) {
        if (reaches(merge)) {
          waiting.push(NodeId.ofStart(merge));
        }
      }
    }
  }

  private Node topNode(long segmentId) {
    Node at = tx.findNode(GraphSchema.SEGMENT, "id", segmentId);
    if (at == null) {
      throw new GraphException("No segment " + segmentId + " in the graph");
    }
    Relationship up = up(at);
    while (up != null && reaches(up)) {
      at = up.getEndNode();
      up = up(at);
    }
    return at;
  }

  private static @Nullable Relationship up(Node node) {
    return node.getSingleRelationship(GraphSchema.MERGES, Direction.OUTGOING);
  }

  private boolean reaches(Relationship merge) {
    return MergeTree.reaches((double) merge.getProperty("p"), threshold);
  }
}
