package org.connectarium.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.graph.GraphException;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.block.BlocksFailedException;

/// What the user sees of an exception: one line (what, where, what to do) and an exit status.
///
/// @param exitStatus 2 if the user can mend it, 130 if he stopped it, else 1
record Failure(String line, int exitStatus) {
  private static final int STOPPED = 130;

  static Failure of(Throwable thrown) {
    Throwable e = innermostWrapped(thrown);
    return switch (e) {
      case BadInputException bad -> bad(String.valueOf(bad.getMessage()));
      case BlocksFailedException blocks when blocks.isBadInput() ->
          bad(String.valueOf(blocks.getMessage()));
      case GraphException graph when isDiskFullBelow(graph) ->
          bad(
              "the disk is full while the graph is written; free some space and run the same"
                  + " command again");
      case GraphException graph -> bad(String.valueOf(graph.getMessage()));
      case NoSuchFileException missing ->
          bad("no such file or folder: " + missing.getFile() + "; check the path");
      case NotDirectoryException file -> bad(file.getFile() + " is not a folder; check the path");
      case FileAlreadyExistsException file ->
          bad(file.getFile() + " is a file where a folder is needed; remove it or use another one");
      case AccessDeniedException denied ->
          bad(
              "no permission for "
                  + denied.getFile()
                  + "; change its rights or use another folder");
      case IOException io when isDiskFull(io) ->
          bad("the disk is full" + place(io) + "; free some space and run the same command again");
      case FileSystemException file when isReadOnly(file) ->
          bad("the disk is read-only" + place(file) + "; use another --workspace");
      case InterruptedException _, CancellationException _ -> new Failure("stopped", STOPPED);
      case OutOfMemoryError _ ->
          new Failure(
              "out of memory; use fewer --threads or smaller blocks, or set CONNECTARIUM_HEAP to a"
                  + " larger size such as 16g",
              Commands.FAILED);
      case RuntimeException any when isDiskFullBelow(any) ->
          bad("the disk is full; free some space and run the same command again");
      default -> unexpected(e);
    };
  }

  private static Failure bad(String line) {
    return new Failure(line.lines().findFirst().orElse(line), Commands.BAD_INPUT);
  }

  private static Throwable innermostWrapped(Throwable thrown) {
    Throwable e = thrown;
    while (e.getCause() != null
        && (e instanceof UncheckedIOException
            || e instanceof ExecutionException
            || e instanceof CompletionException)) {
      e = e.getCause();
    }
    return e;
  }

  private static boolean isDiskFull(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("No space left on device") || message.contains("Disk quota exceeded");
  }

  private static boolean isDiskFullBelow(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause -> cause instanceof IOException io && isDiskFull(io));
  }

  private static boolean isReadOnly(FileSystemException e) {
    return String.valueOf(e.getReason()).contains("Read-only file system");
  }

  private static String place(IOException e) {
    return e instanceof FileSystemException file && file.getFile() != null
        ? " at " + file.getFile()
        : "";
  }

  private static Failure unexpected(Throwable e) {
    String what =
        e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + firstLine(e));
    return new Failure("unexpected failure, " + what + keepTrace(e), Commands.FAILED);
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static String keepTrace(Throwable e) {
    try {
      Path file = Files.createTempFile("connectarium-", ".log");
      Files.writeString(file, report(e));
      return "; details in " + file;
    } catch (IOException _) {
      // no place to write to: the line itself must do
      return "";
    }
  }

  private static String report(Throwable e) {
    StringWriter text = new StringWriter();
    text.append("Connectarium " + ProgramVersion.text() + ", Java " + Runtime.version() + "\n");
    e.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
