package org.connectarium.analysis.uncertainty;

import java.util.List;
import org.connectarium.analysis.inference.Interval;

/// How many of some uncertain things are real.
///
/// @param mean Σ p
/// @param deviation √ Σ p (1 − p)
/// @param interval95 counts between which at least 95 % of the probability lies, at most 2.5 % on
///     either side
/// @param from the first count of `probabilities`
/// @param probabilities of the counts from there on; those left out sum to less than 10⁻¹²
public record CertainCount(
    double mean, double deviation, Interval interval95, int from, List<Double> probabilities) {

  /// Keeps a copy.
  public CertainCount {
    probabilities = List.copyOf(probabilities);
  }

  /// Probability of a count.
  public double probability(int count) {
    int at = count - from;
    return at >= 0 && at < probabilities.size() ? probabilities.get(at) : 0;
  }
}
