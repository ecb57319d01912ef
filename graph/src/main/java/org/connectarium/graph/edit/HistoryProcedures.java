package org.connectarium.graph.edit;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.edit.*` that answer about past states.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class HistoryProcedures {
  private static final String DECISION = "Number of a decision, or 0 for before all.";
  private static final String ANY_ID = "Id of an agglomerate, of now or of the past.";

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `asOf`.
  public record AgglomerateRow(
      @Description("Id of the agglomerate that the segment was in.") long agglomerateId) {}

  /// A row of `members`.
  public record MemberRow(@Description("Id of a segment, in ascending order.") long segmentId) {}

  /// A row of `joins`.
  public record JoinRow(
      @Description("The lower id of two joined segments.") long lowId,
      @Description("The higher id.") long highId,
      @Description("Sum of ln(p / (1 - p)) over their joins.") double strength) {}

  /// A row of `decisionAt`.
  public record DecisionRow(@Description("Number of the decision.") long decision) {}

  /// A row of `history`.
  public record StepRow(
      @Description("Number of the decision.") long decision,
      @Description("merge, split, undo or redo.") String kind,
      @Description("When it was made.") ZonedDateTime at,
      @Description("Who made it.") String by,
      @Description("Why.") String reason,
      @Description("Ids of the agglomerates that it ended.") List<Long> ended,
      @Description("Ids of the agglomerates that it made.") List<Long> made) {
    static StepRow of(History.Step s) {
      return new StepRow(s.decision(), s.kind(), s.at(), s.by(), s.reason(), s.ended(), s.made());
    }
  }

  /// A row of `diff`.
  public record GroupRow(
      @Description("Ids of agglomerates of the earlier state.") List<Long> before,
      @Description("Ids of those that the same segments are in, in the later state.")
          List<Long> after,
      @Description("Numbers of the decisions between.") List<Long> decisions) {}

  @Procedure(name = "connectome.edit.asOf", mode = Mode.READ)
  @Description("The agglomerate that a segment was in just after a decision.")
  public Stream<AgglomerateRow> asOf(
      @Name(value = "segmentId", description = "Id of a segment.") long segmentId,
      @Name(value = "decision", description = DECISION) long decision) {
    return Stream.of(new AgglomerateRow(new History(transaction).agglomerate(segmentId, decision)));
  }

  @Procedure(name = "connectome.edit.decisionAt", mode = Mode.READ)
  @Description("The latest decision at a time.")
  public Stream<DecisionRow> decisionAt(
      @Name(value = "at", description = "A time.") ZonedDateTime at) {
    try (History history = new History(transaction)) {
      return Stream.of(new DecisionRow(history.decisionAt(at)));
    }
  }

  @Procedure(name = "connectome.edit.members", mode = Mode.READ)
  @Description("The segments of an agglomerate, of one of the past while it was there.")
  public Stream<MemberRow> members(
      @Name(value = "agglomerateId", description = ANY_ID) long agglomerateId) {
    try (History history = new History(transaction)) {
      return LongStream.of(history.members(agglomerateId))
          .peek(id -> terminationGuard.check())
          .mapToObj(MemberRow::new);
    }
  }

  @Procedure(name = "connectome.edit.joins", mode = Mode.READ)
  @Description("How an agglomerate is joined, one of the past while it was there.")
  public Stream<JoinRow> joins(
      @Name(value = "agglomerateId", description = ANY_ID) long agglomerateId) {
    try (History history = new History(transaction)) {
      return history.joins(agglomerateId).stream()
          .peek(pair -> terminationGuard.check())
          .map(pair -> new JoinRow(pair.low(), pair.high(), pair.strength()));
    }
  }

  @Procedure(name = "connectome.edit.history", mode = Mode.READ)
  @Description("The decisions that led to an agglomerate, the latest first.")
  public Stream<StepRow> history(
      @Name(value = "agglomerateId", description = ANY_ID) long agglomerateId) {
    try (History history = new History(transaction)) {
      return history.lineage(agglomerateId).stream()
          .peek(step -> terminationGuard.check())
          .map(StepRow::of);
    }
  }

  @Procedure(name = "connectome.edit.diff", mode = Mode.READ)
  @Description("What became of agglomerates from one decision to a later one.")
  public Stream<GroupRow> diff(
      @Name(value = "from", description = DECISION) long from,
      @Name(value = "to", description = "Number of the later decision.") long to) {
    try (History history = new History(transaction)) {
      return history.difference(from, to).stream()
          .map(group -> new GroupRow(group.before(), group.after(), group.decisions()));
    }
  }
}
