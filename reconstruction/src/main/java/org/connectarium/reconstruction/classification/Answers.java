package org.connectarium.reconstruction.classification;

import java.util.ArrayList;
import java.util.List;

/// Probabilities of the answer yes to one question, beside the truth.
public final class Answers {
  private final List<Double> probability = new ArrayList<>();
  private final List<Boolean> positive = new ArrayList<>();
  private final List<Float> weight = new ArrayList<>();

  /// Adds one of weight 1.
  public void add(double p, boolean yes) {
    add(p, yes, 1);
  }

  /// Adds one.
  ///
  /// @param weight how much it counts
  public void add(double p, boolean yes, float weight) {
    probability.add(p);
    positive.add(yes);
    this.weight.add(weight);
  }

  /// The same answers, each of weight 1.
  public Answers alike() {
    Answers out = new Answers();
    for (int i = 0; i < size(); i++) {
      out.add(probability.get(i), positive.get(i));
    }
    return out;
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

  /// The weight of each.
  public float[] weights() {
    float[] out = new float[size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = weight.get(i);
    }
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
