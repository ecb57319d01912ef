package org.connectarium.analysis.evaluation.graph;

import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.connectarium.analysis.evaluation.ContactMetrics;
import org.connectarium.analysis.evaluation.SegmentationMetrics;
import org.connectarium.analysis.evaluation.SkeletonMetrics;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.edit.History;
import org.connectarium.graph.procedure.ProcedureOptions;
import org.connectarium.graph.score.ScoreChoice;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.evaluate.*`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class EvaluateProcedures {
  private static final String AS_OF = "asOf";
  private static final String DECISION = ", asOf (now; number of a decision)";

  @Context public GraphDatabaseService database;
  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `volume`.
  public record VolumeRow(
      @Description("What is compared: segments or agglomerates.") String level,
      @Description("Voxels compared.") long voxels,
      @Description("Voxels compared, as a share of all voxels of the truth.") double coverage,
      @Description("Bits of information that splits cost, H(segmentation | truth).")
          double viSplitBits,
      @Description("Bits of information that mergers cost, H(truth | segmentation).")
          double viMergeBits,
      @Description("Of two voxels of one segment, how often they are of one cell.")
          double randPrecision,
      @Description("Of two voxels of one cell, how often they are in one segment.")
          double randRecall,
      @Description("1 - harmonic mean of both.") double adaptedRandError) {
    static VolumeRow of(Level level, SegmentationMetrics m) {
      return new VolumeRow(
          level.label(),
          m.voxels(),
          m.coverage(),
          m.viSplitBits(),
          m.viMergeBits(),
          m.randPrecision(),
          m.randRecall(),
          m.adaptedRandError());
    }
  }

  /// A row of `skeletons`.
  public record SkeletonsRow(
      @Description("What is compared: segments or agglomerates.") String level,
      @Description("Expected run length in µm; a merger makes all runs in it 0.") double erlUm,
      @Description("What it would be without an error, in µm.") double erlOfTruthUm,
      @Description("Sum over skeletons of the segments or agglomerates that hold it, less one.")
          long splits,
      @Description("Sum over segments or agglomerates of the skeletons that they hold, less one.")
          long mergers,
      @Description("Length of all edges in µm.") double pathUm,
      @Description("Number of skeletons.") long skeletons,
      @Description("Number of their nodes.") long nodes,
      @Description("Nodes that lie in no segment.") long nodesInNone) {
    static SkeletonsRow of(Level level, SkeletonMetrics m) {
      return new SkeletonsRow(
          level.label(),
          m.erlUm(),
          m.erlOfTruthUm(),
          m.splits(),
          m.mergers(),
          m.pathUm(),
          m.skeletons(),
          m.nodes(),
          m.nodesInNone());
    }
  }

  /// A row of `contacts`.
  public record ContactsRow(
      @Description("Share of the joined contacts that are within one cell.") double precision,
      @Description("Share of the contacts within one cell that are joined.") double recall,
      @Description("Contacts whose segments both have a known cell.") long contacts,
      @Description("Contacts ignored because a segment has no known cell.") long unknown,
      @Description("Contacts joined within one cell.") long truePositives,
      @Description("Contacts joined across two cells.") long falsePositives,
      @Description("Contacts apart within one cell.") long falseNegatives) {
    static ContactsRow of(ContactMetrics m) {
      return new ContactsRow(
          m.precision(),
          m.recall(),
          m.contacts(),
          m.unknown(),
          m.truePositives(),
          m.falsePositives(),
          m.falseNegatives());
    }
  }

  /// A row of `thresholds`.
  public record ThresholdsRow(
      @Description("Least continuity of a contact that joins.") double minContinuity,
      @Description("Number of agglomerates of all segments of the graph.") long agglomerates,
      @Description("Bits of information that splits cost.") double viSplitBits,
      @Description("Bits of information that mergers cost.") double viMergeBits,
      @Description("1 - harmonic mean of precision and recall of voxel pairs.")
          double adaptedRandError) {}

  /// A row of `compare`.
  public record CompareRow(
      @Description("Voxels of all segments compared.") long voxels,
      @Description("Bits: what the current agglomerates part and the others join.")
          double viSplitBits,
      @Description("Bits: what the current agglomerates join and the others part.")
          double viMergeBits,
      @Description("1 - harmonic mean of precision and recall of voxel pairs.")
          double adaptedRandError) {}

  @Procedure(name = "connectome.evaluate.volume", mode = Mode.READ)
  @Description("Segments and agglomerates against the cells of a labelled volume.")
  public Stream<VolumeRow> volume(
      @Name(
              value = "options",
              defaultValue = "{}",
              description = Measures.TRUTH_AND_BOX + " of segments' centroids)" + DECISION + ".")
          Map<String, Object> options) {
    ProcedureOptions o = Measures.options(options, AS_OF);
    return measures().volume(o, agglomerates(o));
  }

  @Procedure(name = "connectome.evaluate.skeletons", mode = Mode.READ)
  @Description("How far one gets along skeletons before segments and agglomerates err.")
  public Stream<SkeletonsRow> skeletons(
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  Measures.TRUTH_AND_BOX
                      + " of nodes), minNodes (1; nodes of a skeleton from which on an agglomerate"
                      + " holds it; one that holds two is a merger)"
                      + DECISION
                      + ".")
          Map<String, Object> options) {
    ProcedureOptions o = Measures.options(options, AS_OF, Measures.MIN_NODES);
    return measures().skeletons(o, agglomerates(o));
  }

  @Procedure(name = "connectome.evaluate.contacts", mode = Mode.READ)
  @Description(
      "Of the contacts, which the agglomerates join and which lie within one cell of a labelled"
          + " volume. A segment belongs to the cell that it shares most voxels with.")
  public Stream<ContactsRow> contacts(
      @Name(
              value = "options",
              defaultValue = "{}",
              description = Measures.TRUTH_AND_BOX + " of segments' centroids)" + DECISION + ".")
          Map<String, Object> options) {
    ProcedureOptions o = Measures.options(options, AS_OF);
    return measures().contacts(o, agglomerates(o));
  }

  @Procedure(name = "connectome.evaluate.thresholds", mode = Mode.READ)
  @Description(
      "What thresholds on the continuity of contacts would make of the segments, against the cells"
          + " of a labelled volume, the highest first. Changes nothing.")
  public Stream<ThresholdsRow> thresholds(
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  Measures.TRUTH_AND_BOX
                      + " of segments' centroids), from (0.3), to (0.99), steps (70; thresholds,"
                      + " both ends included), minContactVoxels (0), minSegmentVoxels (0), "
                      + ScoreChoice.CONTINUITY_OPTION
                      + ".")
          Map<String, Object> options) {
    ThresholdOptions o = ThresholdOptions.of(options);
    return evaluation()
        .thresholds(o.truth(), o.box(), o.falling(), o.others())
        .map(
            point ->
                new ThresholdsRow(
                    point.minContinuity(),
                    point.components(),
                    point.metrics().viSplitBits(),
                    point.metrics().viMergeBits(),
                    point.metrics().adaptedRandError()));
  }

  @Procedure(name = "connectome.evaluate.compare", mode = Mode.READ)
  @Description(
      "How the current agglomerates differ from those that connectome.agglomerate.components would"
          + " make, by the voxels of their segments. Needs no truth and changes nothing.")
  public Stream<CompareRow> compare(
      @Name(
              value = "options",
              defaultValue = "{}",
              description = "The options of connectome.agglomerate.components.")
          Map<String, Object> options) {
    return row(evaluation().compare(now(), AgglomerationOptions.of(options)));
  }

  @Procedure(name = "connectome.evaluate.decisions", mode = Mode.READ)
  @Description(
      "How the agglomerates after one decision differ from those after a later one, by the voxels"
          + " of their segments; the later ones stand for the truth.")
  public Stream<CompareRow> decisions(
      @Name(value = "from", description = "Number of a decision, or 0 for before all.") long from,
      @Name(value = "to", description = "Number of the later decision.") long to) {
    return row(evaluation().compare(past(from), past(to)));
  }

  private static Stream<CompareRow> row(SegmentationMetrics m) {
    return Stream.of(
        new CompareRow(m.voxels(), m.viSplitBits(), m.viMergeBits(), m.adaptedRandError()));
  }

  private GraphEvaluation evaluation() {
    return new GraphEvaluation(transaction, terminationGuard::check);
  }

  private Measures measures() {
    return new Measures(evaluation());
  }

  private LongUnaryOperator agglomerates(ProcedureOptions options) {
    long asOf = options.count(AS_OF, Long.MAX_VALUE);
    return asOf == Long.MAX_VALUE ? now() : past(asOf);
  }

  private LongUnaryOperator now() {
    return new Agglomeration(database, terminationGuard::check).membership()::of;
  }

  private LongUnaryOperator past(long decision) {
    try (History history = new History(transaction)) {
      return history.membership(decision, terminationGuard::check)::of;
    }
  }
}
