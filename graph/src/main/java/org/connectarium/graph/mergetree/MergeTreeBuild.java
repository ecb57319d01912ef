package org.connectarium.graph.mergetree;

import java.time.Instant;
import org.connectarium.graph.agglomerate.BoundedWrites;
import org.connectarium.graph.agglomerate.SegmentGraph;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Builds the [MergeTree] of the contacts in the graph and stores it as `MERGES`, in place of the
/// one before. Transactions are bounded; the state node says `writing` until the last one, so that
/// a build that was interrupted is seen and repeated. Memory: some 75 bytes a segment and 28 a
/// contact.
public final class MergeTreeBuild {
  static final int CHANGES_PER_TRANSACTION = 20_000;
  private static final String STAGE = "merge-tree";
  private static final String VERSION = "merge-tree-1";

  private final GraphDatabaseService database;
  private final StopCheck stop;
  private final int changesPerTransaction;

  public MergeTreeBuild(GraphDatabaseService database, StopCheck stop) {
    this(database, stop, CHANGES_PER_TRANSACTION);
  }

  MergeTreeBuild(GraphDatabaseService database, StopCheck stop, int changesPerTransaction) {
    this.database = database;
    this.stop = stop;
    this.changesPerTransaction = changesPerTransaction;
  }

  /// What a build made.
  public record Result(long segments, long contacts, long merges, double seconds, String runId) {}

  /// Commits transactions of its own; two builds at once wait for each other.
  public Result run(MergeTreeOptions options) {
    long begin = System.nanoTime();
    String started = Instant.now().toString();
    try (GraphSink sink = GraphSink.embedded(database);
        Transaction one = database.beginTx()) {
      one.acquireWriteLock(GraphSchema.store(one));
      stop.check(); // it may have waited for long
      SegmentGraph graph = read(options);
      MergeTree tree =
          MergeTree.of(graph.segments(), graph.from(), graph.to(), graph.continuity(), stop::check);
      long merges;
      String runId;
      try (BoundedWrites writes = new BoundedWrites(database, changesPerTransaction, stop)) {
        runId = STAGE + "-" + MergeTreeState.begin(writes.tx());
        writes.changed(changesPerTransaction); // the mark is committed before anything is removed
        int runKey = sink.run(run(runId, options, graph, started, ""));
        removeOld(writes);
        merges = write(writes, graph, tree);
        MergeTreeState.complete(writes.tx(), runKey, options);
        writes.commit();
      }
      sink.run(run(runId, options, graph, started, Instant.now().toString()));
      return new Result(
          graph.segments(), graph.from().length, merges, (System.nanoTime() - begin) / 1e9, runId);
    }
  }

  private static RunRow run(
      String runId, MergeTreeOptions options, SegmentGraph graph, String started, String ended) {
    return new RunRow(runId, STAGE, VERSION, options.json(), graph.digest(), started, ended, 0);
  }

  private SegmentGraph read(MergeTreeOptions options) {
    try (Transaction tx = database.beginTx()) {
      return SegmentGraph.read(tx, options.contacts(), stop);
    }
  }

  private void removeOld(BoundedWrites writes) {
    int removed;
    do {
      removed = 0;
      try (var old = writes.tx().findRelationships(GraphSchema.MERGES)) {
        while (old.hasNext() && removed < changesPerTransaction) {
          old.next().delete();
          removed++;
        }
      }
      writes.changed(removed);
    } while (removed == changesPerTransaction);
  }

  private static long write(BoundedWrites writes, SegmentGraph graph, MergeTree tree) {
    long merges = 0;
    for (int i = 0; i < graph.segments(); i++) {
      if (tree.parent()[i] < 0) {
        continue;
      }
      Transaction tx = writes.tx();
      Relationship merge =
          NodeId.node(tx, graph.nodeIds()[i])
              .createRelationshipTo(
                  NodeId.node(tx, graph.nodeIds()[tree.parent()[i]]), GraphSchema.MERGES);
      merge.setProperty("p", decimal(tree.probability()[i]));
      writes.changed(1);
      merges++;
    }
    return merges;
  }

  /// The shortest decimal that is this float, so that `m.p >= 0.9` is true of what reaches 0.9.
  private static double decimal(float probability) {
    return Double.parseDouble(Float.toString(probability));
  }
}
