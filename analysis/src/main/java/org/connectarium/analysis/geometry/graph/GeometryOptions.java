package org.connectarium.analysis.geometry.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.graph.SynapseChoice;
import org.connectarium.analysis.synapses.graph.SynapseOptions;
import org.connectarium.graph.procedure.ProcedureOptions;
import org.neo4j.procedure.TerminationGuard;

/// The options that the procedures `connectome.geometry.*` share.
final class GeometryOptions {
  static final String POPULATION =
      "axonClasses (all; a list), targetClasses (all; a list; synapses and membrane of others do not"
          + " count), minSynapses (10; of an axon), "
          + SynapseOptions.DESCRIPTION;
  static final String SHARED =
      "radiiUm ([0, 1, 2, 3, 4, 5]), blockUm ([0.36, 0.36, 0.448]; sides of a block), membrane"
          + " (contacts: those of segments of the neurons; synapses: where synapses of others lie,"
          + " for data sets without segments), threads (2), "
          + POPULATION;
  static final String RADII = "radiiUm";
  static final String BLOCK = "blockUm";
  static final String MEMBRANE = "membrane";
  static final String SEED = "seed";
  static final String DRAWS = "draws";

  private static final String AXON_CLASSES = "axonClasses";
  private static final String TARGET_CLASSES = "targetClasses";
  private static final String MIN_SYNAPSES = "minSynapses";
  private static final String THREADS = "threads";
  private static final int ENOUGH = 10;
  private static final List<Double> FOCUSEM_RADII = List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
  private static final List<Double> FOCUSEM_BLOCK = List.of(0.36, 0.36, 0.448);

  private final SynapseOptions options;

  GeometryOptions(Map<String, Object> given, String... further) {
    List<String> keys =
        new ArrayList<>(List.of(AXON_CLASSES, TARGET_CLASSES, MIN_SYNAPSES, THREADS));
    keys.addAll(Arrays.asList(further));
    this.options = new SynapseOptions(given, keys.toArray(new String[0]));
  }

  /// What stands for membrane.
  enum Membrane {
    /// Contacts of the segments of neurons.
    CONTACTS,
    /// Synapses of other axons.
    SYNAPSES
  }

  ProcedureOptions all() {
    return options.all();
  }

  int count(String key, int otherwise) {
    return options.count(key, otherwise);
  }

  long seed() {
    return all().count(SEED, 0);
  }

  SynapseChoice choice() {
    return options.choice();
  }

  int minSynapses() {
    return Math.max(1, options.count(MIN_SYNAPSES, ENOUGH));
  }

  Membrane membrane() {
    return all().choice(MEMBRANE, Membrane.CONTACTS);
  }

  double[] radiiUm() {
    return numbers(RADII, FOCUSEM_RADII);
  }

  double[] blockUm() {
    double[] block = numbers(BLOCK, FOCUSEM_BLOCK);
    if (block.length != 3 || !Arrays.stream(block).allMatch(side -> side > 0)) {
      throw new IllegalArgumentException(
          "Option blockUm must be three sides above 0 but was " + Arrays.toString(block));
    }
    return block;
  }

  private double[] numbers(String key, List<Double> otherwise) {
    List<Double> given = all().numbers(key);
    return (given.isEmpty() ? otherwise : given).stream().mapToDouble(v -> v).toArray();
  }

  Workers workers(TerminationGuard guard) {
    return new Workers(options.count(THREADS, 2), guard::check);
  }

  /// The classes of axons that were asked for, by name.
  List<String> axonClasses(List<String> names) {
    return classes(AXON_CLASSES, names);
  }

  /// The same of targets.
  List<String> targetClasses(List<String> names) {
    return classes(TARGET_CLASSES, names);
  }

  private List<String> classes(String key, List<String> names) {
    List<String> asked = all().texts(key).orElse(names);
    for (String name : asked) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "Option %s can hold %s but held %s".formatted(key, String.join(", ", names), name));
      }
    }
    return asked;
  }
}
