package org.connectarium.reconstruction.accuracy;

/// A threshold and what it brings; a row is called positive where its score is at least the
/// threshold.
///
/// @param threshold score
/// @param precision share of the positive calls that are right
/// @param recall share of the positives that are called
public record OperatingPoint(double threshold, double precision, double recall) {
  /// Harmonic mean of precision and recall, 0 where both are.
  public double f1() {
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
  }
}
