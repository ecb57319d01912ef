package org.connectarium.ingest.n5;

import java.io.Serializable;
import java.nio.file.Path;

/// Where a dataset lies, as something that can be sent to another process.
///
/// @param root folder of the container
/// @param path of the dataset inside it
public record DatasetPlace(String root, String path) implements Serializable {
  /// The place of a dataset.
  public static DatasetPlace of(N5Container container, String path) {
    return new DatasetPlace(container.root().toAbsolutePath().toString(), path);
  }

  /// Opens the dataset.
  ///
  /// @throws org.connectarium.ingest.volume.BadInputException if it is not there
  public N5Dataset open() {
    return N5Container.open(Path.of(root)).dataset(path);
  }
}
