package org.connectarium.reconstruction.calibration;

/// Checks of scores with labels and weights.
final class Weighted {
  private Weighted() {}

  /// Summed weight of one class.
  static double sum(boolean[] positive, float[] weight, boolean which) {
    double sum = 0;
    for (int i = 0; i < weight.length; i++) {
      sum += positive[i] == which ? weight[i] : 0;
    }
    return sum;
  }

  static void checkLengths(double[] values, boolean[] positive, float[] weight) {
    if (values.length != positive.length || values.length != weight.length) {
      throw new IllegalArgumentException(
          values.length
              + " values, "
              + positive.length
              + " labels and "
              + weight.length
              + " weights; give as many of each");
    }
  }

  static void checkClasses(double[] scores, boolean[] positive, float[] weight) {
    checkLengths(scores, positive, weight);
    for (double score : scores) {
      if (!Double.isFinite(score)) {
        throw new IllegalArgumentException("A score is " + score);
      }
    }
    if (!(sum(positive, weight, true) > 0) || !(sum(positive, weight, false) > 0)) {
      throw new IllegalArgumentException("Calibration needs positive and negative rows");
    }
  }
}
