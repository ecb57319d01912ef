package org.connectarium.app.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.connectarium.app.json.Json;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;

/// The folder that holds all results of one dataset. While it is open, no other process can open
/// it.
///
/// ```
/// my-data/  workspace.json            format, version and the dataset's description
///           volumes.n5/{raw, boundary, segments, …}   models/   neo4j/   tables/
///           stages/{import, …}.json   one record per finished stage
///           report/{index.html, metrics.json, dataset.yaml}
/// ```
public final class Workspace implements AutoCloseable {
  /// Of the folder's layout. A workspace of a larger number cannot be opened.
  static final int FORMAT = 1;

  private final Path root;
  private final Path datasetFile;
  private final WorkspaceLock lock;

  /* workspace.json. The path of the description is absolute. */
  private record Mark(int format, String version, String dataset) {}

  private Workspace(Path root, Path datasetFile, WorkspaceLock lock) {
    this.root = root;
    this.datasetFile = datasetFile;
    this.lock = lock;
  }

  /// Opens the workspace in a folder for a dataset, and makes it if it is not there yet.
  ///
  /// @param datasetFile the dataset's description, from now on the one of this workspace
  /// @throws BadInputException if the workspace is in use or a later version made it
  public static Workspace openFor(Path folder, Path datasetFile) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    if (Files.exists(root.resolve("workspace.json"))) {
      readMark(root);
    }
    Files.createDirectories(root);
    WorkspaceLock lock = WorkspaceLock.take(root);
    try {
      Path file = datasetFile.toAbsolutePath().normalize();
      Mark mark = new Mark(FORMAT, ProgramVersion.text(), file.toString());
      writeText(root.resolve("workspace.json"), Json.write(mark) + "\n");
      WholeFile.writeForced(
          root.resolve("report").resolve("dataset.yaml"), Files.readAllBytes(file));
      return new Workspace(root, file, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// Opens a workspace that is there already.
  ///
  /// @throws BadInputException if the folder is no workspace, is in use, or a later version made it
  public static Workspace open(Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    if (!Files.isRegularFile(root.resolve("workspace.json"))) {
      throw new BadInputException(
          root + " is not a workspace; make one with 'connectarium run DATASET.yaml'");
    }
    Mark mark = readMark(root);
    return new Workspace(root, Path.of(mark.dataset()), WorkspaceLock.take(root));
  }

  /// Opens a workspace for tables that need no dataset, and makes it if it is not there yet; a
  /// dataset can be run in it later.
  ///
  /// @throws BadInputException if it is in use or a later version made it
  public static Workspace openForTables(Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    if (!Files.exists(root.resolve("workspace.json"))) {
      Files.createDirectories(root);
      Mark mark = new Mark(FORMAT, ProgramVersion.text(), root.resolve("dataset.yaml").toString());
      writeText(root.resolve("workspace.json"), Json.write(mark) + "\n");
    }
    return open(root);
  }

  private static Mark readMark(Path root) throws IOException {
    Path file = root.resolve("workspace.json");
    Mark mark;
    try {
      mark = Json.read(Files.readString(file), Mark.class);
    } catch (JsonProcessingException e) {
      throw new BadInputException(file + " is damaged; restore it or use another folder", e);
    }
    if (mark.format() > FORMAT) {
      throw new BadInputException(
          "Workspace "
              + root
              + " was made by Connectarium "
              + mark.version()
              + ", this is "
              + ProgramVersion.text()
              + "; use that version or later, or another --workspace");
    }
    return mark;
  }

  public Path root() {
    return root;
  }

  /// The description of the dataset, where the user keeps it.
  public Path datasetFile() {
    return datasetFile;
  }

  /// The container of all volumes.
  public Path volumes() {
    return root.resolve("volumes.n5");
  }

  /// The folder of trained models.
  public Path models() {
    return root.resolve("models");
  }

  /// The folder of the database.
  public Path neo4j() {
    return root.resolve("neo4j");
  }

  public Path reportFile() {
    return root.resolve("report").resolve("index.html");
  }

  public Path metricsFile() {
    return root.resolve("report").resolve("metrics.json");
  }

  /// Which stages are finished.
  public Ledger ledger() {
    return new Ledger(root);
  }

  /// Writes a file of the workspace as a whole or not at all.
  public void write(Path file, String text) throws IOException {
    writeText(file, text);
  }

  /// Writes `report/metrics.json`.
  ///
  /// @param metrics record or map
  public void writeMetrics(Object metrics) throws IOException {
    writeText(metricsFile(), Json.write(metrics) + "\n");
  }

  private static void writeText(Path file, String text) {
    WholeFile.writeForced(file, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
