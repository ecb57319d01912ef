package org.connectarium.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.connectarium.app.bench.Machine;
import org.connectarium.app.bench.Measurement;

/// A measurement as lines for people.
final class BenchTable {
  private final List<String> lines = new ArrayList<>();

  private BenchTable() {}

  static List<String> of(Measurement m) {
    BenchTable table = new BenchTable();
    table.lines.add(m.name() + ": " + m.what());
    table.row("work", count(m.units()) + " " + m.unit() + "s" + found(m));
    table.row(
        "wall time",
        seconds(m.secondsMedian())
            + " median, "
            + seconds(m.secondsMin())
            + " to "
            + seconds(m.secondsMax())
            + " of "
            + m.repeats()
            + ", --threads "
            + m.threads());
    table.row(
        "rate",
        rate(m.unitsPerSecond(), m)
            + "; "
            + rate(m.unitsPerCpuSecond(), m)
            + " of processor time on all threads");
    table.row("floor", seconds(m.floorSeconds()) + ": " + m.floor());
    table.row("over floor", String.format(Locale.ROOT, "%.1f times", m.timesFloor()));
    table.row("peak heap", mebibytes(m.peakHeapBytes()) + " after garbage collection");
    if (m.peer() != null) {
      table.row(
          "peer",
          m.peer().seconds() > 0
              ? m.peer().name()
                  + ": "
                  + seconds(m.peer().seconds())
                  + String.format(Locale.ROOT, ", %.1f times ours; ", m.peer().timesOurs())
                  + m.peer().note()
              : m.peer().note());
    }
    Machine machine = m.machine();
    table.row(
        "machine",
        machine.processor()
            + ", "
            + machine.cores()
            + " cores, heap "
            + mebibytes(machine.heapBytes())
            + ", JDK "
            + machine.jdk()
            + ", "
            + machine.system()
            + ", Connectarium "
            + machine.version());
    return table.lines;
  }

  private void row(String name, String value) {
    lines.add(String.format(Locale.ROOT, "  %-11s %s", name, value));
  }

  private static String found(Measurement m) {
    return m.found().isEmpty() ? "" : ": " + m.found();
  }

  private static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f s", seconds);
  }

  private static String mebibytes(long bytes) {
    return count(bytes >> 20) + " MiB";
  }

  private static String rate(double rate, Measurement m) {
    String number =
        rate >= 1e6
            ? String.format(Locale.ROOT, "%.2f M", rate / 1e6)
            : String.format(Locale.ROOT, "%.1f k ", rate / 1e3);
    return number + m.unit() + "s/s";
  }
}
