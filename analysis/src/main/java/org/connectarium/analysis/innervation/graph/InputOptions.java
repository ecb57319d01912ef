package org.connectarium.analysis.innervation.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.analysis.synapses.UncertainCounts;
import org.connectarium.analysis.synapses.graph.DatasetSynapses;
import org.connectarium.analysis.synapses.graph.SynapseOptions;
import org.connectarium.analysis.synapses.graph.SynapseReader;
import org.connectarium.graph.GraphException;
import org.neo4j.graphdb.Transaction;

/// The options of procedures on what neurites receive: of which classes of axons a ratio is, and
/// of which neurites.
final class InputOptions {
  /// What is said about them.
  static final String RATIO =
      "numerator (needed; axon classes), rest (all others; further axon classes of the"
          + " denominator), targets (all; target classes of the neurites that receive), "
          + SynapseOptions.DESCRIPTION;

  private static final String NUMERATOR = "numerator";
  private static final String REST = "rest";
  private static final String TARGETS = "targets";

  private final SynapseOptions options;

  InputOptions(Map<String, Object> given, String... further) {
    options =
        new SynapseOptions(
            given,
            Stream.concat(Stream.of(NUMERATOR, REST, TARGETS), Stream.of(further))
                .toArray(String[]::new));
  }

  /// Synapses that were read, and the classes of the ratio.
  ///
  /// @param numerator classes of axons
  /// @param rest further ones of the denominator
  /// @param targets of the neurites that receive; empty: all
  record Inputs(
      DatasetSynapses synapses,
      List<String> numerator,
      List<String> rest,
      Optional<List<String>> targets) {

    /// Counts of synapses of each axon class onto neurites of the chosen target classes.
    UncertainCounts counts(int minSynapses) {
      return synapses
          .table()
          .uncertainSourceCounts(
              synapses.axons().numbers(), synapses.axons().names(), minSynapses, this::isTaken);
    }

    /// Whether a synapse is onto a chosen target class.
    boolean isTaken(int synapse) {
      SynapseTable table = synapses.table();
      return targets.isEmpty()
          || targets.get().contains(table.classes().get(table.target(synapse)));
    }
  }

  /// Reads a data set; neurites that receive need no class.
  ///
  /// @throws GraphException if it cannot be read or has no such class
  Inputs read(Transaction tx, String dataset, Workers workers) {
    List<String> numerator =
        options
            .all()
            .texts(NUMERATOR)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Option numerator is needed: a list of axon classes"));
    DatasetSynapses read =
        new SynapseReader(tx, workers.stopCheck()).read(dataset, options.choice().withUnclassed());
    List<String> known = read.axons().names();
    List<String> rest =
        options
            .all()
            .texts(REST)
            .orElseGet(() -> known.stream().filter(n -> !numerator.contains(n)).toList());
    Stream.concat(numerator.stream(), rest.stream())
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new GraphException(
                  "No axon of data set \"%s\" has the class \"%s\"; there are %s"
                      .formatted(dataset, name, known));
            });
    return new Inputs(read, numerator, rest, options.all().texts(TARGETS));
  }

  SynapseOptions all() {
    return options;
  }
}
