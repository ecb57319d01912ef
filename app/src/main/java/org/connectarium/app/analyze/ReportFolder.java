package org.connectarium.app.analyze;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.connectarium.ingest.file.WholeFolder;
import org.connectarium.ingest.volume.BadInputException;

/// A folder that is replaced as a whole: what is new is written beside it and gets its name at the
/// end.
final class ReportFolder {
  /// A file that says that the folder is a report and may be replaced.
  static final String MARK = "report.json";

  private final Path target;
  private final Path beside;
  private final Path former;

  private ReportFolder(Path target) {
    this.target = target;
    String name = String.valueOf(target.getFileName());
    this.beside = target.resolveSibling("." + name + ".new");
    this.former = target.resolveSibling("." + name + ".old");
  }

  /// Looks whether a folder may be written; changes nothing.
  ///
  /// @throws BadInputException if it is a file, or holds something else than a report
  static ReportFolder of(Path folder) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    if (target.getParent() == null) {
      throw new BadInputException("--out must not be the root of a disk; name a folder");
    }
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw new BadInputException(target + " is a file; name a folder with --out");
    }
    if (Files.isDirectory(target) && !Files.exists(target.resolve(MARK)) && !isEmpty(target)) {
      throw new BadInputException(
          target + " holds other files than a report, which are not removed; use another --out");
    }
    return new ReportFolder(target);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      return !files.iterator().hasNext();
    }
  }

  /// The empty folder to write into.
  Path begin() throws IOException {
    WholeFolder.remove(beside);
    return Files.createDirectories(beside);
  }

  /// Gives the written folder its name; the former one is removed.
  void end() throws IOException {
    WholeFolder.remove(former);
    if (Files.exists(target)) {
      Files.move(target, former, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    WholeFolder.remove(former);
  }

  /// Removes what was written so far.
  void abandon() throws IOException {
    WholeFolder.remove(beside);
  }

  Path target() {
    return target;
  }
}
