package org.connectarium.analysis.synapses.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.synapses.SynapseKind;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.graph.connectome.ConnectionRow;
import org.connectarium.graph.connectome.ConnectomeRow;
import org.connectarium.graph.connectome.ConnectomeRows;
import org.connectarium.graph.connectome.ConnectomeSink;
import org.connectarium.graph.connectome.NeuronRow;
import org.connectarium.graph.connectome.Place;
import org.connectarium.graph.connectome.SizeMeasure;
import org.connectarium.graph.connectome.SourceId;
import org.connectarium.graph.connectome.SynapseRow;
import org.connectarium.graph.sink.RunRow;
import org.neo4j.graphdb.GraphDatabaseService;

/// A connectome in which is known what there is to find. Axons of the classes `exc` and `inh` with
/// 10 to 59 synapses hit Somata, Apical and OtherDendrite with 5, 15 and 80 %; the first inhibitory
/// ones hit Somata with another rate. Synapses lie at depths x of 0…100 µm.
///
/// @param axons of each class
/// @param specific inhibitory axons that are specific for Somata
/// @param somaRate of these
/// @param gradientPerUm of inh / (inh + exc) along x, which is a half at 50 µm
/// @param meanLogArea mean of the natural logarithm of areas in µm²
/// @param falseShare of detected synapses that are none, onto random targets, with p = 0.1; all
///     others have p = 0.98
/// @param seed of all that is random
public record PlantedConnectome(
    int axons,
    int specific,
    double somaRate,
    double gradientPerUm,
    double meanLogArea,
    double falseShare,
    long seed) {
  /// Nothing to find.
  public static final PlantedConnectome NULL = new PlantedConnectome(100, 0, 0.05, 0, -1.6, 0, 1);

  private static final RunRow RUN =
      new RunRow("run-1", "import-connectome", "0.1.0", "{}", "cafe", "", "", 0);
  private static final List<String> CLASSES = List.of("Apical", "OtherDendrite", "Somata");
  private static final int[] TARGETS = {15, 60, 10};
  private static final double[] SHARES = {0.15, 0.8, 0.05};

  /// The same with another seed.
  public PlantedConnectome withSeed(long other) {
    return new PlantedConnectome(
        axons, specific, somaRate, gradientPerUm, meanLogArea, falseShare, other);
  }

  /// Neurites 0, 1, … are inhibitory axons, then come excitatory ones, then targets of each class.
  private record Synapse(
      int pre, int post, int target, float areaUm2, float xUm, float yUm, float zUm, float p) {}

  private List<Synapse> synapses() {
    List<Synapse> all = new ArrayList<>();
    for (int axon = 0; axon < 2 * axons; axon++) {
      SplittableRandom random = Seeds.random(seed, axon);
      double soma = axon < specific ? somaRate : SHARES[2];
      int n = random.nextInt(10, 60);
      for (int i = 0; i < n; i++) {
        boolean real = random.nextDouble() >= falseShare;
        int target = target(random, real ? soma : SHARES[2]);
        int post = 2 * axons + random.nextInt(TARGETS[target]);
        for (int c = 0; c < target; c++) {
          post += TARGETS[c];
        }
        all.add(
            new Synapse(
                axon,
                post,
                target,
                (float) Math.exp(meanLogArea + 0.7 * gaussian(random)),
                depthUm(random, axon < axons ? 1 : -1),
                100 * (float) random.nextDouble(),
                100 * (float) random.nextDouble(),
                falseShare == 0 ? 1 : real ? 0.98f : 0.1f));
      }
    }
    return all;
  }

  private static int target(SplittableRandom random, double soma) {
    if (random.nextDouble() < soma) {
      return 2;
    }
    return random.nextDouble() < SHARES[0] / (1 - SHARES[2]) ? 0 : 1;
  }

  /* Density 1 ± 2 · gradient · (x − 50): the share of one sign is a half plus gradient · (x − 50). */
  private float depthUm(SplittableRandom random, int sign) {
    while (true) {
      double x = 100 * random.nextDouble();
      if (2 * random.nextDouble() < 1 + 2 * sign * gradientPerUm * (x - 50)) {
        return (float) x;
      }
    }
  }

  private static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /// As a table.
  public SynapseTable table() {
    SynapseTable.Builder table = SynapseTable.builder(CLASSES, 70 * axons);
    for (Synapse s : synapses()) {
      table.add(s.pre, s.post, s.target, SynapseKind.SHAFT, s.areaUm2, s.xUm, s.yUm, s.zUm, s.p);
    }
    return table.build();
  }

  /// Into a graph, as a data set of this name; ids of neurons are their numbers.
  public void store(GraphDatabaseService database, String name) {
    List<NeuronRow> neurons = new ArrayList<>();
    for (int axon = 0; axon < 2 * axons; axon++) {
      neurons.add(neuron(axon, axon < axons ? "inh" : "exc", 0));
    }
    for (int c = 0; c < CLASSES.size(); c++) {
      for (int i = 0; i < TARGETS[c]; i++) {
        neurons.add(neuron(neurons.size(), CLASSES.get(c), i));
      }
    }
    Map<List<Integer>, Long> connections = new TreeMap<>(Comparator.comparing(List::toString));
    List<SynapseRow> rows = new ArrayList<>();
    for (Synapse s : synapses()) {
      connections.merge(List.of(s.pre, s.post), 1L, Long::sum);
      rows.add(
          new SynapseRow(
              new SourceId.Whole(rows.size()),
              Optional.of(new SourceId.Whole(s.pre)),
              List.of(new SourceId.Whole(s.post)),
              Optional.of("shaft"),
              Optional.of(new Place(1000.0 * s.xUm, 1000.0 * s.yUm, 1000.0 * s.zUm)),
              s.p == 1 ? OptionalDouble.empty() : OptionalDouble.of(s.p),
              Map.of(SizeMeasure.ASI_UM2, (double) s.areaUm2),
              Map.of()));
    }
    new ConnectomeSink(database)
        .store(
            new ConnectomeRow(name, "", "", "", "", ""),
            RUN,
            new ConnectomeRows(
                neurons,
                rows,
                connections.entrySet().stream().map(PlantedConnectome::connection).toList(),
                List.of(),
                List.of(),
                List.of()),
            run -> run);
  }

  private static ConnectionRow connection(Map.Entry<List<Integer>, Long> pair) {
    return new ConnectionRow(
        new SourceId.Whole(pair.getKey().get(0)),
        new SourceId.Whole(pair.getKey().get(1)),
        OptionalLong.of(pair.getValue()),
        Map.of());
  }

  private static NeuronRow neuron(int number, String ofClass, int place) {
    return new NeuronRow(
        new SourceId.Whole(number),
        Optional.empty(),
        Optional.of(ofClass),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new Place(1000.0 * place, 1000.0 * (7 * place % 11), 1000.0 * (5 * place % 13))),
        Map.of());
  }
}
