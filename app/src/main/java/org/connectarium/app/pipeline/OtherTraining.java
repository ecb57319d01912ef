package org.connectarium.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.dataset.Model;
import org.connectarium.app.dataset.Training;
import org.connectarium.ingest.importer.VolumeSource;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.training.LabelledVolume;

/// The `train.box` of another dataset, learnt from as well, straight from its own files.
///
/// @param dataset the other one
/// @param box what is learnt from, in voxels of its image
record OtherTraining(Dataset dataset, Box box) {
  /// Reads its description.
  ///
  /// @throws BadInputException if there is none, or nothing to learn from
  static OtherTraining read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException("train.also names " + file + ", which is no file");
    }
    try {
      Dataset dataset = Dataset.read(file);
      if (dataset.model() instanceof Model.Trained(Training training)) {
        return new OtherTraining(dataset, training.box());
      }
    } catch (IOException e) {
      throw new BadInputException("Cannot read " + file + ": " + e.getMessage(), e);
    }
    throw new BadInputException(
        file + ": train.box is missing; train.also needs to know which voxels to learn from");
  }

  /// Requires that images and truth hold the box.
  ///
  /// @throws BadInputException if they do not, or the images are not 8-bit grey
  void check() {
    try (VolumeSource images = images()) {
      InputCheck.requireInside(dataset, images.box(), box, "train.box");
      if (images.dataType() != DataType.UINT8) {
        throw new BadInputException(
            dataset.file() + ": the images are " + images.dataType() + ", not 8-bit grey");
      }
      TruthVolume.open(dataset, images.box()).close();
    }
  }

  String name() {
    return dataset.name() + " " + box;
  }

  /// Text that differs where something else would be learnt.
  String fingerprint() {
    try (VolumeSource images = images()) {
      return images.fingerprint() + " " + box + " " + Job.truthFingerprint(dataset);
    }
  }

  /// Grey values and truth of the box, in memory.
  LabelledVolume volume() {
    try (VolumeSource images = images();
        TruthVolume truth = TruthVolume.open(dataset, images.box())) {
      byte[] grey = new byte[box.arrayLength()];
      images.read(box, grey);
      return truth.with(box, grey);
    }
  }

  private VolumeSource images() {
    return VolumeSource.open(dataset.image(), Path.of("").toAbsolutePath());
  }
}
