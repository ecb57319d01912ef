package org.connectarium.ingest.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.n5.N5Container;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.n5.VolumeAttributes;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// A 3-D dataset of an N5 container.
record N5Source(N5Container container, N5Dataset dataset) implements VolumeSource {

  /// @param path path of the dataset; `""` or `"/"` if the container holds one
  static N5Source open(N5Container container, String path) {
    String wanted = path.replaceAll("^/+|/+$", "");
    if (wanted.isEmpty() && !container.hasDataset("")) {
      List<String> datasets = container.datasets();
      if (datasets.size() != 1) {
        throw new BadInputException(
            container.root()
                + " holds "
                + (datasets.isEmpty() ? "no dataset" : "several datasets: ")
                + String.join(", ", datasets)
                + "; give one as "
                + container.root().getFileName()
                + ":/path");
      }
      wanted = datasets.getFirst();
    }
    N5Dataset dataset = container.dataset(wanted);
    if (dataset.spec().dimensions().size() != 3) {
      throw new BadInputException(
          "Dataset \""
              + wanted
              + "\" of "
              + container.root()
              + " has dimensions "
              + dataset.spec().dimensions()
              + " but must be 3-D");
    }
    return new N5Source(container, dataset);
  }

  @Override
  public long sizeX() {
    return dataset.spec().dimensions().get(0);
  }

  @Override
  public long sizeY() {
    return dataset.spec().dimensions().get(1);
  }

  @Override
  public long sizeZ() {
    return dataset.spec().dimensions().get(2);
  }

  @Override
  public DataType dataType() {
    return dataset.spec().dataType();
  }

  @Override
  public Optional<VoxelSize> voxelSize() {
    return VolumeAttributes.read(container, dataset.path()).map(VolumeAttributes::voxelSize);
  }

  @Override
  public String fingerprint() {
    Path folder = container.root().resolve(dataset.path());
    try (var files = Files.walk(folder)) {
      List<Path> blocks = files.filter(Files::isRegularFile).sorted().toList();
      return Fingerprint.of("n5 " + dataset.path(), blocks);
    } catch (IOException e) {
      throw new BadInputException("Cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void read(Box box, Object array) {
    dataset.read(
        new long[] {box.x0(), box.y0(), box.z0()},
        new int[] {(int) box.sizeX(), (int) box.sizeY(), (int) box.sizeZ()},
        array);
  }

  @Override
  public void close() {}
}
