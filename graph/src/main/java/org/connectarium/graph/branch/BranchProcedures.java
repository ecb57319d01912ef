package org.connectarium.graph.branch;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.connectarium.graph.edit.EditNote;
import org.connectarium.graph.edit.EditResult;
import org.connectarium.graph.edit.SplitOptions;
import org.connectarium.graph.edit.SplitPreview;
import org.connectarium.graph.procedure.ProcedureOptions;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.branch.*`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class BranchProcedures {
  private static final String BRANCH = "Name of a branch.";
  private static final String NOTE = "by (who), reason (why).";
  private static final String SPLIT_NOTE =
      "by (who), reason (why), maxSegments (1000; segments to read at most to prove the cut).";

  @Context public GraphDatabaseService database;
  @Context public TerminationGuard terminationGuard;

  /// A row of `create` and `list`.
  public record BranchRow(
      @Description("Its name.") String name,
      @Description("open, or taken over.") String state,
      @Description("Number of its edits.") long edits,
      @Description("Who made it.") String by,
      @Description("Why.") String reason,
      @Description("When.") ZonedDateTime at) {
    static BranchRow of(Branches.Branch b) {
      return new BranchRow(
          b.name(), b.state(), b.edits(), b.note().by(), b.note().reason(), b.at());
    }
  }

  /// A row of what adds an edit.
  public record AddedRow(@Description("Number of the edit in the branch.") long edit) {}

  /// A row of `edits`.
  public record EditRow(
      @Description("Number of the edit in the branch.") long edit,
      @Description("merge, split, undo or redo.") String kind,
      @Description("Ids of segments it was asked for.") List<Long> sources,
      @Description("Ids of those to join them with or set apart.") List<Long> sinks,
      @Description("Of an undo or redo: the decision, else 0.") long of,
      @Description("Who proposes it.") String by,
      @Description("Why.") String reason,
      @Description("When.") ZonedDateTime at,
      @Description("Why it cannot be made on the current state; empty if it can.") String conflict,
      @Description("Number of the decision that it became, else 0.") long decision) {
    static EditRow of(Branches.ProposedEdit proposed) {
      BranchEdit e = proposed.edit();
      return new EditRow(
          e.number(),
          e.kind().label(),
          e.sources(),
          e.sinks(),
          e.decision(),
          e.note().by(),
          e.note().reason(),
          e.at(),
          proposed.conflict(),
          proposed.decision());
    }
  }

  /// A row of `members`.
  public record MemberRow(@Description("Id of a segment, in ascending order.") long segmentId) {}

  /// A row of `diff`.
  public record ChangeRow(
      @Description("Ids of agglomerates that the branch changes.") List<Long> before,
      @Description("What would come of them: segment (one in it), segments, voxels.")
          List<Map<String, Object>> after) {
    static ChangeRow of(Branches.Change change) {
      return new ChangeRow(
          change.before(), change.after().stream().map(SplitPreview.Piece::toMap).toList());
    }
  }

  /// A row of `takeOver`.
  public record TakenRow(
      @Description("Number of the decision that an edit became.") long decision,
      @Description("Ids of the agglomerates that it ended.") List<Long> ended,
      @Description("Ids of the agglomerates that it made.") List<Long> made) {
    static TakenRow of(EditResult result) {
      return new TakenRow(result.decision(), result.ended(), result.made());
    }
  }

  /// A row of `remove` and `drop`.
  public record DoneRow(@Description("Name of the branch.") String name) {}

  @Procedure(name = "connectome.branch.create", mode = Mode.WRITE)
  @Description("Makes an empty branch: edits that are proposed, and taken over or dropped later.")
  public Stream<BranchRow> create(
      @Name(value = "name", description = "A new name.") String name,
      @Name(value = "note", defaultValue = "{}", description = NOTE) Map<String, Object> note) {
    return Stream.of(BranchRow.of(branches().create(name, EditNote.of(note))));
  }

  @Procedure(name = "connectome.branch.list", mode = Mode.READ)
  @Description("All branches.")
  public Stream<BranchRow> list() {
    return branches().list().stream().map(BranchRow::of);
  }

  @Procedure(name = "connectome.branch.merge", mode = Mode.WRITE)
  @Description("Proposes to join two segments and with them their agglomerates.")
  public Stream<AddedRow> merge(
      @Name(value = "branch", description = BRANCH) String branch,
      @Name(value = "segmentA", description = "Id of a segment.") long segmentA,
      @Name(value = "segmentB", description = "Id of a segment of another agglomerate.")
          long segmentB,
      @Name(value = "note", defaultValue = "{}", description = NOTE) Map<String, Object> note) {
    return added(branches().merge(branch, segmentA, segmentB, EditNote.of(note)));
  }

  @Procedure(name = "connectome.branch.split", mode = Mode.WRITE)
  @Description(
      "Proposes to set segments of one agglomerate apart; what is cut is found now and stays.")
  public Stream<AddedRow> split(
      @Name(value = "branch", description = BRANCH) String branch,
      @Name(value = "sources", description = "Ids of segments of one side.") List<Long> sources,
      @Name(value = "sinks", description = "Ids of segments of the other side.") List<Long> sinks,
      @Name(value = "note", defaultValue = "{}", description = SPLIT_NOTE)
          Map<String, Object> note) {
    ProcedureOptions options = SplitOptions.withNote(note);
    return added(
        branches().split(branch, SplitOptions.of(sources, sinks, options), EditNote.of(options)));
  }

  @Procedure(name = "connectome.branch.undo", mode = Mode.WRITE)
  @Description("Proposes to take a decision back.")
  public Stream<AddedRow> undo(
      @Name(value = "branch", description = BRANCH) String branch,
      @Name(value = "decision", description = "Number of a decision.") long decision,
      @Name(value = "note", defaultValue = "{}", description = NOTE) Map<String, Object> note) {
    return added(branches().undo(branch, decision, EditNote.of(note)));
  }

  @Procedure(name = "connectome.branch.redo", mode = Mode.WRITE)
  @Description("Proposes to take the undo of a decision back.")
  public Stream<AddedRow> redo(
      @Name(value = "branch", description = BRANCH) String branch,
      @Name(value = "decision", description = "Number of a decision that was undone.")
          long decision,
      @Name(value = "note", defaultValue = "{}", description = NOTE) Map<String, Object> note) {
    return added(branches().redo(branch, decision, EditNote.of(note)));
  }

  @Procedure(name = "connectome.branch.remove", mode = Mode.WRITE)
  @Description("Takes an edit out of a branch.")
  public Stream<DoneRow> remove(
      @Name(value = "branch", description = BRANCH) String branch,
      @Name(value = "edit", description = "Number of the edit in the branch.") long edit) {
    branches().remove(branch, edit);
    return Stream.of(new DoneRow(branch));
  }

  @Procedure(name = "connectome.branch.edits", mode = Mode.WRITE)
  @Description("The edits of a branch, and which of them conflict with the current state.")
  public Stream<EditRow> edits(@Name(value = "branch", description = BRANCH) String branch) {
    return branches().edits(branch).stream().map(EditRow::of);
  }

  @Procedure(name = "connectome.branch.members", mode = Mode.WRITE)
  @Description("The segments that would be in one agglomerate with a segment, itself too.")
  public Stream<MemberRow> members(
      @Name(value = "branch", description = BRANCH) String branch,
      @Name(value = "segmentId", description = "Id of a segment.") long segmentId) {
    return LongStream.of(branches().members(branch, segmentId))
        .peek(id -> terminationGuard.check())
        .mapToObj(MemberRow::new);
  }

  @Procedure(name = "connectome.branch.diff", mode = Mode.WRITE)
  @Description("Which agglomerates a branch changes, and into what. Changes nothing.")
  public Stream<ChangeRow> diff(@Name(value = "branch", description = BRANCH) String branch) {
    return branches().difference(branch).stream().map(ChangeRow::of);
  }

  @Procedure(name = "connectome.branch.takeOver", mode = Mode.WRITE)
  @Description(
      "Makes decisions of all edits of a branch, or of none if one conflicts."
          + " Commits on its own, whatever becomes of the calling transaction.")
  public Stream<TakenRow> takeOver(
      @Name(value = "branch", description = BRANCH) String branch,
      @Name(value = "note", defaultValue = "{}", description = NOTE) Map<String, Object> note) {
    return branches().takeOver(branch, EditNote.of(note)).stream().map(TakenRow::of);
  }

  @Procedure(name = "connectome.branch.drop", mode = Mode.WRITE)
  @Description("Forgets a branch; what was taken over stays.")
  public Stream<DoneRow> drop(@Name(value = "branch", description = BRANCH) String branch) {
    branches().drop(branch);
    return Stream.of(new DoneRow(branch));
  }

  private static Stream<AddedRow> added(long edit) {
    return Stream.of(new AddedRow(edit));
  }

  private Branches branches() {
    return new Branches(database, terminationGuard::check);
  }
}
