package org.connectarium.graph.agglomerate;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.connectarium.graph.score.ScoreChoice;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.agglomerate.*`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class AgglomerateProcedures {
  @Context public GraphDatabaseService database;
  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `components` and `partition`.
  public record ComponentsRow(
      @Description("Number of agglomerates made.") long agglomerates,
      @Description("Number of segments, each part of exactly one agglomerate.") long segments,
      @Description("Number of contacts that reached the thresholds; of a partition all.")
          long contactsUsed,
      @Description("Wall time in seconds.") double seconds,
      @Description("Id of the (:Run) that the agglomerates refer to.") String runId) {}

  /// A row of `focusem`.
  public record StepRow(
      @Description("Name of the step.") String step,
      @Description("Number of joins that made one agglomerate of two.") long joins,
      @Description("Number of agglomerates after the step.") long agglomerates,
      @Description("Number of segments in agglomerates of the kind other after the step.")
          long unassigned,
      @Description("Wall time of the step in seconds.") double seconds,
      @Description("Id of the (:Run) that the agglomerates refer to.") String runId) {}

  /// A row of `members`.
  public record SegmentIdRow(@Description("Id of a segment, in ascending order.") long segmentId) {}

  /// A row of `membership`.
  public record MembershipRow(
      @Description("Id of a segment, in ascending order.") long segmentId,
      @Description("Id of the agglomerate that the segment is part of.") long agglomerateId) {}

  /// A row of `of`.
  public record AgglomerateIdRow(
      @Description("Id of the agglomerate that the segment is part of.") long agglomerateId) {}

  @Procedure(name = "connectome.agglomerate.components", mode = Mode.WRITE)
  @Description(
      "Joins segments over contacts that reach the thresholds, and replaces all agglomerates."
          + " Commits on its own, whatever becomes of the calling transaction.")
  public Stream<ComponentsRow> components(
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "minContinuity (0.98), minContactVoxels (0), minSegmentVoxels (0), type (none; a"
                      + " probability of segments such as pAxon), minTypeProbability (0.5),"
                      + " minAgglomerateVoxels (0; smaller ones are of the kind other), policy (none;"
                      + " focusem-axon or focusem-dendrite, other defaults), "
                      + ScoreChoice.CONTINUITY_OPTION
                      + ", "
                      + ScoreChoice.TYPES_OPTION
                      + ".")
          Map<String, Object> options) {
    return row(
        new Agglomeration(database, terminationGuard::check).run(AgglomerationOptions.of(options)));
  }

  @Procedure(name = "connectome.agglomerate.partition", mode = Mode.WRITE)
  @Description(
      "Joins and parts segments as all contacts together speak for (multicut), and replaces all"
          + " agglomerates. Commits on its own, whatever becomes of the calling transaction.")
  public Stream<ComponentsRow> partition(
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "prior (0.5; continuity at which a contact says nothing), cannotLink (none; pairs"
                      + " of ids of segments that must end up apart), "
                      + ScoreChoice.CONTINUITY_OPTION
                      + ".")
          Map<String, Object> options) {
    return row(
        new Agglomeration(database, terminationGuard::check).run(PartitionOptions.of(options)));
  }

  @Procedure(name = "connectome.agglomerate.focusem", mode = Mode.WRITE)
  @Description(
      "Agglomerates in steps, each on what those before it made, and replaces all agglomerates."
          + " Commits on its own, whatever becomes of the calling transaction.")
  public Stream<StepRow> focusem(
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "steps (somata, axons, dendrites, leftovers, growth, spines), voxelSizeNm (none;"
                      + " [x, y, z], growth needs it), "
                      + ScoreChoice.CONTINUITY_OPTION
                      + ", "
                      + ScoreChoice.TYPES_OPTION
                      + ", and a map of parameters for each step by its name, and for exclusion.")
          Map<String, Object> options) {
    FocusemResult made =
        new Agglomeration(database, terminationGuard::check).run(FocusemOptions.of(options));
    return made.steps().stream()
        .map(
            s ->
                new StepRow(
                    s.step().word(),
                    s.joins(),
                    s.agglomerates(),
                    s.unassigned(),
                    s.seconds(),
                    made.whole().runId()));
  }

  private static Stream<ComponentsRow> row(AgglomerationResult made) {
    return Stream.of(
        new ComponentsRow(
            made.agglomerates(),
            made.segments(),
            made.contactsUsed(),
            made.seconds(),
            made.runId()));
  }

  @Procedure(name = "connectome.agglomerate.membership", mode = Mode.READ)
  @Description("The agglomerate of every segment.")
  public Stream<MembershipRow> membership() {
    Membership all = new Agglomeration(database, terminationGuard::check).membership();
    return IntStream.range(0, all.segmentIds().length)
        .peek(i -> terminationGuard.check())
        .mapToObj(i -> new MembershipRow(all.segmentIds()[i], all.agglomerateIds()[i]));
  }

  @Procedure(name = "connectome.agglomerate.members", mode = Mode.READ)
  @Description("The segments of an agglomerate.")
  public Stream<SegmentIdRow> members(
      @Name(value = "agglomerateId", description = "Id of an agglomerate.") long agglomerateId) {
    return LongStream.of(CurrentMembership.members(transaction, agglomerateId))
        .peek(id -> terminationGuard.check())
        .mapToObj(SegmentIdRow::new);
  }

  @Procedure(name = "connectome.agglomerate.of", mode = Mode.READ)
  @Description("The agglomerate of a segment.")
  public Stream<AgglomerateIdRow> of(
      @Name(value = "segmentId", description = "Id of a segment.") long segmentId) {
    return Stream.of(new AgglomerateIdRow(CurrentMembership.of(transaction, segmentId)));
  }
}
