package org.connectarium.app.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.dataset.Truth;
import org.connectarium.ingest.importer.VolumeSource;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.training.LabelledVolume;

/// The truth of a dataset, read in voxels of the imported volume.
final class TruthVolume implements AutoCloseable {
  private final Truth truth;
  private final VolumeSource source;
  private final List<Long> offset;

  private TruthVolume(Truth truth, VolumeSource source, List<Long> offset) {
    this.truth = truth;
    this.source = source;
    this.offset = offset;
  }

  static TruthVolume open(Job job) {
    List<Long> o = job.offset();
    return open(job.dataset(), job.volume().translate(o.get(0), o.get(1), o.get(2)));
  }

  /// Opens the truth of a dataset.
  ///
  /// @param needed the imported volume, in voxels of the source
  /// @throws BadInputException if there is no truth or it has another size than the images
  static TruthVolume open(Dataset dataset, Box needed) {
    Truth truth =
        dataset.truth().orElseThrow(() -> new BadInputException("The dataset has no truth"));
    VolumeSource source = VolumeSource.open(truth.source(), Path.of("").toAbsolutePath());
    if (!source.box().contains(needed)
        || (dataset.box().isEmpty() && !source.box().equals(needed))) {
      String size = source.box().toString();
      source.close();
      throw new BadInputException(
          "Truth "
              + truth.source()
              + " covers "
              + size
              + " but the images cover "
              + needed
              + "; both must have the same size in voxels");
    }
    return new TruthVolume(truth, source, List.of(needed.x0(), needed.y0(), needed.z0()));
  }

  /// Labels of a box, or its mask (not 0 on boundaries), shape (z, y, x).
  long[] labels(Box box) {
    Object values = source.dataType().newArray(box.arrayLength());
    source.read(box.translate(offset.get(0), offset.get(1), offset.get(2)), values);
    long[] labels = source.dataType().toLongs(values);
    truth.settle(labels);
    return labels;
  }

  /// Grey values of a box with their truth, to learn from.
  LabelledVolume with(Box box, byte[] grey) {
    int[] zyx = {(int) box.sizeZ(), (int) box.sizeY(), (int) box.sizeX()};
    return switch (truth.kind()) {
      case LABELS -> LabelledVolume.ofLabels(zyx, grey, labels(box));
      case MEMBRANE -> LabelledVolume.ofMembrane(zyx, grey, labels(box));
    };
  }

  @Override
  public void close() {
    source.close();
  }
}
