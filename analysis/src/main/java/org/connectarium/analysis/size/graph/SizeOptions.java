package org.connectarium.analysis.size.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.size.SizePairs;
import org.connectarium.analysis.synapses.graph.SynapseChoice;
import org.connectarium.analysis.synapses.graph.SynapseOptions;
import org.connectarium.graph.connectome.SizeMeasure;
import org.connectarium.graph.procedure.ProcedureOptions;
import org.neo4j.procedure.TerminationGuard;

/// The options that the procedures `connectome.size.*` share.
final class SizeOptions {
  static final String SHARED =
      "size (asiUm2; psdUm2, psdPixels, spineVolumeUm3, spineVolumeVoxels, sections), axonClasses"
          + " (all; a list), targetClasses (all; a list), "
          + SynapseOptions.DESCRIPTION;
  static final String PAIRING_DESCRIPTION =
      "pairing (sameAxonSameDendrite: connections of exactly two synapses of known size; sameAxon,"
          + " sameDendrite: the first synapses of its connections, two and two)";
  static final String PAIRING = "pairing";
  static final String SEED = "seed";
  static final String SHUFFLES = "shuffles";
  static final String DRAWS = "draws";

  private static final String SIZE = "size";
  private static final String AXON_CLASSES = "axonClasses";
  private static final String TARGET_CLASSES = "targetClasses";
  private static final String THREADS = "threads";

  private final SynapseOptions options;

  SizeOptions(Map<String, Object> given, String... further) {
    List<String> keys = new ArrayList<>(List.of(SIZE, AXON_CLASSES, TARGET_CLASSES, THREADS));
    keys.addAll(Arrays.asList(further));
    this.options = new SynapseOptions(given, keys.toArray(new String[0]));
  }

  ProcedureOptions all() {
    return options.all();
  }

  int count(String key, int otherwise) {
    return options.count(key, otherwise);
  }

  long seed() {
    return options.all().count(SEED, 0);
  }

  SizeMeasure size() {
    return options.size(SIZE, SizeMeasure.ASI_UM2);
  }

  SynapseChoice choice() {
    return options.choice().withSize(size());
  }

  SizePairs.Kind pairing() {
    return options.all().choice(PAIRING, SizePairs.Kind.SAME_AXON_SAME_DENDRITE);
  }

  Workers workers(TerminationGuard guard) {
    return new Workers(options.count(THREADS, 2), guard::check);
  }

  /// Numbers of the classes of axons that were asked for; empty: all.
  Optional<BitSet> axonClasses(List<String> names) {
    return classes(AXON_CLASSES, names);
  }

  /// The same of targets.
  Optional<BitSet> targetClasses(List<String> names) {
    return classes(TARGET_CLASSES, names);
  }

  private Optional<BitSet> classes(String key, List<String> names) {
    return options
        .all()
        .texts(key)
        .map(
            asked -> {
              BitSet chosen = new BitSet();
              for (String name : asked) {
                if (!names.contains(name)) {
                  throw new IllegalArgumentException(
                      "Option %s can hold %s but held %s"
                          .formatted(key, String.join(", ", names), name));
                }
                chosen.set(names.indexOf(name));
              }
              return chosen;
            });
  }
}
