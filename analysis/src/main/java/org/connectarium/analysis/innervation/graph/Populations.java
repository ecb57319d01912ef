package org.connectarium.analysis.innervation.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.analysis.synapses.UncertainCounts;
import org.connectarium.analysis.synapses.graph.DatasetSynapses;
import org.connectarium.analysis.synapses.graph.NeuronClasses;
import org.connectarium.analysis.synapses.graph.SynapseReader;
import org.connectarium.graph.GraphException;
import org.neo4j.graphdb.Transaction;

/// The axons of a data set in populations, each with the counts of its synapses onto each target
/// class.
///
/// @param synapses all that was read
/// @param all one entry per population that has an axon with enough synapses
/// @param usage what was left out, by reason, with axons that have too few synapses
public record Populations(
    DatasetSynapses synapses, List<Population> all, Map<String, Object> usage) {
  /// Name of the population of all axons.
  public static final String ALL = "all";

  /// Keeps copies.
  public Populations {
    all = List.copyOf(all);
  }

  /// Axons of one class.
  ///
  /// @param axonClass its name, empty for axons without a class, or [#ALL]
  /// @param counts synapses onto target classes
  public record Population(String axonClass, UncertainCounts counts) {}

  /// Reads a data set.
  ///
  /// @throws GraphException if it cannot be read, has no such class of axons, or no axon with
  ///     enough synapses
  public static Populations read(
      Transaction tx, String dataset, InnervationOptions options, Workers workers) {
    DatasetSynapses read =
        new SynapseReader(tx, workers.stopCheck()).read(dataset, options.choice());
    NeuronClasses classes = read.axons();
    List<String> asked = options.axons().orElse(classes.names());
    for (String name : asked) {
      if (!classes.names().contains(name)) {
        throw new GraphException(
            "No axon of data set \"%s\" has the class \"%s\"; there are %s"
                .formatted(dataset, name, classes.names()));
      }
    }
    SynapseTable table = read.table();
    List<Population> populations = new ArrayList<>();
    if (options.pooled()) {
      add(populations, ALL, table, options, i -> asked.contains(classes.name(table.pre(i))));
    } else {
      for (String name : asked) {
        int number = classes.names().indexOf(name);
        add(populations, name, table, options, i -> classes.of(table.pre(i)) == number);
      }
    }
    if (populations.isEmpty()) {
      throw new GraphException(
          "No axon of data set \"%s\" has %d synapses or more; lower minSynapses"
              .formatted(dataset, options.minSynapses()));
    }
    return new Populations(read, populations, usage(read, populations));
  }

  private static void add(
      List<Population> populations,
      String name,
      SynapseTable table,
      InnervationOptions options,
      IntPredicate counted) {
    UncertainCounts counts = table.uncertainTargetCounts(options.minSynapses(), counted);
    if (counts.counts().rows() > 0) {
      populations.add(new Population(name, counts));
    }
  }

  private static Map<String, Object> usage(DatasetSynapses read, List<Population> populations) {
    Map<String, Object> usage = new LinkedHashMap<>(read.usage().toMap());
    long counted = populations.stream().mapToLong(p -> p.counts().counts().synapses()).sum();
    usage.put("ofOtherAxons", read.usage().used() - counted);
    return usage;
  }

  /// The id of the axon of a row.
  Object id(Population population, int row) {
    return synapses.neurons().id(population.counts().counts().neurite(row));
  }
}
