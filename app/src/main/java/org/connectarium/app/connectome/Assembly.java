package org.connectarium.app.connectome;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.connectarium.graph.connectome.ConnectionRow;
import org.connectarium.graph.connectome.ConnectomeRows;
import org.connectarium.graph.connectome.NeuronRow;
import org.connectarium.graph.connectome.SizeMeasure;
import org.connectarium.graph.connectome.SourceId;
import org.connectarium.graph.connectome.SynapseRow;
import org.connectarium.graph.connectome.TracedRow;

/// Puts the rows of all tables of a data set together: neurons in the order in which they are
/// first named, one connection for each ordered pair. Memory: some 400 bytes a synapse.
final class Assembly {
  private final Problems problems;
  private final boolean neuronsAreListed;
  private final Map<SourceId, NeuronRow> neurons = new LinkedHashMap<>();
  private final Set<SourceId> synapseIds = new HashSet<>();
  private final List<SynapseRow> synapses = new ArrayList<>();
  private final Map<Pair, Sum> connections = new LinkedHashMap<>();
  private final List<ConnectionRow> gapJunctions = new ArrayList<>();
  private final List<TracedRow> skeletons = new ArrayList<>();

  private record Pair(SourceId pre, SourceId post) {}

  /* What the rows of a pair add up to; a size that one of them lacks is no sum. */
  private static final class Sum {
    private final Map<SizeMeasure, Double> sizes = new EnumMap<>(SizeMeasure.class);
    private OptionalLong count = OptionalLong.empty();
    private boolean begun;

    void add(OptionalLong more, Map<SizeMeasure, Double> sizesOfMore) {
      if (begun) {
        count =
            count.isPresent() && more.isPresent()
                ? OptionalLong.of(count.getAsLong() + more.getAsLong())
                : OptionalLong.empty();
        sizes.keySet().retainAll(sizesOfMore.keySet());
        sizes.replaceAll((measure, size) -> size + sizesOfMore.getOrDefault(measure, 0.0));
      } else {
        count = more;
        sizesOfMore.forEach(
            (measure, size) -> {
              if (measure.isAdditive()) {
                sizes.put(measure, size);
              }
            });
        begun = true;
      }
    }
  }

  /// @param neuronsAreListed a table lists all neurons, so others are unknown
  Assembly(Problems problems, boolean neuronsAreListed) {
    this.problems = problems;
    this.neuronsAreListed = neuronsAreListed;
  }

  void neuron(Cells cells, NeuronRow neuron) {
    if (neurons.containsKey(neuron.id())) {
      cells.keeps(Problem.DUPLICATE_ID, "neuron " + neuron.id() + " comes twice");
    }
    if (!cells.isLeftOut()) {
      neurons.put(neuron.id(), neuron);
    }
  }

  /// Takes down problems with neurons that a row names.
  void check(Cells cells, SourceId id, Optional<String> neuronClass) {
    NeuronRow known = neurons.get(id);
    if (known == null && neuronsAreListed) {
      cells.keeps(Problem.UNKNOWN_NEURON, "neuron " + id + " is not in the table of neurons");
    }
    if (known != null && neuronClass.isPresent()) {
      known
          .neuronClass()
          .filter(was -> !was.equals(neuronClass.get()))
          .ifPresent(
              was ->
                  cells.keeps(
                      Problem.CLASS_CONFLICT,
                      "neuron %s is %s and was %s".formatted(id, neuronClass.get(), was)));
    }
  }

  void checkPair(Cells cells, SourceId pre, SourceId post) {
    if (pre.equals(post)) {
      cells.keeps(Problem.SELF_CONNECTION, pre + " connects to itself");
    }
  }

  /// Takes a synapse whose neurons were checked, if its row is not left out.
  void synapse(
      Cells cells, SynapseRow synapse, Optional<String> preClass, Optional<String> postClass) {
    if (synapseIds.contains(synapse.id())) {
      cells.keeps(Problem.DUPLICATE_ID, "synapse " + synapse.id() + " comes twice");
    }
    if (cells.isLeftOut()) {
      return;
    }
    synapseIds.add(synapse.id());
    synapses.add(synapse);
    synapse.pre().ifPresent(id -> make(id, preClass));
    synapse.post().forEach(id -> make(id, postClass));
    synapse
        .pre()
        .ifPresent(
            pre ->
                synapse
                    .post()
                    .forEach(post -> add(pre, post, OptionalLong.of(1), synapse.sizes())));
  }

  /// Takes a connection whose neurons were checked, if its row is not left out.
  void connection(Cells cells, ConnectionRow row) {
    Pair pair = new Pair(row.pre(), row.post());
    if (connections.containsKey(pair)) {
      cells.keeps(
          Problem.DUPLICATE_CONNECTION, "%s to %s comes twice".formatted(row.pre(), row.post()));
    }
    if (!cells.isLeftOut()) {
      make(row.pre(), Optional.empty());
      make(row.post(), Optional.empty());
      add(row.pre(), row.post(), row.count(), row.sizes());
    }
  }

  /// Takes a gap junction whose neurons were checked, if its row is not left out.
  void gapJunction(Cells cells, ConnectionRow row) {
    if (!cells.isLeftOut()) {
      make(row.pre(), Optional.empty());
      make(row.post(), Optional.empty());
      gapJunctions.add(row);
    }
  }

  boolean hasNeuron(SourceId id) {
    return neurons.containsKey(id);
  }

  /// Makes a neuron of which only the id is known.
  void make(SourceId id) {
    make(id, Optional.empty());
  }

  void skeleton(TracedRow skeleton) {
    skeletons.add(skeleton);
  }

  ConnectomeRows rows() {
    List<ConnectionRow> pairs = new ArrayList<>();
    connections.forEach(
        (pair, sum) -> pairs.add(new ConnectionRow(pair.pre(), pair.post(), sum.count, sum.sizes)));
    return new ConnectomeRows(
        List.copyOf(neurons.values()),
        synapses,
        pairs,
        gapJunctions,
        skeletons,
        problems.findings());
  }

  private void make(SourceId id, Optional<String> neuronClass) {
    NeuronRow neuron = neurons.computeIfAbsent(id, NeuronRow::of);
    if (neuron.neuronClass().isEmpty() && neuronClass.isPresent()) {
      neurons.put(id, neuron.withClass(neuronClass.get()));
    }
  }

  private void add(
      SourceId pre, SourceId post, OptionalLong count, Map<SizeMeasure, Double> sizes) {
    connections.computeIfAbsent(new Pair(pre, post), _ -> new Sum()).add(count, sizes);
  }
}
