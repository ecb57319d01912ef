package org.connectarium.graph.branch;

import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.connectarium.graph.edit.Difference;
import org.connectarium.graph.edit.EditResult;
import org.connectarium.graph.edit.SplitPreview;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.join.Joins;
import org.connectarium.graph.schema.GraphSchema;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// What the edits of a branch made of the agglomerates, inside the transaction that made them.
final class BranchDifference {
  private final Transaction tx;
  private final List<Difference.Group> groups;

  BranchDifference(Transaction tx, List<EditResult> results) {
    this.tx = tx;
    groups = Difference.of(results);
  }

  List<Branches.Change> changes() {
    return groups.stream()
        .map(
            group ->
                new Branches.Change(
                    group.before(), group.after().stream().map(this::piece).toList()))
        .toList();
  }

  private SplitPreview.Piece piece(long id) {
    Node top = top(id);
    return SplitPreview.Piece.of(segmentOf(top), top);
  }

  private Node top(long id) {
    return Objects.requireNonNull(tx.findNode(GraphSchema.AGGLOMERATE, "id", id));
  }

  /* The lowest segment in it that the decision which made it was about. */
  private static long segmentOf(Node top) {
    Node decision = top.getSingleRelationship(GraphSchema.MADE, Direction.INCOMING).getStartNode();
    long lowest = Long.MAX_VALUE;
    for (Relationship r : decision.getRelationships(Direction.OUTGOING, GraphSchema.USED)) {
      if (Ancestry.top(r.getEndNode()).equals(top)) {
        lowest = Math.min(lowest, (long) r.getEndNode().getProperty("id"));
      }
    }
    return lowest;
  }

  /// Segment → agglomerate, of the segments in agglomerates that were made.
  LongLongHashMap membership() {
    LongLongHashMap changed = new LongLongHashMap();
    for (Difference.Group group : groups) {
      for (long id : group.after()) {
        segments(top(id), segment -> changed.put(segment, id));
      }
    }
    return changed;
  }

  static void segments(Node top, LongConsumer to) {
    Ancestry.segmentsAt(top, Joins.NOW, segment -> to.accept((long) segment.getProperty("id")));
  }
}
