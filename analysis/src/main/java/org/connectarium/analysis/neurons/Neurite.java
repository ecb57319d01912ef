package org.connectarium.analysis.neurons;

import java.util.OptionalDouble;

/// What classes of a neuron depend on.
///
/// @param kind of its agglomerate: axon, dendrite, soma, spinehead, or another word where none is
///     known
/// @param sends synapses at which it sends
/// @param sendsPrimarySpine of these those that are the primary ones of spine heads
/// @param sendsSpine of these those on spine heads
/// @param receives synapses at which it receives
/// @param receivesSoma of these those on its cell body
/// @param pathUm length of its path
/// @param trunkUm the same without spine heads
/// @param spines spine heads of it, with synapses or without
/// @param boutons clusters of the synapses at which it sends; 0 also where they were not made
/// @param multiBoutons of these those with more than one spine synapse
/// @param boutonVolumeUm3 median volume of a bouton, empty where the size of voxels is not known
public record Neurite(
    String kind,
    int sends,
    int sendsPrimarySpine,
    int sendsSpine,
    int receives,
    int receivesSoma,
    double pathUm,
    double trunkUm,
    int spines,
    int boutons,
    int multiBoutons,
    OptionalDouble boutonVolumeUm3) {

  /// Share of the synapses at which it sends that are primary ones of spine heads; NaN for none.
  public double primarySpineShare() {
    return (double) sendsPrimarySpine / sends;
  }

  /// Spine heads per µm of trunk; NaN or infinite where it has no trunk.
  public double spinesPerUm() {
    return spines / trunkUm;
  }

  /// How probably an excitatory axon is thalamocortical, by the logistic of the paper: synapses per
  /// path, spine synapses a bouton, share of boutons with several, volume of boutons. Empty
  /// without boutons of known volume or without path.
  ///
  /// Method: A. Motta et al., Science 2019,
  /// [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134).
  public OptionalDouble thalamocortical() {
    if (boutons == 0 || boutonVolumeUm3.isEmpty() || !(pathUm > 0)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        thalamocortical(
            sendsPrimarySpine / pathUm,
            (double) sendsSpine / boutons,
            (double) multiBoutons / boutons,
            boutonVolumeUm3.getAsDouble()));
  }

  /// The logistic itself.
  ///
  /// @param density primary spine synapses per µm of path
  /// @param perBouton mean spine synapses of a bouton
  /// @param multiple share of boutons with more than one
  /// @param volumeUm3 median volume of boutons
  static double thalamocortical(
      double density, double perBouton, double multiple, double volumeUm3) {
    double z =
        -3.093222
            + 0.356965 * density
            + 1.664203 * perBouton
            + 0.725779 * multiple
            + 0.829174 * volumeUm3;
    return 1 / (1 + Math.exp(-z));
  }
}
