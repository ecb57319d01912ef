package org.connectarium.analysis.geometry.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.analysis.synapses.TargetCounts;
import org.connectarium.analysis.synapses.graph.DatasetSynapses;
import org.connectarium.analysis.synapses.graph.SynapseReader;
import org.connectarium.graph.GraphException;
import org.neo4j.graphdb.Transaction;

/// The axons of the classes that were asked for, with their synapses onto the target classes that
/// were asked for.
final class Connected {
  private final DatasetSynapses read;
  private final List<String> classes;
  private final byte[] column; // of each class of the table, −1: not asked for
  private final BitSet axonClasses;
  private final int[] axons;
  private final int[] rows; // of each neuron, −1: none
  private final long ofFewSynapses;

  private Connected(
      DatasetSynapses read, List<String> classes, BitSet axonClasses, int minSynapses) {
    this.read = read;
    this.classes = classes;
    this.axonClasses = axonClasses;
    List<String> all = read.table().classes();
    column = new byte[all.size()];
    for (int c = 0; c < column.length; c++) {
      column[c] = (byte) classes.indexOf(all.get(c));
    }
    int[] synapses = new int[read.neurons().size()];
    for (int i = 0; i < read.table().size(); i++) {
      synapses[read.table().pre(i)] += counts(i) ? 1 : 0;
    }
    axons = IntStream.range(0, synapses.length).filter(v -> synapses[v] >= minSynapses).toArray();
    ofFewSynapses = IntStream.of(synapses).filter(n -> n > 0 && n < minSynapses).count();
    rows = new int[synapses.length];
    Arrays.fill(rows, -1);
    for (int row = 0; row < axons.length; row++) {
      rows[axons[row]] = row;
    }
  }

  /// Reads a data set.
  ///
  /// @throws GraphException if no axon has enough synapses
  static Connected read(Transaction tx, Runnable stop, String dataset, GeometryOptions options) {
    DatasetSynapses read = new SynapseReader(tx, stop).read(dataset, options.choice());
    BitSet axonClasses = new BitSet();
    options
        .axonClasses(read.axons().names())
        .forEach(name -> axonClasses.set(read.axons().names().indexOf(name)));
    Connected connected =
        new Connected(
            read,
            options.targetClasses(read.targets().names()),
            axonClasses,
            options.minSynapses());
    if (connected.axons.length == 0) {
      throw new GraphException(
          "No axon of data set \"%s\" has %d synapses or more; lower minSynapses"
              .formatted(dataset, options.minSynapses()));
    }
    return connected;
  }

  DatasetSynapses read() {
    return read;
  }

  /// Names of the target classes.
  List<String> classes() {
    return classes;
  }

  /// Numbers of the axons as neurons, ascending.
  int[] axons() {
    return axons.clone();
  }

  /// The row of an axon, −1 if it is none of them.
  int row(int neuron) {
    return rows[neuron];
  }

  /// Whether a synapse is of such an axon class onto such a target class.
  boolean counts(int synapse) {
    SynapseTable table = read.table();
    int axonClass = read.axons().of(table.pre(synapse));
    return axonClass >= 0 && axonClasses.get(axonClass) && column[table.target(synapse)] >= 0;
  }

  /// Column of the class of the target of a synapse.
  int column(int synapse) {
    return column[read.table().target(synapse)];
  }

  /// Column of the class of a neuron as a target, −1 if it is of none of them.
  byte columnOf(int neuron) {
    int target = read.targets().of(neuron);
    return target < 0 ? -1 : column[target];
  }

  /// Synapses of each axon onto each class.
  TargetCounts counts() {
    int[][] counts = new int[axons.length][classes.size()];
    for (int i = 0; i < read.table().size(); i++) {
      int row = rows[read.table().pre(i)];
      if (row >= 0 && counts(i)) {
        counts[row][column(i)]++;
      }
    }
    return TargetCounts.of(classes, counts);
  }

  /// The same of synapses that are real with their probability.
  TargetCounts drawn(SplittableRandom random) {
    int[][] counts = new int[axons.length][classes.size()];
    SynapseTable table = read.table();
    for (int i = 0; i < table.size(); i++) {
      int row = rows[table.pre(i)];
      float p = table.probability(i);
      if (row >= 0 && counts(i) && (p == 1 || random.nextDouble() < p)) {
        counts[row][column(i)]++;
      }
    }
    return TargetCounts.of(classes, counts);
  }

  /// What was read and left out.
  Map<String, Object> usage() {
    Map<String, Object> usage = new LinkedHashMap<>(read.usage().toMap());
    usage.put(
        "otherClass", IntStream.range(0, read.table().size()).filter(i -> !counts(i)).count());
    usage.put("axonsOfFewSynapses", ofFewSynapses);
    return usage;
  }
}
