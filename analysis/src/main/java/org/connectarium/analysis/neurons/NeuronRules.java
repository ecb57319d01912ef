package org.connectarium.analysis.neurons;

import java.util.OptionalDouble;

/// Which class a neuron is of. An agglomerate of the kind axon is one, of the kinds dendrite, soma
/// and spinehead a target; any other is what it is at more of its synapses, an axon where both are
/// as many.
///
/// Method: A. Motta et al., *Dense connectomic reconstruction in layer 4 of the somatosensory
/// cortex*, Science 2019, [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134).
/// Differs: apical dendrites and axon initial segments were found by people there and are among the
/// other dendrites here; a cell body with its dendrites is one agglomerate, and a proximal dendrite
/// unless most of its synapses are on the body.
///
/// @param minSynapses axons with fewer synapses are of the class otherAxon
/// @param excitatoryFrom least share of primary spine synapses of excitatory axons
/// @param inhibitoryBelow axons with a smaller share are inhibitory, those between unclear
/// @param thalamocorticalFrom least probability of thalamocortical axons
/// @param smoothBelowPerUm dendrites with fewer spines per µm of trunk are smooth
/// @param minTrunkUm dendrites with a shorter trunk are fragments
public record NeuronRules(
    int minSynapses,
    double excitatoryFrom,
    double inhibitoryBelow,
    double thalamocorticalFrom,
    double smoothBelowPerUm,
    double minTrunkUm) {

  /// The values of the paper; a dendrite is large from an extent of 5 µm on there.
  public static final NeuronRules DEFAULT = new NeuronRules(10, 0.5, 0.2, 0.6, 0.4, 5);

  /// @throws IllegalArgumentException if a value is out of its range
  public NeuronRules {
    for (double share : new double[] {excitatoryFrom, inhibitoryBelow, thalamocorticalFrom}) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "excitatoryFrom, inhibitoryBelow and thalamocorticalFrom must be 0…1 but one was "
                + share);
      }
    }
    if (inhibitoryBelow > excitatoryFrom
        || minSynapses < 1
        || !(smoothBelowPerUm >= 0)
        || !(minTrunkUm >= 0)) {
      throw new IllegalArgumentException(
          ("minSynapses must be 1 or more, smoothBelowPerUm and minTrunkUm 0 or more, and"
                  + " inhibitoryBelow at most excitatoryFrom but were %d, %s, %s, %s and %s")
              .formatted(
                  minSynapses, smoothBelowPerUm, minTrunkUm, inhibitoryBelow, excitatoryFrom));
    }
  }

  /// True if a neuron is an axon, false if it is a target.
  public boolean isAxon(Neurite neuron) {
    return switch (neuron.kind()) {
      case "axon" -> true;
      case "dendrite", "soma", "spinehead" -> false;
      default -> neuron.sends() >= neuron.receives();
    };
  }

  /// The class of a neuron.
  ///
  /// @param spineHeadsKnown false: only axon and dendrite are told apart
  public String of(Neurite neuron, boolean spineHeadsKnown) {
    if (isAxon(neuron)) {
      return spineHeadsKnown ? axon(neuron) : "axon";
    }
    if (neuron.kind().equals("soma")) {
      return 2 * neuron.receivesSoma() > neuron.receives() ? "soma" : "proximalDendrite";
    }
    return spineHeadsKnown ? dendrite(neuron) : "dendrite";
  }

  private String axon(Neurite neuron) {
    if (neuron.sends() < minSynapses) {
      return "otherAxon";
    }
    double share = neuron.primarySpineShare();
    if (share < excitatoryFrom) {
      return share < inhibitoryBelow ? "inhibitory" : "unclear";
    }
    OptionalDouble thalamocortical = neuron.thalamocortical();
    if (thalamocortical.isEmpty()) {
      return "excitatory";
    }
    return thalamocortical.getAsDouble() >= thalamocorticalFrom
        ? "thalamocortical"
        : "corticocortical";
  }

  private String dendrite(Neurite neuron) {
    if (neuron.trunkUm() < minTrunkUm || neuron.trunkUm() == 0) {
      return "fragment";
    }
    return neuron.spinesPerUm() < smoothBelowPerUm ? "smoothDendrite" : "otherDendrite";
  }
}
