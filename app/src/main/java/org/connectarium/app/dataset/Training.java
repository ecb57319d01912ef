package org.connectarium.app.dataset;

import org.connectarium.ingest.volume.Box;

/// How a network is trained on the truth of the dataset.
///
/// @param box the only voxels the network learns from
/// @param validationBox voxels that decide when to stop; shares none with `box`
/// @param minutes longest time to train
/// @param seed of the weights and of the augmentation
/// @param learningRate of the optimiser at its begin
/// @param patch size of one training example in voxels
public record Training(
    Box box,
    Box validationBox,
    Network network,
    double minutes,
    long seed,
    double learningRate,
    VoxelCounts patch) {

  /// The architectures that can be trained.
  public enum Network {
    /// Isotropic residual 3D U-Net, for FIB-SEM.
    FIBSEM_UNET,
    /// The same with less depth along z, for serial sections.
    SSTEM_UNET,
    /// Four hidden layers of ten maps, as in SegEM.
    SEGEM
  }
}
