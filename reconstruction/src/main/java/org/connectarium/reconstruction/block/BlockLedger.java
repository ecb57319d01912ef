package org.connectarium.reconstruction.block;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.jspecify.annotations.Nullable;

/// What was done with each block, attempt by attempt, over all runs: a text file that only grows,
/// one line an event, written when it happens. `docs/formats/blocks.md` is the format.
///
/// It tells the history; whether a block is done is said by its result
/// ([BlockTask#isDone]). A line that a kill cut off is passed over. Any number of threads may
/// write, of one process.
public final class BlockLedger {
  /// What became of a block.
  public enum State {
    /// An attempt began and did not end: it runs, or was killed.
    BEGUN,
    /// It is done.
    DONE,
    /// The last attempt failed.
    FAILED,
    /// All attempts of a run failed.
    SET_ASIDE
  }

  /// What is known of a block.
  ///
  /// @param state as the last event left it
  /// @param attempts how many began, over all runs
  /// @param reason of the last failure; empty if none failed
  public record Entry(State state, int attempts, String reason) {}

  private static final String HEADER = "blocks of ";
  private static final int FIELDS = 5;

  private final @Nullable Path file;
  private final Map<List<Long>, Entry> entries;

  private BlockLedger(@Nullable Path file, Map<List<Long>, Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  /// A ledger that is kept nowhere.
  public static BlockLedger inMemory() {
    return new BlockLedger(null, new LinkedHashMap<>());
  }

  /// The ledger in a file; it is begun anew if it is missing or of another input.
  ///
  /// @param inputHash of what the blocks are made from
  /// @throws BadInputException if the file is damaged, or cannot be read or written
  public static BlockLedger open(Path file, String inputHash) {
    String header = HEADER + inputHash + "\n";
    String text = text(file);
    // what a kill cut off has no end of line
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    String kept = whole.startsWith(header) ? whole : header;
    if (!kept.equals(text)) {
      WholeFile.write(file, ByteBuffer.wrap(kept.getBytes(StandardCharsets.UTF_8)));
    }
    Map<List<Long>, Entry> entries = new LinkedHashMap<>();
    kept.lines().skip(1).forEach(line -> read(file, line, entries));
    return new BlockLedger(file, entries);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException _) {
      return "";
    } catch (IOException e) {
      throw new BadInputException("Cannot read " + file + ": " + WholeFile.reason(e), e);
    }
  }

  private static void read(Path file, String line, Map<List<Long>, Entry> entries) {
    String[] words = line.split(" ", FIELDS + 1);
    try {
      List<Long> at =
          List.of(Long.valueOf(words[2]), Long.valueOf(words[3]), Long.valueOf(words[4]));
      add(entries, at, State.valueOf(words[1]), words.length > FIELDS ? words[FIELDS] : "");
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new BadInputException(
          file + " is damaged: \"" + line + "\"; remove the file, finished blocks stay", e);
    }
  }

  private static void add(
      Map<List<Long>, Entry> entries, List<Long> at, State state, String reason) {
    entries.merge(
        at,
        new Entry(state, state == State.BEGUN ? 1 : 0, reason),
        (before, now) ->
            new Entry(
                state, before.attempts + now.attempts, reason.isEmpty() ? before.reason : reason));
  }

  /// What is known of a block; empty if it never began.
  public synchronized Optional<Entry> of(Box block) {
    return Optional.ofNullable(entries.get(at(block)));
  }

  /// Whether a block was set aside, and nothing was done with it since.
  public boolean isSetAside(Box block) {
    return of(block).map(entry -> entry.state == State.SET_ASIDE).orElse(false);
  }

  /// How many blocks are in a state.
  public synchronized long count(State state) {
    return entries.values().stream().filter(entry -> entry.state == state).count();
  }

  void begun(Box block) {
    write(State.BEGUN, block, "");
  }

  void done(Box block) {
    write(State.DONE, block, "");
  }

  void failed(Box block, Throwable failure) {
    write(State.FAILED, block, reason(failure));
  }

  void setAside(Box block) {
    write(State.SET_ASIDE, block, "");
  }

  private synchronized void write(State state, Box block, String reason) {
    add(entries, at(block), state, reason);
    if (file == null) {
      return;
    }
    String line =
        "%s %s %d %d %d%s\n"
            .formatted(
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                state,
                block.x0(),
                block.y0(),
                block.z0(),
                reason.isEmpty() ? "" : " " + reason);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new BadInputException(
          "Cannot write " + file + ": " + WholeFile.reason(e) + "; free space", e);
    }
  }

  private static List<Long> at(Box block) {
    return List.of(block.x0(), block.y0(), block.z0());
  }

  /* One line: what a failure says of itself. */
  static String reason(Throwable failure) {
    String message = failure.getMessage();
    boolean speaks = failure instanceof BadInputException && message != null;
    String text = speaks ? message : failure.toString();
    return String.valueOf(text).replaceAll("\\s+", " ").strip();
  }
}
