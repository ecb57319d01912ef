package org.connectarium.app.dataset;

import java.nio.file.Path;
import java.util.List;
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
/// @param also descriptions of other datasets whose `train.box` is learnt from as well
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
    List<Path> also,
    Optional<VoxelCounts> patch) {
  public Training {
    also = List.copyOf(also);
  }

  /// How far training examples are varied.
  public enum Augmented {
    /// As images of one microscope differ.
    USUAL,
    /// As images of different microscopes and tissues differ.
    STRONG
  }
}
