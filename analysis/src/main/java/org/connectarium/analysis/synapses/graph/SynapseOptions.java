package org.connectarium.analysis.synapses.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.connectarium.analysis.synapses.SynapseKind;
import org.connectarium.graph.connectome.SizeMeasure;
import org.connectarium.graph.procedure.ProcedureOptions;

/// The options by which procedures choose synapses, and those of their own beside them.
public final class SynapseOptions {
  /// What is said about these options in the description of a procedure.
  public static final String DESCRIPTION =
      "targetBy (class; or type or another property of the neuron that receives), axonBy (class;"
          + " of the neuron that sends), kinds (all; a list of soma, primarySpine, secondarySpine,"
          + " shaft, unknown), minProbability (0), partners (one: synapses onto several neurons are"
          + " left out; each: one for each of them), selfConnections (false), unclassed (false;"
          + " whether neurons without a class are one, of empty text)";

  private static final String TARGET_BY = "targetBy";
  private static final String AXON_BY = "axonBy";
  private static final String KINDS = "kinds";
  private static final String MIN_PROBABILITY = "minProbability";
  private static final String PARTNERS = "partners";
  private static final String SELF_CONNECTIONS = "selfConnections";
  private static final String UNCLASSED = "unclassed";
  private static final String ONE = "one";
  private static final String EACH = "each";

  private final ProcedureOptions options;

  /// @param further keys of the procedure
  /// @throws IllegalArgumentException if a key is not known
  public SynapseOptions(Map<String, Object> given, String... further) {
    List<String> keys =
        new ArrayList<>(
            List.of(
                TARGET_BY, AXON_BY, KINDS, MIN_PROBABILITY, PARTNERS, SELF_CONNECTIONS, UNCLASSED));
    keys.addAll(Arrays.asList(further));
    this.options = new ProcedureOptions(given, keys);
  }

  /// All options.
  public ProcedureOptions all() {
    return options;
  }

  /// A whole number from 0 that fits into 32 bits.
  public int count(String key, int otherwise) {
    return Math.toIntExact(options.count(key, otherwise));
  }

  /// The synapses that were asked for.
  ///
  /// @throws IllegalArgumentException if a value is not among those possible
  public SynapseChoice choice() {
    SynapseChoice ours = SynapseChoice.DEFAULT;
    String partners = options.text(PARTNERS).orElse(ONE);
    if (!partners.equals(ONE) && !partners.equals(EACH)) {
      throw new IllegalArgumentException("Option partners must be one or each but was " + partners);
    }
    return new SynapseChoice(
        options.text(TARGET_BY).orElse(ours.targetProperty()),
        options.text(AXON_BY).orElse(ours.axonProperty()),
        Optional.empty(),
        options.texts(KINDS).map(SynapseOptions::kinds).orElse(ours.kinds()),
        options.probability(MIN_PROBABILITY, ours.minProbability()),
        partners.equals(EACH),
        options.flag(SELF_CONNECTIONS, ours.selfConnections()),
        options.flag(UNCLASSED, ours.unclassed()));
  }

  /// The size that an option names.
  ///
  /// @throws IllegalArgumentException if it names none
  public SizeMeasure size(String key, SizeMeasure otherwise) {
    Optional<String> name = options.text(key);
    return name.isEmpty()
        ? otherwise
        : SizeMeasure.of(name.get())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Option %s must be one of %s but was %s"
                            .formatted(
                                key, String.join(", ", SizeMeasure.properties()), name.get())));
  }

  private static Set<SynapseKind> kinds(List<String> names) {
    Set<SynapseKind> kinds = EnumSet.noneOf(SynapseKind.class);
    for (String name : names) {
      kinds.add(
          SynapseKind.of(name)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Option kinds can hold %s but held %s"
                              .formatted(String.join(", ", SynapseKind.words()), name))));
    }
    return kinds;
  }
}
