package org.connectarium.graph.agglomerate;

import java.time.Instant;
import java.util.Arrays;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Groups segments into agglomerates: keep the contacts that reach the thresholds, take
/// connected components, store every segment as `PART_OF` exactly one agglomerate (single ones
/// too).
///
/// Running it again replaces the earlier state; agglomerate ids are new each time and never
/// reused. Two agglomerations at once wait for each other. Memory: some 60 bytes per segment and
/// 15 per join.
///
/// Method: A. Motta et al., *Dense connectomic reconstruction in layer 4 of the somatosensory
/// cortex*, Science 2019,
/// [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134): its first
/// agglomeration. Differs: thresholds are reached by equality, too.
public final class Agglomeration {
  private static final String VERSION = "components-1";

  private final GraphDatabaseService database;
  private final StopCheck stop;
  private final int atomicChanges;

  public Agglomeration(GraphDatabaseService database, StopCheck stop) {
    this(database, stop, MembershipWriter.ATOMIC_CHANGES);
  }

  Agglomeration(GraphDatabaseService database, StopCheck stop, int atomicChanges) {
    this.database = database;
    this.stop = stop;
    this.atomicChanges = atomicChanges;
  }

  /// Reads, groups and writes. Commits transactions of its own.
  public AgglomerationResult run(AgglomerationOptions options) {
    long begin = System.nanoTime();
    String started = Instant.now().toString();
    try (GraphSink sink = GraphSink.embedded(database);
        Transaction one = database.beginTx()) {
      one.acquireWriteLock(agglomerationLock(one));
      String runId = "agglomerate-" + nextCounter();
      SegmentGraph graph = read(options);
      int[] component = Components.of(graph.segments(), graph.from(), graph.to(), stop);
      String digest = graph.digest();
      RunRow run =
          new RunRow(runId, "agglomerate", VERSION, options.json(), digest, started, "", 0);
      int runKey = sink.run(run);
      new MembershipWriter(database, atomicChanges, stop)
          .replace(graph, component, options, runKey);
      sink.run(
          new RunRow(
              runId,
              run.stage(),
              VERSION,
              run.parametersJson(),
              digest,
              started,
              Instant.now().toString(),
              0));
      return new AgglomerationResult(
          Arrays.stream(component).max().orElse(-1) + 1L,
          graph.segments(),
          graph.from().length,
          (System.nanoTime() - begin) / 1e9,
          runId);
    }
  }

  /// The current agglomerate of every segment.
  ///
  /// @throws org.connectarium.graph.GraphException if there is no complete agglomeration
  public Membership membership() {
    LongArrayList segments = new LongArrayList();
    LongArrayList agglomerates = new LongArrayList();
    try (Transaction tx = database.beginTx()) {
      AgglomerationState.requireComplete(tx);
      try (var all = tx.findNodes(GraphSchema.AGGLOMERATE)) {
        while (all.hasNext()) {
          Node agglomerate = all.next();
          long id = (long) agglomerate.getProperty("id");
          stop.check();
          try (var members =
              agglomerate.getRelationships(Direction.INCOMING, GraphSchema.PART_OF)) {
            for (Relationship member : members) {
              segments.add((long) member.getStartNode().getProperty("id"));
              agglomerates.add(id);
            }
          }
        }
      }
    }
    long[] sorted = segments.toSortedArray();
    long[] ofSorted = new long[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      ofSorted[Arrays.binarySearch(sorted, segments.get(i))] = agglomerates.get(i);
    }
    return new Membership(sorted, ofSorted);
  }

  private SegmentGraph read(AgglomerationOptions options) {
    try (Transaction tx = database.beginTx()) {
      return new SegmentGraphReader(tx, options, stop).read();
    }
  }

  private long nextCounter() {
    try (Transaction tx = database.beginTx()) {
      return AgglomerationState.nextCounter(tx);
    }
  }

  /// A node that nothing else writes while an agglomeration goes on.
  private static Node agglomerationLock(Transaction tx) {
    return GraphSchema.store(tx);
  }
}
