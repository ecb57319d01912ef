package org.connectarium.reconstruction.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Probabilities of the answer yes to one question, beside the truth.
public final class Answers {
  private final List<Double> probability = new ArrayList<>();
  private final List<Boolean> positive = new ArrayList<>();

  /// Adds one.
  public void add(double p, boolean yes) {
    probability.add(p);
    positive.add(yes);
  }

  /// Adds what both directions of a contact say of a synapse: the larger one; 0 for a synapse that
  /// is found in the wrong direction. Nothing where the truth is not known.
  public void addSynapse(double forward, double reverse, SynapseTruth.Answer truth) {
    addSynapse(forward, reverse, truth, 0);
  }

  /// The same of scores.
  ///
  /// @param missed the score of a synapse that is found in the wrong direction
  public void addSynapse(double forward, double reverse, SynapseTruth.Answer truth, double missed) {
    double larger = Math.max(forward, reverse);
    switch (truth) {
      case FORWARD -> add(forward >= reverse ? larger : missed, true);
      case REVERSE -> add(reverse >= forward ? larger : missed, true);
      case EITHER -> add(larger, true);
      case NONE -> add(larger, false);
      case UNKNOWN -> {}
    }
  }

  /// Number of answers.
  public int size() {
    return positive.size();
  }

  /// Whether the answer is yes to any.
  public boolean anyPositive() {
    return positive.contains(true);
  }

  /// The probabilities.
  public double[] probabilities() {
    return probability.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// The weight of each: all count alike.
  public float[] weights() {
    float[] out = new float[size()];
    Arrays.fill(out, 1);
    return out;
  }

  /// The truth of each.
  public boolean[] labels() {
    boolean[] out = new boolean[positive.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = positive.get(i);
    }
    return out;
  }
}
