package org.connectarium.graph.bolt;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.bolt.LoadProcedures.LoadedRow;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.score.ScoreModel;
import org.connectarium.graph.sink.ContactKey;
import org.connectarium.graph.sink.ScoresRow;
import org.connectarium.graph.sink.SinkTransaction;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/// The procedures `connectome.loadScores.*`: the probabilities of one more model for a graph that
/// is loaded, from a program in another process.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class LoadScoresProcedures {
  private static final String KIND = "continuity, synapse or type.";
  private static final String NAME = "Name of the model: a letter, then letters and digits.";
  private static final String BATCH = "Names the rows, for this model.";
  private static final String RUN = "Id of the run that the model was begun with.";
  private static final String TOTAL = "Rows of the whole batch.";
  private static final String BEGIN = "Number of the first of these rows, from 0.";
  private static final int PARTS_OF_KEY = 3;

  @Context public Transaction transaction;

  /// A row of `begin`.
  public record PropertiesRow(
      @Description("Properties that hold the scores, in the order of their columns.")
          List<String> properties) {}

  @Procedure(name = "connectome.loadScores.begin", mode = Mode.WRITE)
  @Description("Begins to write scores of a model, or goes on; none are overwritten.")
  public Stream<PropertiesRow> begin(
      @Name(value = "kind", description = KIND) String kind,
      @Name(value = "name", description = NAME) String name,
      @Name(value = "run", description = "Id of the run that made them.") String run) {
    var row = new ScoresRow(new ScoreModel(ScoreKind.of(kind), name), run);
    return Stream.of(new PropertiesRow(writes().beginScores(row)));
  }

  @Procedure(name = "connectome.loadScores.segments", mode = Mode.WRITE)
  @Description(
      "Adds scores to segments if just the rows before them are in the ledger, else nothing.")
  public Stream<LoadedRow> segments(
      @Name(value = "batch", description = BATCH) String batch,
      @Name(value = "run", description = RUN) String run,
      @Name(value = "total", description = TOTAL) long total,
      @Name(value = "begin", description = BEGIN) long begin,
      @Name(value = "ids", description = "Ids of segments.") List<Long> ids,
      @Name(value = "scores", description = ScoresMap.KEYS) Map<String, Object> scores) {
    var part =
        LoadProcedures.part(batch, run, total, begin, ids, ScoresMap.columns(List.of(scores)));
    return Stream.of(new LoadedRow(writes().segmentScores(part)));
  }

  @Procedure(name = "connectome.loadScores.contacts", mode = Mode.WRITE)
  @Description(
      "Adds scores to contacts if just the rows before them are in the ledger, else nothing.")
  public Stream<LoadedRow> contacts(
      @Name(value = "batch", description = BATCH) String batch,
      @Name(value = "run", description = RUN) String run,
      @Name(value = "total", description = TOTAL) long total,
      @Name(value = "begin", description = BEGIN) long begin,
      @Name(value = "keys", description = "Of each contact [low id, high id, piece].")
          List<List<Long>> keys,
      @Name(value = "scores", description = ScoresMap.KEYS) Map<String, Object> scores) {
    var part =
        LoadProcedures.part(
            batch,
            run,
            total,
            begin,
            keys.stream().map(LoadScoresProcedures::key).toList(),
            ScoresMap.columns(List.of(scores)));
    return Stream.of(new LoadedRow(writes().contactScores(part)));
  }

  @Procedure(name = "connectome.loadScores.complete", mode = Mode.WRITE)
  @Description("Says that all scores of a model are written.")
  public void complete(
      @Name(value = "kind", description = KIND) String kind,
      @Name(value = "name", description = NAME) String name) {
    writes().completeScores(new ScoreModel(ScoreKind.of(kind), name));
  }

  private SinkTransaction writes() {
    return new SinkTransaction(transaction);
  }

  private static ContactKey key(List<Long> key) {
    if (key.size() != PARTS_OF_KEY) {
      throw new GraphException("A contact must be [low id, high id, piece] but was " + key);
    }
    return new ContactKey(key.get(0), key.get(1), Math.toIntExact(key.get(2)));
  }
}
