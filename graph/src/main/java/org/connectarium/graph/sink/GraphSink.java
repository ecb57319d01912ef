package org.connectarium.graph.sink;

import java.util.List;
import org.connectarium.graph.GraphException;
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
  void segments(String batchKey, String runId, List<SegmentRow> rows);

  /// Loads contacts between segments that are loaded.
  ///
  /// @throws GraphException as [#segments], and if an end is not loaded
  void contacts(String batchKey, String runId, List<ContactRow> rows);

  /// Removes all segments, contacts, agglomerates, truth mapped to them, and the ledger; runs stay
  /// as history. A removal that was interrupted is completed by the next sink that is opened.
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
