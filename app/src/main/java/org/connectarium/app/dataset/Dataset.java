package org.connectarium.app.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// What DATASET.yaml says: which images, which truth, and what to do with them. Paths in the file
/// are relative to its folder; here they are absolute.
///
/// @param file the file this was read from
/// @param image folder of sections, file, or dataset in a container (`file.h5:/path`)
/// @param truthSkeletons folder of skeletons, one SWC per cell, or an NML
/// @param box the voxels to work on; empty = all
/// @param tune parameters are chosen on these voxels; empty = no choosing
/// @param evaluate metrics are reported on these voxels only; empty = all, where nothing was learnt
/// from this truth
/// @param modelChosen false if the file names no model and the shipped default is used
/// @param graph the server that keeps the graph; empty = a database in the workspace
/// @param threads empty = as the command line says
public record Dataset(
    Path file,
    String name,
    String image,
    VoxelSize voxelSize,
    Optional<Truth> truth,
    Optional<Path> truthSkeletons,
    Optional<Box> box,
    Model model,
    boolean modelChosen,
    Optional<Box> tune,
    Optional<Box> evaluate,
    Prediction prediction,
    Segmentation segmentation,
    Classifiers classifiers,
    Agglomeration agglomeration,
    Optional<GraphServer> graph,
    OptionalInt threads) {

  /// Reads and checks a description.
  ///
  /// @throws BadInputException if something in it is unknown, missing, of the wrong type, out of
  /// range or contradicts itself; the message names file, line and key
  public static Dataset read(Path file) throws IOException {
    return DatasetReader.read(file);
  }

  /// Whether metrics against the truth can be reported honestly: there is truth, and voxels of it
  /// that neither training nor tuning saw.
  public boolean canBeEvaluated() {
    boolean learnt = model instanceof Model.Trained || tune.isPresent();
    boolean isKnown =
        truth.isPresent() || truthSkeletons.isPresent() || classifiers.contactTruth().isPresent();
    return isKnown && (evaluate.isPresent() || !learnt);
  }
}
