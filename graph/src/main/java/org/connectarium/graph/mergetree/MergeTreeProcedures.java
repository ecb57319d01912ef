package org.connectarium.graph.mergetree;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.score.ScoreChoice;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.mergeTree.*`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class MergeTreeProcedures {
  @Context public GraphDatabaseService database;
  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `build`.
  public record BuiltRow(
      @Description("Number of segments.") long segments,
      @Description("Number of contacts that the tree is made of.") long contacts,
      @Description("Number of MERGES relationships.") long merges,
      @Description("Wall time in seconds.") double seconds,
      @Description("Id of the (:Run) of the tree.") String runId) {}

  /// A row of `members`.
  public record MemberRow(
      @Description("Id of a segment; in no particular order.") long segmentId) {}

  /// A row of `of`.
  public record TopRow(
      @Description("Id of the segment at the top of the component; the same for all its members.")
          long topSegmentId) {}

  /// A row of `sizes`.
  public record SizesRow(
      @Description("A threshold, in the order given.") double threshold,
      @Description("Number of components.") long components,
      @Description("Number of components of one segment.") long singles,
      @Description("Number of segments of the largest component.") long largestSegments) {}

  @Procedure(name = "connectome.mergeTree.build", mode = Mode.WRITE)
  @Description(
      "Builds the tree of all thresholds from the contacts, and replaces the one before. Commits on"
          + " its own, whatever becomes of the calling transaction.")
  public Stream<BuiltRow> build(
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "minContinuity (0; lower thresholds cannot be asked for), minContactVoxels (0),"
                      + " minSegmentVoxels (0), "
                      + ScoreChoice.CONTINUITY_OPTION
                      + ".")
          Map<String, Object> options) {
    var made =
        new MergeTreeBuild(database, terminationGuard::check).run(MergeTreeOptions.of(options));
    return Stream.of(
        new BuiltRow(
            made.segments(), made.contacts(), made.merges(), made.seconds(), made.runId()));
  }

  @Procedure(name = "connectome.mergeTree.members", mode = Mode.READ)
  @Description("The segments that are one with a segment at a threshold.")
  public Stream<MemberRow> members(
      @Name(value = "segmentId", description = "Id of a segment.") long segmentId,
      @Name(value = "threshold", description = "Least continuity that joins, 0…1.")
          double threshold) {
    return new Climb(transaction, threshold)
        .members(segmentId)
        .peek(id -> terminationGuard.check())
        .mapToObj(MemberRow::new);
  }

  @Procedure(name = "connectome.mergeTree.of", mode = Mode.READ)
  @Description("The component of a segment at a threshold, named by its top segment.")
  public Stream<TopRow> of(
      @Name(value = "segmentId", description = "Id of a segment.") long segmentId,
      @Name(value = "threshold", description = "Least continuity that joins, 0…1.")
          double threshold) {
    return Stream.of(new TopRow(new Climb(transaction, threshold).top(segmentId)));
  }

  @Procedure(name = "connectome.mergeTree.sizes", mode = Mode.READ)
  @Description("How many components there would be at each threshold, and how large.")
  public Stream<SizesRow> sizes(
      @Name(value = "thresholds", description = "Least continuity that joins, 0…1; several.")
          List<Double> thresholds) {
    if (thresholds.isEmpty()) {
      throw new GraphException("thresholds is empty; give some, such as [0.9, 0.98]");
    }
    thresholds.forEach(threshold -> MergeTreeState.requireComplete(transaction, threshold));
    MergeTree tree = MergeTreeReader.read(transaction, terminationGuard::check);
    return thresholds.stream()
        .peek(threshold -> terminationGuard.check())
        .map(tree::sizes)
        .map(s -> new SizesRow(s.threshold(), s.components(), s.singles(), s.largest()));
  }
}
