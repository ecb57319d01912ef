package org.connectarium.analysis.synapses.graph;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.connectarium.analysis.synapses.SynapseKind;
import org.connectarium.graph.connectome.SizeMeasure;

/// Which synapses of a data set are read, and how they are grouped.
///
/// @param targetProperty of the neuron that receives: its value is the target class
/// @param axonProperty of the neuron that sends: its value is the class of the axon
/// @param size which one is the area of the table; none: areas stay unknown
/// @param kinds that are taken
/// @param minProbability below which a synapse is left out
/// @param eachPartner a synapse with several neurons that receive is one row each; else it is left
///     out
/// @param selfConnections whether synapses of a neuron onto itself are taken
/// @param unclassed whether synapses onto neurons without a target class are taken, as the class of
///     empty text
public record SynapseChoice(
    String targetProperty,
    String axonProperty,
    Optional<SizeMeasure> size,
    Set<SynapseKind> kinds,
    double minProbability,
    boolean eachPartner,
    boolean selfConnections,
    boolean unclassed) {
  /// All single synapses between neurons whose target has a `class`.
  public static final SynapseChoice DEFAULT =
      new SynapseChoice(
          "class",
          "class",
          Optional.empty(),
          EnumSet.allOf(SynapseKind.class),
          0,
          false,
          false,
          false);

  /// Keeps a copy.
  public SynapseChoice {
    kinds = Set.copyOf(kinds);
  }

  /// The same with an area.
  public SynapseChoice withSize(SizeMeasure measure) {
    return new SynapseChoice(
        targetProperty,
        axonProperty,
        Optional.of(measure),
        kinds,
        minProbability,
        eachPartner,
        selfConnections,
        unclassed);
  }

  /// The same, synapses onto neurons without a class taken as well.
  public SynapseChoice withUnclassed() {
    return new SynapseChoice(
        targetProperty,
        axonProperty,
        size,
        kinds,
        minProbability,
        eachPartner,
        selfConnections,
        true);
  }
}
