package org.connectarium.graph.edit;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.connectarium.graph.procedure.ProcedureOptions;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.edit.*` that change the agglomeration, and their preview.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class EditProcedures {
  private static final String NOTE = "by (who decides), reason (why)";
  private static final String PROVEN = "Whether no cut of the agglomerate can cost less.";
  private static final String MAX_SEGMENTS =
      "maxSegments (1000; segments to read at most to prove the cut)";

  @Context public GraphDatabaseService database;
  @Context public TerminationGuard terminationGuard;

  /// A row of all edits.
  public record EditRow(
      @Description("Number of the decision.") long decision,
      @Description("Ids of the agglomerates that it ended.") List<Long> ended,
      @Description("Ids of the agglomerates that it made.") List<Long> made) {
    static Stream<EditRow> of(EditResult result) {
      return Stream.of(new EditRow(result.decision(), result.ended(), result.made()));
    }
  }

  /// A row of `split`.
  public record SplitRow(
      @Description("Number of the decision.") long decision,
      @Description("Ids of the agglomerates that it ended.") List<Long> ended,
      @Description("Ids of the agglomerates that it made.") List<Long> made,
      @Description(PROVEN) boolean proven) {
    static Stream<SplitRow> of(SplitResult split) {
      EditResult edit = split.edit();
      return Stream.of(new SplitRow(edit.decision(), edit.ended(), edit.made(), split.proven()));
    }
  }

  /// A row of `previewSplit`.
  public record PreviewRow(
      @Description("Joined pairs that would be cut: low, high, strength, x, y, z (nm).")
          List<Map<String, Object>> cut,
      @Description("Agglomerates that would be made: segment (one of them), segments, voxels.")
          List<Map<String, Object>> pieces,
      @Description(PROVEN) boolean proven) {
    static PreviewRow of(SplitPreview preview) {
      return new PreviewRow(
          preview.cut().stream().map(PreviewRow::map).toList(),
          preview.pieces().stream().map(SplitPreview.Piece::toMap).toList(),
          preview.proven());
    }

    private static Map<String, Object> map(SplitPreview.CutPair pair) {
      return Map.of(
          "low", pair.low(),
          "high", pair.high(),
          "strength", pair.strength(),
          "x", pair.x(),
          "y", pair.y(),
          "z", pair.z());
    }
  }

  @Procedure(name = "connectome.edit.merge", mode = Mode.WRITE)
  @Description(
      "Joins two segments and with them their agglomerates, whether they touch or not."
          + " Commits on its own, whatever becomes of the calling transaction.")
  public Stream<EditRow> merge(
      @Name(value = "segmentA", description = "Id of a segment.") long segmentA,
      @Name(value = "segmentB", description = "Id of a segment of another agglomerate.")
          long segmentB,
      @Name(value = "note", defaultValue = "{}", description = NOTE + ".")
          Map<String, Object> note) {
    return EditRow.of(edits().merge(segmentA, segmentB, EditNote.of(note)));
  }

  @Procedure(name = "connectome.edit.split", mode = Mode.WRITE)
  @Description(
      "Sets segments of one agglomerate apart by the minimum cut on the strengths of joins."
          + " Commits on its own, whatever becomes of the calling transaction.")
  public Stream<SplitRow> split(
      @Name(value = "sources", description = "Ids of segments of one side.") List<Long> sources,
      @Name(value = "sinks", description = "Ids of segments of the other side.") List<Long> sinks,
      @Name(value = "note", defaultValue = "{}", description = NOTE + ", " + MAX_SEGMENTS + ".")
          Map<String, Object> note) {
    ProcedureOptions options = SplitOptions.withNote(note);
    return SplitRow.of(
        edits().split(SplitOptions.of(sources, sinks, options), EditNote.of(options)));
  }

  @Procedure(name = "connectome.edit.previewSplit", mode = Mode.WRITE)
  @Description("What connectome.edit.split would do; changes nothing.")
  public Stream<PreviewRow> previewSplit(
      @Name(value = "sources", description = "Ids of segments of one side.") List<Long> sources,
      @Name(value = "sinks", description = "Ids of segments of the other side.") List<Long> sinks,
      @Name(value = "options", defaultValue = "{}", description = MAX_SEGMENTS + ".")
          Map<String, Object> options) {
    SplitOptions asked = SplitOptions.of(sources, sinks, SplitOptions.withoutNote(options));
    return Stream.of(PreviewRow.of(edits().preview(asked)));
  }

  @Procedure(name = "connectome.edit.undo", mode = Mode.WRITE)
  @Description(
      "Takes a decision back, also after later ones unless they were about the same segments."
          + " Commits on its own, whatever becomes of the calling transaction.")
  public Stream<EditRow> undo(
      @Name(value = "decision", description = "Number of a decision.") long decision,
      @Name(value = "note", defaultValue = "{}", description = NOTE + ".")
          Map<String, Object> note) {
    return takeBack(edits()::undo, decision, note);
  }

  @Procedure(name = "connectome.edit.redo", mode = Mode.WRITE)
  @Description(
      "Takes the undo of a decision back."
          + " Commits on its own, whatever becomes of the calling transaction.")
  public Stream<EditRow> redo(
      @Name(value = "decision", description = "Number of a decision that was undone.")
          long decision,
      @Name(value = "note", defaultValue = "{}", description = NOTE + ".")
          Map<String, Object> note) {
    return takeBack(edits()::redo, decision, note);
  }

  private static Stream<EditRow> takeBack(
      BiFunction<Long, EditNote, EditResult> edit, long decision, Map<String, Object> note) {
    return EditRow.of(edit.apply(decision, EditNote.of(note)));
  }

  private Edits edits() {
    return new Edits(database, terminationGuard::check);
  }
}
