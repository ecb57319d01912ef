package org.connectarium.app.progress;

import java.util.Locale;

/// The text for one stage at one moment: name, bar, per cent, rate, time left.
record ProgressLine(String stage, long total, String unit) {
  private static final int BAR = 24;

  /// The line of a running stage.
  String at(long done, long nanos) {
    double seconds = nanos / 1e9;
    String name = String.format(Locale.ROOT, "%-12s", stage);
    if (total <= 0) {
      return name + " " + amount(done, seconds) + "  " + time(seconds);
    }
    double part = Math.min(1, (double) done / total);
    int full = (int) (part * BAR);
    String bar = "█".repeat(full) + "░".repeat(BAR - full);
    String head = String.format(Locale.ROOT, "%s %s %3d %%", name, bar, (int) (100 * part));
    if (done == 0 || seconds <= 0) {
      return head;
    }
    double left = seconds * (total - done) / done;
    return head + "  " + rate(done, seconds) + "  " + time(Math.max(0, left)) + " left";
  }

  /// The line of a stage that has ended.
  String end(long done, long nanos) {
    double seconds = nanos / 1e9;
    return String.format(Locale.ROOT, "%-12s done in %s", stage, time(seconds))
        + (done > 0 && seconds > 0 ? ", " + rate(done, seconds) : "");
  }

  private String amount(long done, double seconds) {
    return done == 0
        ? ""
        : scaled((double) done) + unit + (seconds > 0 ? ", " + rate(done, seconds) : "");
  }

  private String rate(long done, double seconds) {
    return scaled(done / seconds) + unit + "/s";
  }

  /// A number with three digits and a prefix of thousands: `2.31 M`, `840 `, `0.25 `.
  static String scaled(double value) {
    String[] prefixes = {"", "k", "M", "G", "T"};
    int i = 0;
    double v = value;
    while (v >= 999.5 && i < prefixes.length - 1) {
      v /= 1000;
      i++;
    }
    int decimals = v >= 99.95 ? 0 : v >= 9.995 ? 1 : 2;
    if (i == 0 && v == Math.rint(v)) {
      decimals = 0;
    }
    return String.format(Locale.ROOT, "%." + decimals + "f %s", v, prefixes[i]);
  }

  /// `0.4 s`, `12 s`, `3:05`, `2:03:05`.
  static String time(double seconds) {
    if (seconds < 9.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long s = Math.round(seconds);
    if (s < 60) {
      return s + " s";
    }
    if (s < 3600) {
      return String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60);
    }
    return String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
  }
}
