package org.connectarium.app.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.connectarium.app.json.Json;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;

/// Which stages of a workspace are finished: one JSON file per stage in the folder `stages`,
/// written after everything else of that stage.
public final class Ledger {
  private final Path root;

  Ledger(Path root) {
    this.root = root;
  }

  /// The work of a stage; whatever it throws ends the run and leaves the stage unfinished.
  @FunctionalInterface
  public interface Work {
    /// Does the work.
    ///
    /// @return what it wrote, relative to the workspace
    List<String> run() throws Exception;
  }

  /// Whether a stage has run to its end on just this input and its results are still there.
  public boolean isDone(Stage stage, String inputHash) throws IOException {
    Optional<StageRecord> kept = find(stage);
    return kept.isPresent()
        && kept.get().inputHash().equals(inputHash)
        && kept.get().outputs().stream().allMatch(output -> Files.exists(root.resolve(output)));
  }

  /// The record of a finished stage.
  ///
  /// @throws BadInputException if the file of the record is damaged
  public Optional<StageRecord> find(Stage stage) throws IOException {
    Path file = file(stage);
    try {
      return Optional.of(Json.read(Files.readString(file), StageRecord.class));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new BadInputException(file + " is damaged; remove it to let the stage run again", e);
    }
  }

  /// Runs a stage unless it is done already. A stage that runs anew first forgets itself and all
  /// later stages, so that nothing that rests on old results counts as finished.
  ///
  /// @return the record of the stage, whether old or new
  /// @throws Exception what the work throws
  public StageRecord runUnlessDone(Stage stage, StageInput input, Work work) throws Exception {
    String hash = input.hash(stage);
    if (isDone(stage, hash)) {
      return find(stage).orElseThrow();
    }
    forgetFrom(stage);
    Instant started = Instant.now();
    long begin = System.nanoTime();
    PeakMemory.reset();
    List<String> outputs = List.copyOf(work.run());
    StageRecord done =
        new StageRecord(
            stage.label(),
            ProgramVersion.text(),
            hash,
            Json.tree(Json.line(input.parameters())),
            started.truncatedTo(ChronoUnit.MILLIS).toString(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
            Math.round((System.nanoTime() - begin) / 1e6) / 1e3,
            PeakMemory.bytes(),
            outputs);
    WholeFile.writeForced(file(stage), (Json.write(done) + "\n").getBytes(StandardCharsets.UTF_8));
    return done;
  }

  /// Forgets that a stage and all later ones are done; their results stay until they are written
  /// again.
  public void forgetFrom(Stage first) throws IOException {
    for (Stage stage : List.of(Stage.values()).reversed()) {
      if (stage.compareTo(first) >= 0) {
        Files.deleteIfExists(file(stage));
      }
    }
  }

  private Path file(Stage stage) {
    return root.resolve("stages").resolve(stage.label() + ".json");
  }
}
