package org.connectarium.analysis.paper;

import java.util.Locale;

/// Numbers as texts of a paper have them.
public final class Digits {
  private static final double LARGE = 1e6;
  private static final double SMALL = 1e-3;

  private Digits() {}

  /// A whole number, `36,500`.
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace("-", "−");
  }

  /// Three digits: `0.0161`, `12.3`, `1,506`, `3.1e−05`.
  public static String number(double value) {
    double size = Math.abs(value);
    if (Double.isNaN(value)) {
      return "–";
    }
    if (value == Math.rint(value) && size < LARGE) {
      return count((long) value);
    }
    if (size >= LARGE || size < SMALL) {
      return String.format(Locale.ROOT, "%.2e", value).replace("-", "−").replace("e+", "e");
    }
    int decimals = (int) Math.max(0, 2 - Math.floor(Math.log10(size)));
    return String.format(Locale.ROOT, "%,." + decimals + "f", value).replace("-", "−");
  }

  /// A share of 1 in per cent: `25.9 %`.
  public static String percent(double share) {
    double value = 100 * share;
    int decimals = Math.abs(value) >= 99.95 || value == 0 ? 0 : Math.abs(value) < 1 ? 2 : 1;
    return String.format(Locale.ROOT, "%." + decimals + "f %%", value).replace("-", "−");
  }

  /// `[0.12, 0.18]`.
  public static String interval(double low, double high) {
    return "[" + number(low) + ", " + number(high) + "]";
  }

  /// An interval of shares of 1 in per cent: `[1.1, 5.1]`.
  public static String percentInterval(double low, double high) {
    return interval(100 * low, 100 * high);
  }

  /// `p = 0.012`, `p < 0.0001`.
  public static String p(double p) {
    return p < 1e-4 ? "p < 0.0001" : "p = " + number(p);
  }
}
