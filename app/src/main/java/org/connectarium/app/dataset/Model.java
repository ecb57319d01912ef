package org.connectarium.app.dataset;

import java.nio.file.Path;

/// The boundary network to use.
public sealed interface Model {
  /// One that comes with the program.
  record Shipped(String name) implements Model {}

  /// One that was trained before; file or folder.
  record Stored(Path path) implements Model {}

  /// One to be trained on the truth of this dataset.
  record Trained(Training training) implements Model {}
}
