package org.connectarium.app.dataset;

import java.nio.file.Path;

/// Where the boundary map comes from: the network to use, or a map that is there.
public sealed interface Model {
  /// One that comes with the program.
  record Shipped(String name) implements Model {}

  /// One that was trained before; file or folder.
  record Stored(Path path) implements Model {}

  /// One to be trained on the truth of this dataset.
  record Trained(Training training) implements Model {}

  /// None: the map was made by others.
  ///
  /// @param source file or dataset in a container (`file.h5:/path`)
  record Mapped(String source, Meaning meaning) implements Model {}

  /// What the values of a map say.
  enum Meaning {
    /// How likely a voxel is cell boundary.
    BOUNDARY,
    /// How likely it is inside a cell.
    INSIDE
  }
}
