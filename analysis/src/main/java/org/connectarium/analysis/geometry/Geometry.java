package org.connectarium.analysis.geometry;

import java.util.Arrays;
import java.util.List;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.TargetCounts;

/// How far geometry alone explains connections: what is available to axons, and lengths of
/// neurites.
///
/// Method: A. Motta and others, *Dense connectomic reconstruction in layer 4 of the somatosensory
/// cortex*, Science 366, 2019,
/// [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134).
public final class Geometry {
  private Geometry() {}

  /// Membrane of each class within distances of axons.
  ///
  /// Cost: per axon rows of blocks that it is in × rows within the distance × distances × blocks
  /// along x / 64 steps.
  ///
  /// @param axons numbers of neurites
  /// @param radiiUm distances between middles of blocks; FocusEM: 0, 1, 2, … µm
  public static Availability availability(
      MembraneBlocks blocks, int[] axons, double[] radiiUm, Workers workers) {
    return Availability.of(blocks, axons, radiiUm, workers);
  }

  /// How well availabilities predict fractions of synapses.
  ///
  /// @param counts axons × classes, each axon with a synapse or more
  /// @param available one row per axon: share of each class in the surface within reach, sum 1
  public static Predictability predictability(
      TargetCounts counts, double[][] available, Predictor predictor) {
    return Predictability.of(counts, available, predictor);
  }

  /// A connectome made by availability alone: as many synapses per axon, each onto a class with
  /// the probability of its availability.
  ///
  /// @param synapses of each axon
  public static TargetCounts byAvailability(
      List<String> classes, int[] synapses, double[][] available, long seed) {
    return TargetCounts.of(classes, ChanceConnectomes.byAvailability(synapses, available, seed));
  }

  /// A connectome made by contacts alone: as many synapses per axon, each onto a target that the
  /// axon touches, by the area of that contact.
  ///
  /// @param synapses of each axon
  /// @return synapses of each pair of `contacts`
  /// @throws IllegalArgumentException if an axon with synapses touches nothing
  public static int[] byContacts(AxonContacts contacts, int[] synapses, long seed) {
    return ChanceConnectomes.byContacts(contacts, synapses, seed);
  }

  /// The connectome beside those that distance alone would make ([#byAvailability]): for each
  /// class its synapses, axons with any, and the variance over axons of its share of synapses.
  ///
  /// Cost: draws × synapses steps.
  ///
  /// @param draws 2 or more, such as 200
  public static List<AgainstChance> againstAvailability(
      TargetCounts counts, double[][] available, int draws, long seed, Workers workers) {
    return ChanceConnectomes.againstAvailability(counts, available, draws, seed, workers);
  }

  /// The connectome beside those that contacts alone would make ([#byContacts]): the same numbers,
  /// and how many pairs of an axon and a target have 1, 2, 3, 4, 5 or more synapses.
  ///
  /// Cost: draws × (contacts + synapses × ln contacts of an axon) steps.
  ///
  /// @param observed synapses of each pair
  /// @param classOfTarget number of the class of each target
  /// @param draws 2 or more, such as 200
  public static List<AgainstChance> againstContacts(
      AxonContacts contacts,
      int[] observed,
      List<String> classes,
      byte[] classOfTarget,
      int draws,
      long seed,
      Workers workers) {
    return ChanceConnectomes.againstContacts(
        contacts, observed, classes, classOfTarget, draws, seed, workers);
  }

  /// A matrix of synapses between classes against shares of axons and of targets.
  ///
  /// @param counts axon classes × target classes; whole, or corrected for the errors of detection
  /// @param pre amount of each axon class, such as its path length; only shares matter
  /// @param post amount of each target class
  public static PetersMatrix peters(double[][] counts, double[] pre, double[] post) {
    check(counts, pre, post);
    return PetersMatrix.of(counts, PetersMatrix.shares(pre), PetersMatrix.shares(post));
  }

  /// Likelihood ratio tests: lengths alone, with the density of synapses of axons, of targets, of
  /// both, and every pair of classes its own.
  ///
  /// @param preLengthUm path length of each axon class
  /// @param postLengthUm path length of each target class
  public static List<PetersMatrix.Ratio> likelihoodRatios(
      double[][] counts, double[] preLengthUm, double[] postLengthUm) {
    check(counts, preLengthUm, postLengthUm);
    return PetersMatrix.ratios(
        counts, PetersMatrix.shares(preLengthUm), PetersMatrix.shares(postLengthUm));
  }

  private static void check(double[][] counts, double[] pre, double[] post) {
    if (counts.length == 0
        || counts.length != pre.length
        || Arrays.stream(counts).anyMatch(row -> row.length != post.length)) {
      throw new IllegalArgumentException(
          "counts must be " + pre.length + " × " + post.length + ", one row per axon class");
    }
    if (!(Arrays.stream(pre).allMatch(v -> v > 0) && Arrays.stream(post).allMatch(v -> v > 0))) {
      throw new IllegalArgumentException(
          "amounts must be above 0 but were "
              + Arrays.toString(pre)
              + ", "
              + Arrays.toString(post));
    }
  }
}
