package org.connectarium.app.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.connectarium.app.dataset.Classifiers;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.dataset.Model;
import org.connectarium.app.dataset.Training;
import org.connectarium.ingest.importer.VolumeSource;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.classification.Models;
import org.connectarium.reconstruction.classification.TypeFeatures;
import org.connectarium.reconstruction.classifier.ClassifierModel;
import org.connectarium.reconstruction.classifier.ModelKind;
import org.connectarium.reconstruction.network.ModelFiles;

/// What can be known to be wrong with the input before anything is written: images, model, truth
/// and boxes. Reads headers and the model only.
public final class InputCheck {
  private InputCheck() {}

  /// Checks the files that a description names.
  ///
  /// @throws BadInputException if some stage would have to refuse them
  public static void check(Dataset dataset) {
    Box whole;
    try (VolumeSource images = VolumeSource.open(dataset.image(), Path.of("").toAbsolutePath())) {
      whole = images.box();
    }
    dataset.box().ifPresent(box -> requireInside(dataset, whole, box, "box"));
    Box used = dataset.box().orElse(whole);
    switch (dataset.model()) {
      case Model.Shipped(String name) -> ModelFiles.shipped(name);
      case Model.Stored(Path path) -> ModelFiles.read(path);
      case Model.Mapped(String source, Model.Meaning _) ->
          requireSameSize(dataset, "boundary", source, whole);
      case Model.Trained(Training training) -> {
        requireInside(dataset, used, training.box(), "train.box");
        requireInside(dataset, used, training.validationBox(), "train.validationBox");
        requirePatchFits(dataset, training, training.box());
        for (Path file : training.also()) {
          OtherTraining other = OtherTraining.read(file);
          other.check();
          requirePatchFits(other.dataset(), training, other.box());
        }
      }
    }
    dataset
        .segmentation()
        .given()
        .ifPresent(source -> requireSameSize(dataset, "segments", source, whole));
    requireInside(dataset, used, dataset.tune(), "tune.box");
    requireInside(dataset, used, dataset.evaluate(), "evaluate.box");
    if (dataset.truth().isPresent()) {
      TruthVolume.open(dataset, used).close();
    }
    dataset.truthSkeletons().ifPresent(TruthSkeletons::check);
    checkClassifiers(dataset, whole);
  }

  private static void checkClassifiers(Dataset dataset, Box whole) {
    Classifiers c = dataset.classifiers();
    new Models(c.continuity(), c.synapse(), c.type())
        .places()
        .forEach((kind, place) -> requireUsable(dataset, kind, place));
    c.typeTruth().ifPresent(source -> requireSameSize(dataset, "truthTypes", source, whole));
    c.synapseTruth()
        .ifPresent(
            files -> {
              requireSameSize(dataset, "truthClefts", files.clefts(), whole);
              files.table().ifPresent(KnownDataset::partners);
            });
    c.contactTruth().ifPresent(file -> ContactTable.read(file, dataset.voxelSize()));
  }

  private static void requireUsable(Dataset dataset, ModelKind kind, String place) {
    ClassifierModel model = Models.open(place, kind, dataset.voxelSize());
    boolean lacks = dataset.classifiers().synapse().isEmpty();
    if (kind == ModelKind.TYPE && lacks && TypeFeatures.needSynapses(model.features())) {
      throw new BadInputException(
          "%s: the model of types %s looks at synapses; name a model in classify.synapse"
              .formatted(dataset.file(), place));
    }
  }

  private static void requireSameSize(Dataset dataset, String key, String source, Box image) {
    try (VolumeSource other = VolumeSource.open(source, Path.of("").toAbsolutePath())) {
      if (!other.box().equals(image)) {
        throw new BadInputException(
            "%s: \"%s\" has %d x %d x %d voxels but the image %d x %d x %d (x, y, z)"
                .formatted(
                    dataset.file(),
                    key,
                    other.sizeX(),
                    other.sizeY(),
                    other.sizeZ(),
                    image.sizeX(),
                    image.sizeY(),
                    image.sizeZ()));
      }
    }
  }

  private static void requirePatchFits(Dataset dataset, Training training, Box box) {
    List<Integer> zyx = TrainWork.patch(training);
    if (zyx.get(0) > box.sizeZ() || zyx.get(1) > box.sizeY() || zyx.get(2) > box.sizeX()) {
      throw new BadInputException(
          "%s: train.patch of %d x %d x %d voxels is larger than the %d x %d x %d to learn from; set"
                  .formatted(
                      dataset.file(),
                      zyx.get(2),
                      zyx.get(1),
                      zyx.get(0),
                      box.sizeX(),
                      box.sizeY(),
                      box.sizeZ())
              + " a smaller train.patch or a larger train.box");
    }
  }

  /// Requires that a box lies in a volume; both in voxels of the source.
  static void requireInside(Dataset dataset, Box volume, Box box, String key) {
    if (!volume.contains(box)) {
      throw new BadInputException(
          dataset.file()
              + ": the box of \""
              + key
              + "\", "
              + box
              + ", reaches out of the volume "
              + volume
              + "; make it smaller");
    }
  }

  private static void requireInside(Dataset dataset, Box volume, Optional<Box> box, String key) {
    box.ifPresent(b -> requireInside(dataset, volume, b, key));
  }
}
