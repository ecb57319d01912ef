package org.connectarium.graph.branch;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.edit.EditNote;
import org.connectarium.graph.edit.EditResult;
import org.connectarium.graph.edit.EditTransaction;
import org.connectarium.graph.edit.Edits;
import org.connectarium.graph.edit.History;
import org.connectarium.graph.edit.SegmentPair;
import org.connectarium.graph.edit.SplitOptions;
import org.connectarium.graph.edit.SplitPreview;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.store.DiskSpace;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/// What-if agglomerations: named lists of edits upon the current state. Whatever asks about a
/// branch makes its edits in a transaction that is rolled back, so nobody else sees them; taking
/// it over makes decisions of all of them, in one transaction, or of none.
///
/// A branch goes along with the current state. Where others decided about the same segments since,
/// the conflict is reported with the edit that it stops. Cost of a look: that of its edits.
public final class Branches {
  private final GraphDatabaseService database;
  private final StopCheck stop;

  /// @param stop asked between steps
  public Branches(GraphDatabaseService database, StopCheck stop) {
    this.database = database;
    this.stop = stop;
  }

  /// A branch; `state` is open or taken over, `edits` how many it has.
  public record Branch(String name, String state, long edits, EditNote note, ZonedDateTime at) {}

  /// An edit of a branch, why it cannot be made as of now (empty if it can), and the decision that
  /// it became (0 if none).
  public record ProposedEdit(BranchEdit edit, String conflict, long decision) {}

  /// Agglomerates that a branch changes, and what would come of them.
  public record Change(List<Long> before, List<SplitPreview.Piece> after) {}

  /// Makes an empty branch.
  ///
  /// @throws GraphException if there is one of that name, or no agglomeration yet
  public Branch create(String name, EditNote note) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A branch needs a name");
    }
    EditTransaction.run(database, stop, EditTransaction::lastDecision, false); // can be edited
    return committed(
        tx -> {
          BranchNode made = BranchNode.create(tx, name, note);
          stop.check(); // it may have waited for long
          return made.branch();
        });
  }

  /// All branches in the order of their names.
  public List<Branch> list() {
    return read(tx -> BranchNode.all(tx).stream().map(BranchNode::branch).toList());
  }

  /// Proposes a merge; see [Edits#merge].
  ///
  /// @return its number in the branch
  /// @throws GraphException if it cannot be made after the other edits of the branch
  public long merge(String name, long segmentA, long segmentB, EditNote note) {
    return addTried(name, base -> BranchEdit.merge(segmentA, segmentB, base, note));
  }

  /// Proposes a split; see [Edits#split]. The pairs to cut are found now and stay the same.
  ///
  /// @return its number in the branch
  /// @throws GraphException if it cannot be made after the other edits of the branch
  public long split(String name, SplitOptions options, EditNote note) {
    return add(
        name,
        before -> {
          long[] base = {0};
          SplitPreview preview =
              new Edits(database, stop)
                  .preview(
                      options,
                      edit -> {
                        BranchReplay replay = new BranchReplay(name, edit);
                        base[0] = replay.head();
                        replay.all(before);
                      });
          List<SegmentPair> pairs =
              preview.cut().stream().map(p -> new SegmentPair(p.low(), p.high())).toList();
          return BranchEdit.split(options, pairs, base[0], note);
        });
  }

  /// Proposes to undo a decision; see [Edits#undo].
  ///
  /// @return its number in the branch
  /// @throws GraphException if it cannot be made after the other edits of the branch
  public long undo(String name, long decision, EditNote note) {
    return addTried(name, base -> BranchEdit.undo(decision, base, note));
  }

  /// Proposes to redo a decision; see [Edits#redo].
  ///
  /// @return its number in the branch
  /// @throws GraphException if it cannot be made after the other edits of the branch
  public long redo(String name, long decision, EditNote note) {
    return addTried(name, base -> BranchEdit.redo(decision, base, note));
  }

  private long addTried(String name, LongFunction<BranchEdit> proposal) {
    return add(
        name,
        before ->
            tried(
                name,
                before,
                (edit, replay) -> {
                  BranchEdit proposed = proposal.apply(replay.head());
                  replay.make(proposed);
                  return proposed;
                }));
  }

  /* Tried out first and stored then, if the branch is still the same: who edits locks the store
  and then the branch, so nobody may wait for the store while holding a branch. */
  private long add(String name, Function<List<BranchEdit>, BranchEdit> proposal) {
    while (true) {
      stop.check();
      List<BranchEdit> before = read(tx -> BranchNode.of(tx, name).open().edits());
      BranchEdit added = proposal.apply(before);
      OptionalLong number =
          committed(
              tx -> {
                BranchNode branch = BranchNode.locked(tx, name);
                return branch.edits().equals(before)
                    ? OptionalLong.of(branch.add(added))
                    : OptionalLong.empty();
              });
      if (number.isPresent()) {
        return number.getAsLong();
      }
    }
  }

  /// Takes an edit out of a branch.
  ///
  /// @throws GraphException if it has no such edit
  public void remove(String name, long number) {
    committed(
        tx -> {
          BranchNode.locked(tx, name).remove(number);
          return name;
        });
  }

  /// Forgets a branch. What was taken over stays.
  ///
  /// @throws GraphException if there is none
  public void drop(String name) {
    committed(
        tx -> {
          BranchNode.of(tx, name).drop();
          return name;
        });
  }

  /// The edits of a branch in their order. The first that conflicts with the current state says
  /// why, those after it wait for it.
  public List<ProposedEdit> edits(String name) {
    try (Transaction tx = database.beginTx()) {
      BranchNode branch = BranchNode.of(tx, name);
      List<BranchEdit> edits = branch.edits();
      List<Long> decisions = branch.decisions();
      List<String> conflicts =
          branch.isOpen()
              ? EditTransaction.run(
                  database, stop, edit -> new BranchReplay(name, edit).conflicts(edits), false)
              : edits.stream().map(edit -> "").toList();
      List<ProposedEdit> proposed = new ArrayList<>();
      for (int i = 0; i < edits.size(); i++) {
        proposed.add(new ProposedEdit(edits.get(i), conflicts.get(i), decisions.get(i)));
      }
      return proposed;
    }
  }

  /// The segments that would be in one agglomerate with a segment, itself too; ascending ids.
  ///
  /// @throws GraphException if the segment is not there, or an edit of the branch conflicts
  public long[] members(String name, long segmentId) {
    return look(
        name,
        (edit, replay) -> {
          LongArrayList ids = new LongArrayList();
          BranchDifference.segments(Ancestry.top(edit.segment(segmentId)), ids::add);
          return ids.toSortedArray();
        });
  }

  /// Which agglomerates the branch changes, and into what.
  ///
  /// @throws GraphException if an edit of the branch conflicts with the current state
  public List<Change> difference(String name) {
    return look(
        name, (edit, replay) -> new BranchDifference(edit.tx(), replay.results()).changes());
  }

  /// The agglomerate that each segment would be in. Ids of agglomerates that the branch would make
  /// are good for telling them apart only.
  ///
  /// @throws GraphException if an edit of the branch conflicts with the current state
  public Membership membership(String name) {
    long[] head = {0};
    LongLongHashMap changed =
        look(
            name,
            (edit, replay) -> {
              head[0] = replay.head();
              return new BranchDifference(edit.tx(), replay.results()).membership();
            });
    try (Transaction tx = database.beginTx();
        History history = new History(tx)) {
      Membership before = history.membership(head[0], stop);
      long[] agglomerates = before.agglomerateIds().clone();
      for (int i = 0; i < agglomerates.length; i++) {
        agglomerates[i] = changed.getIfAbsent(before.segmentIds()[i], agglomerates[i]);
      }
      return new Membership(before.segmentIds(), agglomerates);
    }
  }

  /// Makes decisions of all edits of a branch, in their order and one transaction.
  ///
  /// @param note who takes it over, and why; the decisions keep what their edits say
  /// @return what became of each edit
  /// @throws GraphException if an edit conflicts with the current state; then nothing is changed
  public List<EditResult> takeOver(String name, EditNote note) {
    return EditTransaction.run(
        database,
        stop,
        edit -> {
          BranchNode branch = BranchNode.locked(edit.tx(), name);
          BranchReplay replay = new BranchReplay(name, edit);
          replay.all(branch.edits());
          branch.takenOver(replay.results(), note);
          return replay.results();
        },
        true);
  }

  private <T> T look(String name, BiFunction<EditTransaction, BranchReplay, T> work) {
    return tried(name, read(tx -> BranchNode.of(tx, name).open().edits()), work);
  }

  private <T> T tried(
      String name, List<BranchEdit> edits, BiFunction<EditTransaction, BranchReplay, T> work) {
    return EditTransaction.run(
        database,
        stop,
        edit -> {
          BranchReplay replay = new BranchReplay(name, edit);
          replay.all(edits);
          return work.apply(edit, replay);
        },
        false);
  }

  private <T> T read(Function<Transaction, T> work) {
    try (Transaction tx = database.beginTx()) {
      return work.apply(tx);
    }
  }

  private <T> T committed(Function<Transaction, T> work) {
    DiskSpace.requireRoom(database);
    try (Transaction tx = database.beginTx()) {
      T result = work.apply(tx);
      tx.commit();
      return result;
    }
  }
}
