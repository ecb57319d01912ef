package org.connectarium.graph.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.hierarchy.ChunkHierarchy.Pair;
import org.connectarium.graph.join.Joins;
import org.connectarium.graph.join.PairDecision;
import org.connectarium.graph.schema.GraphSchema;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/// Takes a decision back: ends what it decided about pairs of segments, and decides again what it
/// ended. Undoing an undo is a redo. Only if no later decision about one of these pairs holds.
final class Undoing {
  private Undoing() {}

  static EditResult undo(EditTransaction edit, long number, EditNote note) {
    return takeBack(edit, edit.decisionNode(number), "undo", note);
  }

  static EditResult redo(EditTransaction edit, long number, EditNote note) {
    Node decision = edit.decisionNode(number);
    Node undo = undoOf(decision);
    if (undo == null) {
      throw new GraphException("Decision " + number + " was not undone; there is nothing to redo");
    }
    return takeBack(edit, undo, "redo", note);
  }

  private static EditResult takeBack(
      EditTransaction edit, Node decision, String kind, EditNote note) {
    long number = (long) decision.getProperty("number");
    Node undo = undoOf(decision);
    if (undo != null) {
      throw new GraphException(
          "Decision %d was undone by decision %d already"
              .formatted(number, (long) undo.getProperty("number")));
    }
    List<Change> changes = reverse(decision, number);
    if (changes.isEmpty()) {
      throw new GraphException("Decision " + number + " changed nothing that could be undone");
    }
    EditResult result = edit.decide(kind, changes, note);
    edit.decisionNode(result.decision()).createRelationshipTo(decision, GraphSchema.UNDOES);
    return result;
  }

  /* The undo that holds, the latest of them, unless it was undone itself. */
  private static @Nullable Node undoOf(Node decision) {
    for (Relationship r : decision.getRelationships(Direction.INCOMING, GraphSchema.UNDOES)) {
      if (undoOf(r.getStartNode()) == null) {
        return r.getStartNode();
      }
    }
    return null;
  }

  private static List<Change> reverse(Node decision, long number) {
    List<Change> changes = new ArrayList<>();
    Set<Relationship> seen = new HashSet<>();
    for (Relationship use : decision.getRelationships(Direction.OUTGOING, GraphSchema.USED)) {
      for (Relationship r :
          use.getEndNode().getRelationships(GraphSchema.JOINED, GraphSchema.CUT)) {
        boolean made = PairDecision.since(r) == number;
        boolean ended = PairDecision.until(r) == number;
        if ((made || ended) && seen.add(r)) {
          Pair pair = new Pair(r.getStartNode(), r.getEndNode());
          requireLatest(pair, number);
          changes.add(made ? new Change.End(r) : new Change.Make(pair, PairDecision.isJoin(r)));
        }
      }
    }
    return changes;
  }

  private static void requireLatest(Pair pair, long number) {
    for (Relationship r : pair.a().getRelationships(GraphSchema.JOINED, GraphSchema.CUT)) {
      long latest = PairDecision.since(r);
      if (latest > number
          && PairDecision.holds(r, Joins.NOW)
          && r.getOtherNode(pair.a()).equals(pair.b())) {
        throw new GraphException(
            "Decision %d cannot be undone: decision %d was later about the segments %d and %d too;"
                    .formatted(
                        number, latest, EditTransaction.id(pair.a()), EditTransaction.id(pair.b()))
                + " undo that first");
      }
    }
  }
}
