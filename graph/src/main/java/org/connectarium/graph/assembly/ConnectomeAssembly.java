package org.connectarium.graph.assembly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.assembly.EvidenceReader.Candidate;
import org.connectarium.graph.assembly.EvidenceReader.Read;
import org.connectarium.graph.hierarchy.AgglomerationState;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.score.ScoreRegistry;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.store.DiskSpace;
import org.connectarium.graph.synapse.SynapseRules.Verdict;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;

/// Makes the connectome of our own reconstruction: synapses of synaptic contacts ([Sites]), what
/// they sit on, and neurons of the agglomerates that have any. Assembling again replaces it. Edits
/// keep it in step ([ConnectomeUpkeep]); a new agglomeration assembles it anew.
///
/// - Contacts whose sides are of one agglomerate are no synapses; they are counted, and kept, as an
///   edit may part the sides.
/// - Commits transactions of its own. While it is written its `(:Connectome)` says `writing`, and
///   procedures refuse to read it; so it does after an interruption, until it is assembled again.
/// - Memory: as [EvidenceReader], and some 300 bytes a synaptic contact.
///
/// Method: A. Motta et al., *Dense connectomic reconstruction in layer 4 of the somatosensory
/// cortex*, Science 2019, [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134).
/// Differs: [Sites] says how; a synapse is on the head that its segments make by themselves,
/// whichever agglomerate that head is of.
public final class ConnectomeAssembly {
  private static final String VERSION = "assembly-1";
  private static final String STAGE = "connectome";

  private final GraphDatabaseService database;
  private final Portions portions;
  private final Runnable stop;

  /// @param stop asked now and then; throws to end the work
  public ConnectomeAssembly(GraphDatabaseService database, Runnable stop) {
    this.database = database;
    this.portions = new Portions(database, stop);
    this.stop = stop;
  }

  /// Assembles the data set of a name.
  ///
  /// @throws GraphException if there are no agglomerates, the graph lacks the scores, the name is
  ///     that of an imported data set, or there is an assembled one of another name
  /// @throws IllegalArgumentException if the name is blank
  public AssemblyResult run(String dataset, AssemblyOptions options) {
    if (dataset.isBlank()) {
      throw new IllegalArgumentException("The data set to assemble needs a name");
    }
    try (Transaction one = database.beginTx()) {
      AgglomerationState.lock(one);
      stop.run(); // it may have waited for long
      AgglomerationState.complete(one).requireLevels();
      return assemble(dataset, options);
    } catch (TransactionFailureException failure) {
      throw DiskSpace.explained(failure);
    }
  }

  /// Assembles anew what was assembled, with its options, if there is any. The caller holds the
  /// lock of the agglomeration, which is complete.
  public void again() {
    record Known(String name, AssemblyOptions options) {}
    Optional<Known> known =
        portions.read(
            tx ->
                AssembledConnectome.find(tx)
                    .filter(AssembledConnectome::isDescribed)
                    .map(c -> new Known(c.name(), c.options())));
    known.ifPresent(is -> assemble(is.name, is.options));
  }

  /// Says in a transaction that what was assembled is not whole from here on.
  public static void interrupt(Transaction tx) {
    AssembledConnectome.find(tx).ifPresent(AssembledConnectome::interrupt);
  }

  /// Removes the assembled data set; agglomerates stay.
  ///
  /// @return the synapses that it had
  /// @throws GraphException if there is no assembled data set of this name
  public long remove(String dataset) {
    try (Transaction one = database.beginTx()) {
      AgglomerationState.lock(one);
      stop.run();
      AssembledConnectome there =
          AssembledConnectome.find(one)
              .filter(c -> c.name().equals(dataset))
              .orElseThrow(() -> new GraphException("No assembled data set \"" + dataset + '"'));
      long synapses = there.isDescribed() ? there.count(AssembledConnectome.SYNAPSES) : 0;
      portions.write(ConnectomeAssembly::interrupt);
      new AssemblyWriter(portions, dataset).removeAll();
      portions.write(tx -> AssembledConnectome.find(tx).ifPresent(AssembledConnectome::remove));
      return synapses;
    }
  }

  private AssemblyResult assemble(String dataset, AssemblyOptions asked) {
    long begin = System.nanoTime();
    String started = Instant.now().toString();
    portions.read(tx -> AssembledConnectome.check(tx, dataset));
    AssemblyOptions options = portions.read(tx -> asked.withModel(model(tx, asked)));
    Read read = portions.read(tx -> new EvidenceReader(tx, options, stop).read());
    List<Evidence> evidence = portions.read(tx -> evidence(tx, read.candidates()));
    List<Evidence> between = evidence.stream().filter(e -> e.pre() != e.post()).toList();
    List<Site> sites = Sites.of(between, options.linkNm());

    portions.write(tx -> AssembledConnectome.begin(tx, dataset));
    AssemblyWriter writer = new AssemblyWriter(portions, dataset);
    writer.removeAll();
    RunRow run = run(options, read, started);
    int runKey = store(run);
    portions.write(
        tx ->
            AssembledConnectome.begin(tx, dataset)
                .describe(options, runKey, read.somataKnown(), read.headsKnown()));
    Map<String, Long> kinds = writer.write(read, evidence, sites);
    store(ended(run));
    return portions.read(
        tx -> {
          AssembledConnectome made = AssembledConnectome.find(tx).orElseThrow();
          return new AssemblyResult(
              made.count(AssembledConnectome.NEURONS),
              made.count(AssembledConnectome.SYNAPSES),
              made.count(AssembledConnectome.CONNECTIONS),
              made.count(AssembledConnectome.CONTACTS),
              made.count(AssembledConnectome.CONTACTS_WITHIN),
              read.dropped().getOrDefault(Verdict.AMBIGUOUS, 0L),
              read.dropped().getOrDefault(Verdict.CONTINUITY, 0L),
              read.dropped().getOrDefault(Verdict.MYELIN, 0L),
              read.heads().size(),
              kinds,
              read.somataKnown(),
              read.headsKnown(),
              (System.nanoTime() - begin) / 1e9,
              run.id());
        });
  }

  private static String model(Transaction tx, AssemblyOptions options) {
    return new ScoreRegistry(tx).require(ScoreKind.SYNAPSE, options.model()).model().name();
  }

  private List<Evidence> evidence(Transaction tx, List<Candidate> candidates) {
    Map<Long, Long> tops = new TreeMap<>();
    List<Evidence> evidence = new ArrayList<>();
    for (Candidate c : candidates) {
      stop.run();
      evidence.add(
          new Evidence(
              evidence.size() + 1L,
              tops.computeIfAbsent(c.pre(), s -> top(tx, s)),
              tops.computeIfAbsent(c.post(), s -> top(tx, s)),
              c.head(),
              c.soma(),
              c.p(),
              c.areaUm2(),
              c.xNm(),
              c.yNm(),
              c.zNm()));
    }
    return evidence;
  }

  private static long top(Transaction tx, long segmentHandle) {
    Node segment = NodeId.node(tx, segmentHandle);
    Node top = Ancestry.top(segment);
    Ancestry.requireAgglomerate(segment, top);
    return NodeId.of(top);
  }

  private RunRow run(AssemblyOptions options, Read read, String started) {
    long number =
        portions.read(
            tx -> {
              try (var runs = tx.findNodes(GraphSchema.RUN, "stage", STAGE)) {
                return runs.stream().count() + 1;
              }
            });
    return new RunRow(
        STAGE + '-' + number, STAGE, VERSION, options.json(), read.digest(), started, "", 0);
  }

  private static RunRow ended(RunRow run) {
    return new RunRow(
        run.id(),
        run.stage(),
        run.version(),
        run.parametersJson(),
        run.inputHash(),
        run.startedIso(),
        Instant.now().toString(),
        run.seed());
  }

  private int store(RunRow run) {
    try (GraphSink sink = GraphSink.embedded(database)) {
      return sink.run(run);
    }
  }
}
