package org.connectarium.analysis.size.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.graph.connectome.ConnectomeRow;
import org.connectarium.graph.connectome.ConnectomeRows;
import org.connectarium.graph.connectome.ConnectomeSink;
import org.connectarium.graph.connectome.NeuronRow;
import org.connectarium.graph.connectome.Place;
import org.connectarium.graph.connectome.SizeMeasure;
import org.connectarium.graph.connectome.SourceId;
import org.connectarium.graph.connectome.SynapseRow;
import org.connectarium.graph.connectome.TracedRow;
import org.connectarium.graph.sink.RunRow;
import org.neo4j.graphdb.GraphDatabaseService;

/// Data sets with pairs of synapses whose likeness was planted.
final class PlantedSizes {
  private static final RunRow RUN =
      new RunRow("run-1", "import-connectome", "0.1.0", "{}", "cafe", "", "", 0);

  private PlantedSizes() {}

  /// Axons 0, 1, …, each with two synapses onto dendrite 1000 + its number, and one onto the next
  /// dendrite. A share of pairs has nearly the same size. Axons run along x, 1 µm of y apart; the
  /// two synapses of axon i lie 1 + i % 10 µm apart, the path along the dendrite is 4 µm longer.
  ///
  /// @param alike share of pairs
  /// @param p probability of each synapse
  static void store(GraphDatabaseService database, String name, int axons, double alike, double p) {
    List<NeuronRow> neurons = new ArrayList<>();
    List<SynapseRow> synapses = new ArrayList<>();
    List<TracedRow> skeletons = new ArrayList<>();
    for (int i = 0; i < axons; i++) {
      SplittableRandom random = Seeds.random(axons, i);
      SourceId axon = new SourceId.Whole(i);
      SourceId dendrite = new SourceId.Whole(1000 + i);
      neurons.add(NeuronRow.of(axon).withClass(i % 2 == 0 ? "CC" : "TC"));
      neurons.add(NeuronRow.of(dendrite).withClass(i % 3 == 0 ? "AD" : "OD"));
      double one = Math.pow(10, -0.7 + 0.28 * random.nextGaussian());
      double two =
          i < alike * axons
              ? one * Math.pow(10, 0.02 * random.nextGaussian())
              : Math.pow(10, -0.7 + 0.28 * random.nextGaussian());
      float apart = 1 + i % 10;
      synapses.add(synapse(4L * i, axon, dendrite, 1000 * i, 0, one, p, "primarySpine"));
      synapses.add(synapse(4L * i + 1, axon, dendrite, 1000 * i, apart, two, p, "primarySpine"));
      synapses.add(
          synapse(
              4L * i + 2,
              axon,
              new SourceId.Whole(1000 + (i + 1) % axons),
              1000 * i,
              20,
              Math.pow(10, -0.7 + 0.28 * random.nextGaussian()),
              p,
              "shaft"));
      if (i % 5 == 0) {
        synapses.add(synapse(4L * i + 3, axon, dendrite, 1000 * i, 30, 0, p, "shaft"));
      }
      skeletons.add(line(axon, 1000 * i, 0, apart, 40));
      skeletons.add(bent(dendrite, 1000 * i, apart));
    }
    new ConnectomeSink(database)
        .store(
            new ConnectomeRow(name, "", "", "", "", ""),
            RUN,
            new ConnectomeRows(neurons, synapses, List.of(), List.of(), skeletons, List.of()),
            run -> run);
  }

  private static SynapseRow synapse(
      long id,
      SourceId pre,
      SourceId post,
      double yNm,
      double xUm,
      double size,
      double p,
      String kind) {
    return new SynapseRow(
        new SourceId.Whole(id),
        Optional.of(pre),
        List.of(post),
        Optional.of(kind),
        Optional.of(new Place((float) (1000 * xUm), (float) yNm, 0)),
        p == 1 ? OptionalDouble.empty() : OptionalDouble.of(p),
        size == 0 ? Map.of() : Map.of(SizeMeasure.ASI_UM2, size),
        Map.of());
  }

  private static TracedRow line(SourceId neuron, float yNm, float... xUm) {
    float[] x = new float[xUm.length];
    float[] y = new float[xUm.length];
    int[] parent = new int[xUm.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = 1000 * xUm[i];
      y[i] = yNm;
      parent[i] = i - 1;
    }
    return new TracedRow(neuron, x, y, new float[x.length], parent);
  }

  /// From x = 0 by 2 µm along z, over, and back.
  private static TracedRow bent(SourceId neuron, float yNm, float xUm) {
    return new TracedRow(
        neuron,
        new float[] {0, 0, 1000 * xUm, 1000 * xUm},
        new float[] {yNm, yNm, yNm, yNm},
        new float[] {0, 2000, 2000, 0},
        new int[] {-1, 0, 1, 2});
  }
}
