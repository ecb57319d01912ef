package org.connectarium.reconstruction.training;

import java.util.List;

/// How long and how a network is trained.
///
/// @param steps number of crops; the learning rate falls to zero over them (half a cosine)
/// @param patch size of a crop at the network's input (z, y, x)
/// @param learningRate highest learning rate
/// @param seed of the weights, the crops and their variation
/// @param validateEvery steps between validations; a checkpoint is written at each
/// @param validationCrops crops per validation, the same each time
/// @param patience validations without a better loss after which the training stops early
/// @param augmentation how the crops are varied
public record TrainingPlan(
    int steps,
    List<Integer> patch,
    double learningRate,
    long seed,
    int validateEvery,
    int validationCrops,
    int patience,
    Augmentation augmentation) {
  private static final int WARM_UP = 100;

  public TrainingPlan {
    patch = List.copyOf(patch);
    if (steps < 1 || validateEvery < 1 || validationCrops < 1 || patience < 1) {
      throw new IllegalArgumentException(
          "Steps, validateEvery, validationCrops and patience must be positive");
    }
    if (!(learningRate > 0 && learningRate < 1)) {
      throw new IllegalArgumentException(
          "Learning rate must be between 0 and 1 but was " + learningRate);
    }
  }

  /// Learning rate at a step: linear warm-up, then half a cosine down to 1 % of the highest.
  double learningRate(int step) {
    double warm = Math.min(1, (step + 1) / (double) WARM_UP);
    double fall = 0.5 * (1 + Math.cos(Math.PI * step / steps));
    return learningRate * warm * (0.01 + 0.99 * fall);
  }
}
