package org.connectarium.graph.agglomerate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.connectarium.graph.assembly.ConnectomeAssembly;
import org.connectarium.graph.columns.ColumnProperties;
import org.connectarium.graph.columns.Columns;
import org.connectarium.graph.columns.ColumnsReader;
import org.connectarium.graph.hierarchy.AgglomerationState;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.join.JoinRule;
import org.connectarium.graph.join.Joins;
import org.connectarium.graph.partition.Multicut;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.score.ScoreRegistry;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.store.DiskSpace;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;

/// Groups segments into agglomerates and stores every segment as `PART_OF` exactly one of them
/// (single ones too): the connected components of the contacts that reach the thresholds,
/// the partition that all contacts together speak for, or what the steps of FocusEM make.
///
/// Running it again replaces the earlier state; agglomerate ids are new each time and never
/// reused. A connectome that was assembled of agglomerates is assembled anew, with its options.
/// Two agglomerations at once wait for each other. Memory: some 110 bytes per segment and 40 per
/// join; a partition takes some 200 per join.
///
/// Method of the components: A. Motta et al., *Dense connectomic reconstruction in layer 4 of
/// the somatosensory cortex*, Science 2019,
/// [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134): its first
/// agglomeration. Differs: thresholds are reached by equality, too.
public final class Agglomeration {
  private static final String COMPONENTS = "components-1";
  private static final String PARTITION = "partition-1";
  private static final String FOCUSEM = "focusem-1";
  private static final String STAGE = "agglomerate";
  private static final int[] NONE = {};

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

  /// What is to be written: the segments, what they were read from, their groups, and the kinds of
  /// these.
  private record Work(SegmentGraph graph, String digest, Grouped grouped, Kinds kinds) {}

  /// Groups by thresholds on contacts. Commits transactions of its own.
  ///
  /// @throws org.connectarium.graph.GraphException if the graph lacks the scores
  public AgglomerationResult run(AgglomerationOptions options) {
    return replace(
        COMPONENTS,
        options.json(),
        () -> {
          JoinRule rule = checked(options::rule);
          SegmentGraph graph = read(rule);
          Grouped grouped = Grouped.connected(graph, rule, stop);
          return new Work(graph, graph.digest(), grouped, (c, of, size) -> options.kind(of, size));
        });
  }

  /// Groups by all contacts at once, as [PartitionOptions] says. Commits transactions of its own.
  ///
  /// @throws org.connectarium.graph.GraphException if an option names a segment that is not there,
  ///     or the graph lacks the scores
  public AgglomerationResult run(PartitionOptions options) {
    return replace(
        PARTITION,
        options.json(),
        () -> {
          JoinRule rule = checked(options::rule);
          SegmentGraph graph = read(rule.withMinContinuity(0));
          int[] part = Multicut.of(options.signed(graph), stop::check);
          Grouped grouped = Grouped.within(graph, part, NONE, NONE, rule, stop);
          return new Work(graph, graph.digest(), grouped, (c, ofType, voxels) -> "any");
        });
  }

  /// Groups by the steps of FocusEM. Commits transactions of its own. Memory: some 250 bytes a
  /// segment and 75 a contact.
  ///
  /// @throws org.connectarium.graph.GraphException if no segment has a property that a step needs,
  ///     or the graph lacks the scores
  public FocusemResult run(FocusemOptions options) {
    List<FocusemResult.StepResult> steps = new ArrayList<>();
    AgglomerationResult whole =
        replace(
            FOCUSEM,
            options.json(),
            () -> {
              JoinRule rule = checked(options::rule);
              ColumnProperties properties =
                  checked(registry -> ColumnProperties.of(registry, options.scores()));
              Columns columns = readColumns(properties);
              FocusemChain chain = new FocusemChain(columns, properties, options, stop);
              steps.addAll(chain.run());
              FocusemState.Moment end = chain.end();
              int[] part = end.component();
              SegmentGraph graph = read(rule);
              var extra = chain.extra();
              Grouped grouped = Grouped.within(graph, part, extra.from(), extra.to(), rule, stop);
              Kinds kinds = grouped.kinds(part, (c, ofType, voxels) -> end.kind(c));
              return new Work(graph, columns.digest(), grouped, kinds);
            });
    return new FocusemResult(whole, steps);
  }

  /* Reads, groups and writes. */
  private AgglomerationResult replace(
      String version, String parameters, Supplier<Work> readAndGroup) {
    long begin = System.nanoTime();
    String started = Instant.now().toString();
    try (GraphSink sink = GraphSink.embedded(database);
        Transaction one = database.beginTx()) {
      AgglomerationState.lock(one);
      stop.check(); // it may have waited for long
      String runId = "agglomerate-" + nextCounter();
      Work work = readAndGroup.get();
      int[] component = work.grouped.component();
      RunRow run = new RunRow(runId, STAGE, version, parameters, work.digest, started, "", 0);
      int runKey = sink.run(run);
      new MembershipWriter(database, atomicChanges, stop)
          .replace(work.graph, work.grouped, work.kinds, runKey);
      String ended = Instant.now().toString();
      sink.run(new RunRow(runId, STAGE, version, parameters, work.digest, started, ended, 0));
      new ConnectomeAssembly(database, stop::check).again();
      return new AgglomerationResult(
          Arrays.stream(component).max().orElse(-1) + 1L,
          work.graph.segments(),
          work.graph.from().length,
          (System.nanoTime() - begin) / 1e9,
          runId);
    } catch (TransactionFailureException failure) {
      throw DiskSpace.explained(failure);
    }
  }

  /// The current agglomerate of every segment.
  ///
  /// @throws org.connectarium.graph.GraphException if there is no complete agglomeration
  public Membership membership() {
    LongArrayList segments = new LongArrayList();
    LongArrayList agglomerates = new LongArrayList();
    try (Transaction tx = database.beginTx()) {
      AgglomerationState.complete(tx).still(tx); // until the transaction ends
      try (var all = tx.findNodes(GraphSchema.AGGLOMERATE)) {
        while (all.hasNext()) {
          Node agglomerate = all.next();
          long id = (long) agglomerate.getProperty("id");
          stop.check();
          Ancestry.segmentsAt(
              agglomerate,
              Joins.NOW,
              segment -> {
                segments.add((long) segment.getProperty("id"));
                agglomerates.add(id);
              });
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

  private SegmentGraph read(JoinRule rule) {
    try (Transaction tx = database.beginTx()) {
      return new SegmentGraphReader(tx, rule, stop).withDecisions().read();
    }
  }

  /* Names of properties that the graph has, or a line that says why not. */
  private <T> T checked(Function<ScoreRegistry, T> names) {
    try (Transaction tx = database.beginTx()) {
      return names.apply(new ScoreRegistry(tx));
    }
  }

  private Columns readColumns(ColumnProperties properties) {
    try (Transaction tx = database.beginTx()) {
      return ColumnsReader.read(tx, properties, stop::check);
    }
  }

  private long nextCounter() {
    try (Transaction tx = database.beginTx()) {
      return AgglomerationState.of(tx).nextCounter();
    }
  }
}
