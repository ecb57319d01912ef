package org.connectarium.reconstruction.boosting;

/// How trees are grown.
///
/// @param trees how many, 1 … 100,000
/// @param depth most decisions from the root to a leaf, 1 … 8
/// @param learningRate share of each tree that is added, above 0 … 1
/// @param rowShare share of the rows that each tree sees, above 0 … 1
/// @param featureShare share of the features that each tree sees, above 0 … 1
/// @param minChildWeight least sum of weight · p · (1 − p) of the rows in a leaf, 0 or more
/// @param positiveWeight cost of a missed positive over that of a false one, above 0; FocusEM: 100
///     for synapses
/// @param maxFeatures features that a first, shorter training may hand on, those of largest gain;
///     0 = all
/// @param seed of the rows and features that each tree sees
public record BoostingParameters(
    int trees,
    int depth,
    double learningRate,
    double rowShare,
    double featureShare,
    double minChildWeight,
    double positiveWeight,
    int maxFeatures,
    long seed) {
  /// Largest depth: a tree is stored with all 2^depth leaves.
  public static final int MAX_DEPTH = 8;

  private static final int MAX_TREES = 100_000;

  public BoostingParameters {
    require(trees >= 1 && trees <= MAX_TREES, "trees must be 1 to 100000", trees);
    require(depth >= 1 && depth <= MAX_DEPTH, "depth must be 1 to " + MAX_DEPTH, depth);
    require(isShare(learningRate), "learningRate must be above 0 and at most 1", learningRate);
    require(isShare(rowShare), "rowShare must be above 0 and at most 1", rowShare);
    require(isShare(featureShare), "featureShare must be above 0 and at most 1", featureShare);
    require(
        minChildWeight >= 0 && Double.isFinite(minChildWeight),
        "minChildWeight must be 0 or more",
        minChildWeight);
    require(
        positiveWeight > 0 && Double.isFinite(positiveWeight),
        "positiveWeight must be above 0",
        positiveWeight);
    require(maxFeatures >= 0, "maxFeatures must be 0 or more", maxFeatures);
  }

  /// What does well on contacts: 400 trees of depth 5, slow learning, half of the rows and a tenth
  /// of the features for each.
  public static BoostingParameters standard(long seed) {
    return new BoostingParameters(400, 5, 0.05, 0.5, 0.1, 1, 1, 300, seed);
  }

  /// The same with another cost of missed positives.
  public BoostingParameters withPositiveWeight(double weight) {
    return new BoostingParameters(
        trees,
        depth,
        learningRate,
        rowShare,
        featureShare,
        minChildWeight,
        weight,
        maxFeatures,
        seed);
  }

  /// The same with so many trees.
  public BoostingParameters withTrees(int count) {
    return new BoostingParameters(
        count,
        depth,
        learningRate,
        rowShare,
        featureShare,
        minChildWeight,
        positiveWeight,
        maxFeatures,
        seed);
  }

  private static boolean isShare(double value) {
    return value > 0 && value <= 1;
  }

  private static void require(boolean holds, String rule, Number value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + " but was " + value);
    }
  }
}
