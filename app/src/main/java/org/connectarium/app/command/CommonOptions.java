package org.connectarium.app.command;

import org.connectarium.ingest.volume.BadInputException;
import picocli.CommandLine.Option;

/// Options that every command has. Use with `@Mixin`.
final class CommonOptions {
  @Option(
      names = "--json",
      description = "Print one JSON object on standard output and nothing else there.")
  boolean json;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to use; default: all ${DEFAULT-VALUE} processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  /// Threads to use, at least one.
  int threads() {
    if (threads < 1) {
      throw new BadInputException("--threads must be 1 or more but is " + threads);
    }
    return threads;
  }
}
