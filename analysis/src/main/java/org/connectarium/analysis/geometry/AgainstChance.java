package org.connectarium.analysis.geometry;

import java.util.Arrays;
import org.connectarium.analysis.inference.Interval;

/// A number of a connectome beside the same number of connectomes by chance.
///
/// @param quantity what was counted
/// @param of class of targets, or number of synapses, that it is about
/// @param observed of the connectome
/// @param mean by chance
/// @param deviation standard deviation by chance
/// @param interval95 between which 95 % of those by chance lie
/// @param pHigh of so much or more by chance, (1 + reached) / (1 + draws)
/// @param pLow of so little or less
public record AgainstChance(
    String quantity,
    String of,
    double observed,
    double mean,
    double deviation,
    Interval interval95,
    double pHigh,
    double pLow) {

  static AgainstChance of(String quantity, String of, double observed, double[] drawn) {
    double mean = Arrays.stream(drawn).average().orElse(Double.NaN);
    double squares = Arrays.stream(drawn).map(v -> (v - mean) * (v - mean)).sum();
    double near = 1e-9 * Math.max(1, Math.abs(observed));
    return new AgainstChance(
        quantity,
        of,
        observed,
        mean,
        Math.sqrt(squares / (drawn.length - 1)),
        Interval.percentile(drawn, 0.95),
        (1.0 + Arrays.stream(drawn).filter(v -> v >= observed - near).count())
            / (1.0 + drawn.length),
        (1.0 + Arrays.stream(drawn).filter(v -> v <= observed + near).count())
            / (1.0 + drawn.length));
  }
}
