package org.connectarium.app.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.connectarium.app.json.Json;
import org.connectarium.app.progress.Progress;

/// Where a command writes: results to `out`, all else to `err`, both in UTF-8.
///
/// @param progress shown on `err`
record Console(PrintStream out, PrintStream err, Progress progress) {

  /// The console of this process. The launcher says whether standard error is a terminal.
  static Console ofProcess() {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    boolean terminal = Boolean.getBoolean("connectarium.terminal");
    return new Console(out, err, terminal ? Progress.terminal(err) : Progress.plain(err));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /// Prints a result: with `--json` the value as JSON, else the lines for people.
  void result(CommonOptions options, Object value, Iterable<String> lines) {
    if (options.json) {
      out.println(Json.write(value));
    } else {
      lines.forEach(out::println);
    }
  }
}
