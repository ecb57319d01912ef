package org.connectarium.app.dataset;

import java.util.Optional;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.network.Preset;

/// How a network is trained on the truth of the dataset.
///
/// @param box the only voxels the network learns from
/// @param validationBox voxels that decide when to stop; shares none with `box`
/// @param steps training examples; the learning rate falls to zero over them
/// @param patience validations without a better loss after which the training stops early
/// @param seed of the weights and of the augmentation
/// @param learningRate of the optimiser, the highest
/// @param augmentation how far the examples are varied
/// @param patch size of one training example in voxels; empty = what suits the network
public record Training(
    Box box,
    Box validationBox,
    Preset network,
    int steps,
    int patience,
    long seed,
    double learningRate,
    Augmented augmentation,
    Optional<VoxelCounts> patch) {
  /// How far training examples are varied.
  public enum Augmented {
    /// As images of one microscope differ.
    USUAL,
    /// As images of different microscopes and tissues differ.
    STRONG
  }
}
