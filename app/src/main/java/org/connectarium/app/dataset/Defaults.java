package org.connectarium.app.dataset;

import java.util.Optional;
import java.util.OptionalDouble;
import org.connectarium.reconstruction.hierarchy.Linkage;

/// All default values of DATASET.yaml, and nowhere else.
final class Defaults {
  static final String MODEL = "fibsem";
  static final int TRAINING_STEPS = 4000;
  static final int PATIENCE = 10;
  static final long SEED = 1;
  static final double LEARNING_RATE = 1e-3;
  static final VoxelCounts PATCH = new VoxelCounts(64, 64, 32);

  /// The last tenth of the training box's sections validates, where no box is given for that.
  static final int VALIDATION_PART = 10;

  static final int SYMMETRIES = 1;

  static final Segmentation SEGMENTATION =
      new Segmentation(
          Optional.empty(),
          Segmentation.Method.FOCUSEM,
          0.016,
          10,
          0.5,
          Segmentation.Basins.DESCENT,
          30,
          0,
          80,
          Segmentation.Evidence.STEPS,
          20,
          new VoxelCounts(256, 256, 256),
          new VoxelCounts(32, 32, 32),
          0);

  static final Agglomeration AGGLOMERATION =
      new Agglomeration(new Linkage.Mean(), OptionalDouble.empty(), 10, 0);

  static final double QUANTILE = 0.5;
  static final double SIZE_VOXELS = 1000;

  static final String SERVER_USER = "neo4j";

  private Defaults() {}
}
