package org.connectarium.analysis.report;

import java.util.Locale;

/// Text made safe for HTML, and numbers as the page writes them.
final class Html {
  private Html() {}

  /// The text with the five characters that mean something in HTML replaced.
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /// A number with three digits and a prefix: `2.31 M`, `840`, `0.25`, `3.1e-4`.
  static String number(double value) {
    String[] prefixes = {"", " k", " M", " G", " T"};
    double v = value;
    int i = 0;
    while (Math.abs(v) >= 999.5 && i < prefixes.length - 1) {
      v /= 1000;
      i++;
    }
    double size = Math.abs(v);
    if (size > 0 && size < 0.00995) {
      return String.format(Locale.ROOT, "%.1e", v);
    }
    int decimals = size >= 99.5 || (v == Math.rint(v) && i == 0) ? 0 : size >= 9.95 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f%s", v, prefixes[i]);
  }

  /// A share of 1 with three decimals, `0.973`.
  static String share(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /// `0.42 s`, `12.3 s`, `3 min 05 s`, `2 h 03 min`.
  static String seconds(double seconds) {
    if (seconds < 59.95) {
      return String.format(Locale.ROOT, seconds < 9.995 ? "%.2f s" : "%.1f s", seconds);
    }
    long s = Math.round(seconds);
    return s < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", s / 60, s % 60)
        : String.format(Locale.ROOT, "%d h %02d min", s / 3600, s / 60 % 60);
  }

  /// Bytes in GiB or MiB.
  static String bytes(long bytes) {
    double mib = bytes / 1048576.0;
    return mib >= 1000
        ? String.format(Locale.ROOT, "%.1f GiB", mib / 1024)
        : String.format(Locale.ROOT, "%.0f MiB", mib);
  }
}
