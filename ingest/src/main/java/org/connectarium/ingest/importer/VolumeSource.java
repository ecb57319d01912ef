package org.connectarium.ingest.importer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.connectarium.ingest.hdf5.Hdf5Volume;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.n5.N5Container;
import org.connectarium.ingest.stack.ImageStack;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.DidYouMean;
import org.connectarium.ingest.volume.VoxelSize;

/// A 3-D volume in any format that can be imported. Any number of threads may read.
public sealed interface VolumeSource extends AutoCloseable
    permits StackSource, Hdf5Source, N5Source {

  long sizeX();

  long sizeY();

  long sizeZ();

  DataType dataType();

  /// The voxel size that the source itself states.
  Optional<VoxelSize> voxelSize();

  /// A text that changes when the source does: a hash of names, sizes and times of its files.
  String fingerprint();

  /// Reads a box into an array of the data type's kind, x fastest.
  void read(Box box, Object array);

  @Override
  void close();

  /// The whole volume.
  default Box box() {
    return Box.ofSize(sizeX(), sizeY(), sizeZ());
  }

  /// Opens a folder of sections, a TIFF file, `file.h5`, `file.h5:/path`, `container.n5` or
  /// `container.n5:/path`; the path may be left out where there is one 3-D dataset.
  ///
  /// @param spec what the user wrote
  /// @param baseFolder relative paths begin here
  /// @throws BadInputException if it is not there or cannot be used
  static VolumeSource open(String spec, Path baseFolder) {
    int colon = spec.lastIndexOf(":/");
    String inner = colon < 0 ? "" : spec.substring(colon + 1);
    Path path = baseFolder.resolve(colon < 0 ? spec : spec.substring(0, colon));
    if (!Files.exists(path)) {
      throw new BadInputException("No file or folder " + path + hint(path));
    }
    String name = String.valueOf(path.getFileName());
    if (Files.isRegularFile(path) && name.matches("(?i).*\\.(h5|hdf5?|hdf)")) {
      return new Hdf5Source(Hdf5Volume.open(path, inner));
    }
    if (Files.isDirectory(path)
        && (!inner.isEmpty() || name.endsWith(".n5") || isContainerRoot(path))) {
      return N5Source.open(N5Container.open(path), inner);
    }
    if (!inner.isEmpty()) {
      throw new BadInputException(
          path + " is neither an HDF5 file nor an N5 container, so it has no " + inner);
    }
    return new StackSource(ImageStack.open(path));
  }

  private static boolean isContainerRoot(Path folder) {
    return Files.isRegularFile(folder.resolve("attributes.json"));
  }

  private static String hint(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return "; check the path";
    }
    try (var entries = Files.list(parent)) {
      var names = entries.map(e -> String.valueOf(e.getFileName())).sorted().limit(10_000).toList();
      return DidYouMean.hint(String.valueOf(path.getFileName()), names)
          .replace("; it holds", "; the folder holds");
    } catch (java.io.IOException e) {
      return "; check the path";
    }
  }
}
