package org.connectarium.app.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The option that says where results go. Use with `@Mixin`.
final class WorkspaceOption {
  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      description = "Folder for all results; default: the folder of DATASET.yaml.")
  Optional<Path> workspace = Optional.empty();

  /// The chosen folder, else the folder in which the dataset's description lies.
  Path folderFor(Path datasetFile) {
    Path parent = datasetFile.toAbsolutePath().normalize().getParent();
    return workspace.orElse(parent == null ? Path.of("") : parent).toAbsolutePath().normalize();
  }
}
