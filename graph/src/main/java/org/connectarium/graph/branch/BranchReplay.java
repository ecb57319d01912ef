package org.connectarium.graph.branch;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.edit.EditResult;
import org.connectarium.graph.edit.EditTransaction;
import org.connectarium.graph.edit.SegmentPair;
import org.connectarium.graph.join.PairDecision;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/// Makes the edits of a branch inside one transaction, on the state that it finds there. What
/// others decided about the same pairs of segments since an edit was added is a conflict: it is
/// reported, not guessed.
final class BranchReplay {
  private final String branch;
  private final EditTransaction edit;
  private final long head;
  private final List<EditResult> results = new ArrayList<>();

  BranchReplay(String branch, EditTransaction edit) {
    this.branch = branch;
    this.edit = edit;
    head = edit.lastDecision();
  }

  /// The latest decision that is not of the branch.
  long head() {
    return head;
  }

  /// What the edits did so far.
  List<EditResult> results() {
    return List.copyOf(results);
  }

  /// Makes all edits, one decision each.
  ///
  /// @throws GraphException at the first that cannot be made
  void all(List<BranchEdit> edits) {
    for (BranchEdit proposed : edits) {
      try {
        make(proposed);
      } catch (GraphException conflict) {
        throw new GraphException(
            "Edit %d of branch \"%s\" cannot be made: %s"
                .formatted(proposed.number(), branch, conflict.getMessage()));
      }
    }
  }

  /// Why each edit cannot be made, empty if it can. From the first that cannot on, the transaction
  /// is of no use any more.
  List<String> conflicts(List<BranchEdit> edits) {
    List<String> conflicts = new ArrayList<>();
    String waits = "";
    for (BranchEdit proposed : edits) {
      String conflict = waits;
      if (waits.isEmpty()) {
        try {
          make(proposed);
        } catch (GraphException refused) {
          conflict = String.valueOf(refused.getMessage());
          waits = "waits for edit " + proposed.number();
        }
      }
      conflicts.add(conflict);
    }
    return conflicts;
  }

  /// Makes one edit.
  ///
  /// @throws GraphException if that conflicts with the state
  void make(BranchEdit proposed) {
    proposed.pairs().forEach(pair -> requireUndecidedSince(proposed.base(), pair));
    results.add(
        switch (proposed.kind()) {
          case MERGE ->
              edit.merge(
                  proposed.sources().getFirst(), proposed.sinks().getFirst(), proposed.note());
          case SPLIT ->
              edit.cut(proposed.pairs(), proposed.sources(), proposed.sinks(), proposed.note());
          case UNDO -> edit.undo(ofOthers(proposed.decision()), proposed.note());
          case REDO -> edit.redo(ofOthers(proposed.decision()), proposed.note());
        });
  }

  /* Edits of the branch itself have no number before it is taken over. */
  private long ofOthers(long decision) {
    if (decision > head) {
      throw new GraphException("No decision " + decision + "; the latest is " + head);
    }
    return decision;
  }

  private void requireUndecidedSince(long base, SegmentPair pair) {
    Node low = edit.segment(pair.low());
    Node high = edit.segment(pair.high());
    for (Relationship r : low.getRelationships(GraphSchema.JOINED, GraphSchema.CUT)) {
      if (r.getOtherNode(low).equals(high)) {
        requireNotOfOthers(base, PairDecision.since(r), pair);
        requireNotOfOthers(base, PairDecision.until(r), pair);
      }
    }
  }

  private void requireNotOfOthers(long base, long decision, SegmentPair pair) {
    if (base < decision && decision <= head) {
      throw new GraphException(
          ("decision %d was about the segments %d and %d since; remove the edit from the branch, or"
                  + " undo that decision")
              .formatted(decision, pair.low(), pair.high()));
    }
  }
}
