package org.connectarium.analysis.geometry;

import java.util.Arrays;
import java.util.List;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.synapses.TargetCounts;

/// How far geometry alone explains connections: what is available to axons, and lengths of
/// neurites.
///
/// Method: A. Motta and others, *Dense connectomic reconstruction in layer 4 of the somatosensory
/// cortex*, Science 366, 2019,
/// [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134).
public final class Geometry {
  private Geometry() {}

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
    int[][] rows = new int[synapses.length][classes.size()];
    for (int i = 0; i < rows.length; i++) {
      var random = Seeds.random(seed, i);
      int left = synapses[i];
      double rest = 1;
      for (int c = 0; c < classes.size(); c++) {
        boolean last = c + 1 == classes.size();
        double share = last ? 1 : Math.clamp(available[i][c] / rest, 0, 1);
        rows[i][c] = last ? left : Seeds.binomial(random, left, share);
        left -= rows[i][c];
        rest = Math.max(1e-300, rest - available[i][c]);
      }
    }
    return TargetCounts.of(classes, rows);
  }

  /// A matrix of synapses between classes against shares of axons and of targets.
  ///
  /// @param counts axon classes × target classes
  /// @param pre amount of each axon class, such as its path length; only shares matter
  /// @param post amount of each target class
  public static PetersMatrix peters(long[][] counts, double[] pre, double[] post) {
    check(counts, pre, post);
    return PetersMatrix.of(counts, PetersMatrix.shares(pre), PetersMatrix.shares(post));
  }

  /// Likelihood ratio tests: lengths alone, with the density of synapses of axons, of targets, of
  /// both, and every pair of classes its own.
  ///
  /// @param preLengthUm path length of each axon class
  /// @param postLengthUm path length of each target class
  public static List<PetersMatrix.Ratio> likelihoodRatios(
      long[][] counts, double[] preLengthUm, double[] postLengthUm) {
    check(counts, preLengthUm, postLengthUm);
    return PetersMatrix.ratios(
        counts, PetersMatrix.shares(preLengthUm), PetersMatrix.shares(postLengthUm));
  }

  private static void check(long[][] counts, double[] pre, double[] post) {
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
