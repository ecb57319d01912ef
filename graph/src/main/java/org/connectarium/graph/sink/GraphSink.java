package org.connectarium.graph.sink;

import java.util.List;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.score.ScoreModel;
import org.neo4j.graphdb.GraphDatabaseService;

/// The way into the graph. Rows come in named batches; a batch is a fixed list in a fixed order.
///
/// - Loading is idempotent: a batch that is loaded stays as it is when it comes again.
/// - It is resumable: a ledger node is committed together with the rows it counts, so after a
///   kill at any moment the same calls complete what is missing, and the graph equals that of an
///   uninterrupted load.
/// - [#finish] ends it; whoever closes a sink without it gave up.
/// - One thread at a time. Memory: some 100 bytes per row of one transaction (bounded), plus 16
///   bytes per segment that contacts refer to (bounded).
public interface GraphSink extends AutoCloseable {

  /// A sink that writes into an embedded database through Neo4j's core API.
  ///
  /// @throws GraphException if the database has no schema (open it with `GraphStore`)
  static GraphSink embedded(GraphDatabaseService database) {
    return EmbeddedSink.open(database, EmbeddedSink.ROWS_PER_TRANSACTION);
  }

  /// Stores a run, or replaces its values if its id is known.
  ///
  /// @return the short key that the things of this run carry as property `run`
  int run(RunRow run);

  /// True if every row of the batch is committed.
  boolean isLoaded(String batchKey);

  /// Loads segments. The ids of all batches are distinct.
  ///
  /// @throws GraphException if the run is unknown, an id exists already, or the ledger says that
  ///     another batch of this name was loaded
  default void segments(String batchKey, String runId, List<SegmentRow> rows) {
    segments(batchKey, runId, rows, List.of());
  }

  /// Loads segments with scores of models that were begun, each with a value a row.
  ///
  /// @throws GraphException as without them, and if a model was not begun
  /// @throws IllegalArgumentException if scores are of contacts, or of another number of rows
  void segments(String batchKey, String runId, List<SegmentRow> rows, List<ScoreColumns> scores);

  /// Loads contacts between segments that are loaded.
  ///
  /// @throws GraphException as [#segments], and if an end is not loaded
  default void contacts(String batchKey, String runId, List<ContactRow> rows) {
    contacts(batchKey, runId, rows, List.of());
  }

  /// Loads contacts with scores of models that were begun, each with a value a row.
  ///
  /// @throws GraphException as without them, and if a model was not begun
  /// @throws IllegalArgumentException if scores are of segments, or of another number of rows
  void contacts(String batchKey, String runId, List<ContactRow> rows, List<ScoreColumns> scores);

  /// Begins to write scores of a model, or goes on where that was interrupted. The first model of a
  /// kind gets the plain names of properties, each further one its own; nothing is overwritten.
  /// [#completeScores] ends it.
  ///
  /// @return the properties that hold them
  /// @throws GraphException if the run is unknown, or the graph has scores of a model of this kind
  ///     and name from another run
  List<String> beginScores(ScoresRow scores);

  /// Adds scores of a model that was begun to segments that are loaded.
  ///
  /// @param batchKey names the rows; the ledger has it as [ScoreModel#batchKey] says, so that
  ///     batches of models have keys of their own
  /// @param segmentIds a segment for each row of `scores`
  /// @throws GraphException if the model was not begun, or by another run, a segment is not loaded
  ///     or has the scores already, or this is a new store that is made in bulk
  void segmentScores(String batchKey, String runId, List<Long> segmentIds, ScoreColumns scores);

  /// Adds scores of a model that was begun to contacts that are loaded, as [#segmentScores].
  /// Quickest in the order of their lower ids.
  ///
  /// @param contacts one for each row of `scores`
  /// @throws GraphException as there
  void contactScores(String batchKey, String runId, List<ContactKey> contacts, ScoreColumns scores);

  /// Says that all scores of a model are written.
  ///
  /// @throws GraphException if it was not begun
  void completeScores(ScoreModel model);

  /// Removes all segments, contacts, their scores, agglomerates, truth mapped to them, and the
  /// ledger; runs stay as history. A removal that was interrupted is completed by the next sink
  /// that is opened.
  ///
  /// @throws GraphException if there are decisions of people, which refer to segments
  void clearSegmentation();

  /// Says that everything was sent. A sink that makes a whole new store completes it here; what
  /// others have loaded was committed before.
  ///
  /// @throws GraphException if the store cannot be completed
  void finish();

  @Override
  void close();
}
