package org.connectarium.reconstruction.accuracy;

import java.util.Arrays;

/// Synapses found by contacts, as SynEM counts them.
///
/// At a threshold θ a synapse is found (TP) if at least one contact that overlaps it has a score of
/// at least θ, and missed (FN) if none has. A contact of at least θ that overlaps no synapse is a
/// false positive (FP). A synapse counts once, however many contacts find it.
///
/// Method: B. Staffler et al., *SynEM, automated synapse detection for connectomics*, eLife 2017,
/// [doi:10.7554/eLife.26414](https://doi.org/10.7554/eLife.26414). Differs from the paper: a score
/// equal to θ is above it.
public final class Detection {
  private Detection() {}

  /// Precision and recall of synapses over all thresholds.
  ///
  /// @param scores of the contacts, not NaN; of contacts scored in both directions the larger
  /// @param contact number of a contact, one entry for each overlap
  /// @param synapse number 0 … synapses − 1 of the synapse that it overlaps
  /// @param synapses how many there are; those that no contact overlaps are missed always
  /// @throws IllegalArgumentException if numbers are out of range, or there is no synapse
  public static PrecisionRecall curve(double[] scores, int[] contact, int[] synapse, int synapses) {
    if (contact.length != synapse.length || synapses < 1) {
      throw new IllegalArgumentException(
          "Detection needs synapses and pairs of contact and synapse, but got "
              + contact.length
              + " contacts and "
              + synapse.length
              + " synapses of "
              + synapses);
    }
    double[] best = new double[synapses];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    boolean[] overlaps = new boolean[scores.length];
    for (int i = 0; i < contact.length; i++) {
      if (contact[i] < 0
          || contact[i] >= scores.length
          || synapse[i] < 0
          || synapse[i] >= synapses) {
        throw new IllegalArgumentException(
            "Overlap " + i + " is of contact " + contact[i] + " and synapse " + synapse[i]);
      }
      overlaps[contact[i]] = true;
      best[synapse[i]] = Math.max(best[synapse[i]], scores[contact[i]]);
    }
    int rows = synapses;
    double[] all = Arrays.copyOf(best, synapses + scores.length);
    for (int i = 0; i < scores.length; i++) {
      if (!overlaps[i]) {
        all[rows++] = scores[i];
      }
    }
    boolean[] positive = new boolean[rows];
    Arrays.fill(positive, 0, synapses, true);
    float[] weight = new float[rows];
    Arrays.fill(weight, 1);
    return PrecisionRecall.of(Arrays.copyOf(all, rows), positive, weight);
  }
}
