package org.connectarium.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
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
import org.connectarium.graph.store.GraphStore;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/// A made-up connectome with the shape of FocusEM's: axons of three classes with log-normal numbers
/// of synapses onto targets of six classes, log-normal areas, places in a box of 60 × 90 × 90 µm. A
/// fifth of the inhibitory axons makes half of its synapses onto somata.
///
/// @param synapses about as many; FocusEM has 400,000, of 34,221 axons onto 11,400 targets
record SyntheticConnectome(long synapses) {
  static final List<String> AXON_CLASSES =
      List.of("Corticocortical", "Inhibitory", "Thalamocortical");
  static final List<String> TARGETS =
      List.of(
          "ApicalDendrite",
          "AxonInitialSegment",
          "OtherDendrite",
          "ProximalDendrite",
          "SmoothDendrite",
          "Somata");

  private static final double[] SHARES = {0.16, 0.02, 0.6, 0.12, 0.06, 0.04};
  private static final double SYNAPSES_PER_AXON = 400_000 / 34_221.0;
  private static final double AXONS_PER_TARGET = 34_221 / 11_400.0;
  private static final double SPREAD = 0.8;
  private static final int SOMATA = 5;
  private static final RunRow RUN =
      new RunRow("bench", "bench", "", "{}", "", "1970-01-01T00:00:00Z", "", 0);

  /// Takes synapses.
  interface Taker {
    void take(int pre, int post, int target, float areaUm2, float[] placeUm);
  }

  int axons() {
    return Math.toIntExact(Math.round(synapses / SYNAPSES_PER_AXON));
  }

  /// Neurites are axons, and then targets.
  int neurites() {
    return axons() + Math.toIntExact(Math.round(axons() / AXONS_PER_TARGET));
  }

  /// Number of the class of an axon.
  static int classOf(int axon) {
    int of = axon % 20;
    return of < 14 ? 0 : of < 17 ? 1 : 2;
  }

  private int classOfTarget(int neurite) {
    double share = (neurite - axons() + 0.5) / (neurites() - axons());
    int c = 0;
    while (c + 1 < SHARES.length && share >= SHARES[c]) {
      share -= SHARES[c++];
    }
    return c;
  }

  /// Every synapse, axon by axon.
  void forEach(Taker taker) {
    int targets = neurites() - axons();
    float[] place = new float[3];
    for (int axon = 0; axon < axons(); axon++) {
      SplittableRandom random = Seeds.random(1, axon);
      int n =
          (int)
              Math.max(
                  1,
                  Math.round(
                      SYNAPSES_PER_AXON
                          * Math.exp(SPREAD * random.nextGaussian() - SPREAD * SPREAD / 2)));
      boolean specific = classOf(axon) == 1 && axon % 5 == 0;
      for (int i = 0; i < n; i++) {
        double at = random.nextDouble();
        if (specific && random.nextBoolean()) {
          at = 1 - SHARES[SOMATA] * random.nextDouble();
        }
        int post = axons() + (int) Math.min(targets - 1, at * targets);
        place[0] = 60 * (float) random.nextDouble();
        place[1] = 90 * (float) random.nextDouble();
        place[2] = 90 * (float) random.nextDouble();
        float area = (float) Math.exp(-1.6 + 0.74 * random.nextGaussian());
        taker.take(axon, post, classOfTarget(post), area, place);
      }
    }
  }

  SynapseTable table() {
    SynapseTable.Builder table =
        SynapseTable.builder(TARGETS, Math.toIntExact(synapses + synapses / 50));
    forEach(
        (pre, post, target, area, place) ->
            table.add(
                pre,
                post,
                target,
                SynapseKind.PRIMARY_SPINE,
                area,
                place[0],
                place[1],
                place[2],
                1));
    return table.build();
  }

  /// Class of each neurite as a number; targets have -1.
  byte[] axonClasses() {
    byte[] classes = new byte[neurites()];
    for (int v = 0; v < classes.length; v++) {
      classes[v] = (byte) (v < axons() ? classOf(v) : -1);
    }
    return classes;
  }

  void store(GraphStore store, String name) {
    List<NeuronRow> neurons = new ArrayList<>();
    for (int v = 0; v < neurites(); v++) {
      String ofClass = v < axons() ? AXON_CLASSES.get(classOf(v)) : TARGETS.get(classOfTarget(v));
      neurons.add(
          new NeuronRow(
              id(v),
              Optional.empty(),
              Optional.of(ofClass),
              Optional.empty(),
              Optional.empty(),
              Optional.of(new Place(v * 7919L % 60_000, v * 104_729L % 90_000, v * 31L % 90_000)),
              Map.of()));
    }
    List<SynapseRow> rows = new ArrayList<>();
    LongIntHashMap counts = new LongIntHashMap();
    forEach(
        (pre, post, target, area, place) -> {
          counts.addToValue((long) pre << 32 | post, 1);
          rows.add(
              new SynapseRow(
                  new SourceId.Whole(rows.size()),
                  Optional.of(id(pre)),
                  List.of(id(post)),
                  Optional.of(SynapseKind.PRIMARY_SPINE.word()),
                  Optional.of(new Place(1000 * place[0], 1000 * place[1], 1000 * place[2])),
                  OptionalDouble.empty(),
                  Map.of(SizeMeasure.ASI_UM2, (double) area),
                  Map.of()));
        });
    List<ConnectionRow> connections = new ArrayList<>();
    for (long pair : counts.keySet().toSortedArray()) {
      connections.add(
          new ConnectionRow(
              id((int) (pair >> 32)), id((int) pair), OptionalLong.of(counts.get(pair)), Map.of()));
    }
    new ConnectomeSink(store.database())
        .store(
            new ConnectomeRow(name, "", "", "", "", ""),
            RUN,
            new ConnectomeRows(neurons, rows, connections, List.of(), List.of(), List.of()),
            run -> run);
  }

  private static SourceId id(int neurite) {
    return new SourceId.Whole(neurite);
  }
}
