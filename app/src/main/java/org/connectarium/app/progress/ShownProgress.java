package org.connectarium.app.progress;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/// Writes progress to a stream: on a terminal one line per stage that is redrawn at most ten times
/// a second, elsewhere a line at the begin, every thirty seconds and at the end.
final class ShownProgress implements Progress {
  private static final long TERMINAL_NANOS = 100_000_000L;
  private static final long PLAIN_NANOS = 30_000_000_000L;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final boolean terminal;
  private final LongSupplier nanoClock;

  /// @param nanoClock nanoseconds since some fixed moment
  ShownProgress(PrintStream err, boolean terminal, LongSupplier nanoClock) {
    this.err = err;
    this.terminal = terminal;
    this.nanoClock = nanoClock;
  }

  @Override
  public Task begin(String stage, long total, String unit) {
    return new ShownTask(new ProgressLine(stage, total, unit));
  }

  @Override
  public synchronized void note(String line) {
    err.println(terminal ? ERASE_LINE + line : line);
  }

  private synchronized void show(String line, boolean last) {
    if (!terminal) {
      err.println(line);
    } else if (last) {
      err.println(ERASE_LINE + line);
    } else {
      err.print(ERASE_LINE + line);
      err.flush();
    }
  }

  private final class ShownTask implements Task {
    private final ProgressLine line;
    private final long begin = nanoClock.getAsLong();
    private long done;
    private long shown = begin;
    private boolean closed;

    ShownTask(ProgressLine line) {
      this.line = line;
      show(line.at(0, 0), false);
    }

    @Override
    public synchronized void advance(long units) {
      done += units;
      long now = nanoClock.getAsLong();
      if (!closed && now - shown >= (terminal ? TERMINAL_NANOS : PLAIN_NANOS)) {
        shown = now;
        show(line.at(done, now - begin), false);
      }
    }

    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        show(line.end(done, nanoClock.getAsLong() - begin), true);
      }
    }
  }
}
