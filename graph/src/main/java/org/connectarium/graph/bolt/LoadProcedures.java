package org.connectarium.graph.bolt;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.sink.BatchPart;
import org.connectarium.graph.sink.ScoreColumns;
import org.connectarium.graph.sink.SinkTransaction;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/// The procedures `connectome.load.*`: what the embedded sink does, for a sink in another process.
/// Through Cypher alone the numbers would be stored wider than they are.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class LoadProcedures {
  static final String RUN_KEYS = "id, stage, version, parameters, inputHash, started, ended, seed.";
  private static final String SEGMENT_KEYS =
      "id, voxels, x, y, z, insideX, insideY, insideZ (nm), bboxVoxels, covarianceNm2 (six each),"
          + " thicknessNm, axis, axisDeviationsNm (three each).";
  private static final String CONTACT_KEYS =
      "low, high, piece, areaUm2, voxels, x, y, z (nm), face, boundary, pContinuity,"
          + " normal (three), boundarySd, boundaryLevels (five).";

  @Context public Transaction transaction;

  /// A row of `run`.
  public record KeyRow(
      @Description("Short key that the things of this run carry as property run.") long key) {}

  /// A row of `segments` and `contacts`.
  public record LoadedRow(
      @Description("Rows of the batch that are in the graph now.") long loaded) {}

  @Procedure(name = "connectome.load.run", mode = Mode.WRITE)
  @Description("Stores a run, or replaces its values if its id is known.")
  public Stream<KeyRow> run(@Name(value = "run", description = RUN_KEYS) Map<String, Object> run) {
    return Stream.of(new KeyRow(new SinkTransaction(transaction).run(new RowMap(run).run())));
  }

  @Procedure(name = "connectome.load.segments", mode = Mode.WRITE)
  @Description(
      "Loads rows of a batch of segments if just the rows before them are loaded, else nothing.")
  public Stream<LoadedRow> segments(
      @Name(value = "batch", description = "Key of the batch.") String batch,
      @Name(value = "run", description = "Id of the run that made the rows.") String run,
      @Name(value = "total", description = "Rows of the whole batch.") long total,
      @Name(value = "begin", description = "Number of the first of these rows, from 0.") long begin,
      @Name(value = "rows", description = SEGMENT_KEYS) List<Map<String, Object>> rows,
      @Name(value = "scores", defaultValue = "[]", description = ScoresMap.KEYS)
          List<Map<String, Object>> scores) {
    var segments = rows.stream().map(r -> new RowMap(r).segment()).toList();
    var part = part(batch, run, total, begin, segments, ScoresMap.columns(scores));
    return Stream.of(new LoadedRow(new SinkTransaction(transaction).segments(part)));
  }

  @Procedure(name = "connectome.load.contacts", mode = Mode.WRITE)
  @Description(
      "Loads rows of a batch of contacts if just the rows before them are loaded, else nothing.")
  public Stream<LoadedRow> contacts(
      @Name(value = "batch", description = "Key of the batch.") String batch,
      @Name(value = "run", description = "Id of the run that made the rows.") String run,
      @Name(value = "total", description = "Rows of the whole batch.") long total,
      @Name(value = "begin", description = "Number of the first of these rows, from 0.") long begin,
      @Name(value = "rows", description = CONTACT_KEYS) List<Map<String, Object>> rows,
      @Name(value = "scores", defaultValue = "[]", description = ScoresMap.KEYS)
          List<Map<String, Object>> scores) {
    var contacts = rows.stream().map(r -> new RowMap(r).contact()).toList();
    var part = part(batch, run, total, begin, contacts, ScoresMap.columns(scores));
    return Stream.of(new LoadedRow(new SinkTransaction(transaction).contacts(part)));
  }

  static <R> BatchPart<R> part(
      String batch, String run, long total, long begin, List<R> rows, List<ScoreColumns> scores) {
    if (begin < 0 || begin + rows.size() > total || total > Integer.MAX_VALUE) {
      throw new GraphException(
          "Batch %s: %d rows from row %d on do not lie in a batch of %d"
              .formatted(batch, rows.size(), begin, total));
    }
    return new BatchPart<>(batch, run, (int) total, (int) begin, rows, scores);
  }
}
