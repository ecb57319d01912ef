package org.connectarium.reconstruction.accuracy;

import java.util.List;

/// From errors per synapse to errors per pair of neurons, as in SynEM.
///
/// Two neurons are called connected if at least γ synapses between them are detected. Each of the n
/// synapses of a connected pair is found with the recall R of synapses. False detections are spread
/// over all pairs as a Poisson process of mean λ = (1 − P)/P · R · c · ⟨n⟩, where c is the share of
/// pairs that are connected, and
///
/// - recall of pairs = Σₙ p(n) · P[Binomial(n, R) ≥ γ]
/// - precision of pairs = c · recall / (c · recall + (1 − c) · P[Poisson(λ) ≥ γ])
///
/// Method: B. Staffler et al., *SynEM, automated synapse detection for connectomics*, eLife 2017,
/// [doi:10.7554/eLife.26414](https://doi.org/10.7554/eLife.26414).
///
/// @param synapses relative frequencies of pairs with 1, 2, … synapses, 0 or more; any sum
/// @param connected share c of the pairs that are connected, above 0, below 1
public record NeuronPairs(List<Double> synapses, double connected) {
  /// Excitatory pairs of mouse cortex: 1 … 8 synapses, 4.316 on average, a fifth connected.
  public static final NeuronPairs EXCITATORY =
      new NeuronPairs(List.of(1.0, 4.0, 13.0, 11.0, 19.0, 5.0, 3.0, 1.0), 0.2);

  /// Inhibitory pairs of mouse cortex: 6 synapses, three fifths connected.
  public static final NeuronPairs INHIBITORY =
      new NeuronPairs(List.of(0.0, 0.0, 0.0, 0.0, 0.0, 1.0), 0.6);

  /// How well pairs are told apart.
  ///
  /// @param precision share of the pairs called connected that are
  /// @param recall share of the connected pairs that are called so
  public record Accuracy(double precision, double recall) {}

  public NeuronPairs {
    synapses = List.copyOf(synapses);
    double sum = 0;
    for (double s : synapses) {
      if (!(s >= 0)) {
        throw new IllegalArgumentException("A frequency of pairs is " + s);
      }
      sum += s;
    }
    if (!(sum > 0) || !(connected > 0 && connected < 1)) {
      throw new IllegalArgumentException(
          "Pairs of neurons need frequencies and a share above 0 and below 1, but got "
              + synapses
              + " and "
              + connected);
    }
  }

  /// Mean number of synapses of a connected pair.
  public double meanSynapses() {
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < synapses.size(); i++) {
      sum += synapses.get(i);
      weighted += (i + 1) * synapses.get(i);
    }
    return weighted / sum;
  }

  /// Accuracy for pairs, given that of synapses.
  ///
  /// @param precision of synapses, above 0 … 1
  /// @param recall of synapses, above 0 … 1
  /// @param least γ, fewest detected synapses of a pair that is called connected, 1 or more
  /// @throws IllegalArgumentException if a number is out of range
  public Accuracy accuracy(double precision, double recall, int least) {
    if (!(precision > 0 && precision <= 1) || !(recall > 0 && recall <= 1) || least < 1) {
      throw new IllegalArgumentException(
          "Precision and recall must be above 0 and at most 1, and the fewest synapses 1 or more,"
              + " but were "
              + precision
              + ", "
              + recall
              + " and "
              + least);
    }
    double found = 0;
    double sum = 0;
    for (int i = 0; i < synapses.size(); i++) {
      sum += synapses.get(i);
      found += synapses.get(i) * (1 - binomialBelow(i + 1, recall, least));
    }
    found /= sum;
    double mean = (1 - precision) / precision * recall * connected * meanSynapses();
    double invented = (1 - connected) * (1 - poissonBelow(mean, least));
    return new Accuracy(connected * found / (connected * found + invented), found);
  }

  private static double binomialBelow(int n, double p, int k) {
    double sum = 0;
    double choose = 1;
    for (int i = 0; i < k && i <= n; i++) {
      sum += choose * Math.pow(p, i) * Math.pow(1 - p, n - i);
      choose = choose * (n - i) / (i + 1);
    }
    return Math.min(1, sum);
  }

  private static double poissonBelow(double mean, int k) {
    double sum = 0;
    double term = Math.exp(-mean);
    for (int i = 0; i < k; i++) {
      sum += term;
      term *= mean / (i + 1);
    }
    return Math.min(1, sum);
  }
}
