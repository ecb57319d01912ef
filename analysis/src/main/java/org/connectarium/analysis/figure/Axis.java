package org.connectarium.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An axis: what is on it, and from where to where it goes.
///
/// @param label what it is, with its unit: `size of synapses (µm²)`
/// @param from its least value; above 0 if it is logarithmic
/// @param to its largest value
public record Axis(String label, boolean logarithmic, double from, double to) {
  private static final double TICKS = 5;
  private static final double[] STEPS = {1, 2, 5, 10};
  /* Up to how many decades 2 and 5 have labels, too. */
  private static final double FEW_DECADES = 1.5;
  private static final double LARGE = 10_000;
  private static final double SMALL = 0.01;

  /// A mark of the axis.
  ///
  /// @param label empty for a small mark
  record Tick(double value, String label) {}

  /// @throws IllegalArgumentException if it is empty, or logarithmic and reaches 0
  public Axis {
    if (!(from < to) || Double.isInfinite(to - from) || (logarithmic && from <= 0)) {
      throw new IllegalArgumentException(
          "No axis \"%s\" from %s to %s%s"
              .formatted(label, from, to, logarithmic ? ", logarithmic" : ""));
    }
  }

  /// A linear axis just as given.
  public static Axis exact(String label, double from, double to) {
    return new Axis(label, false, from, to);
  }

  /// A linear axis that holds these values and ends at round numbers.
  public static Axis linear(String label, double least, double most) {
    double low = Math.min(least, most);
    double high = low < most ? most : low + Math.max(1, Math.abs(low));
    double step = step(high - low);
    return new Axis(
        label, false, step * Math.floor(low / step + 1e-9), step * Math.ceil(high / step - 1e-9));
  }

  /// A logarithmic axis that holds these values.
  ///
  /// @param least above 0
  public static Axis log(String label, double least, double most) {
    double low = roundPower(least, false);
    double high = roundPower(Math.max(least, most), true);
    return new Axis(label, true, low, low < high ? high : low * 10);
  }

  /// Where a value is: 0 at the beginning, 1 at the end.
  double share(double value) {
    return logarithmic
        ? Math.log(value / from) / Math.log(to / from)
        : (value - from) / (to - from);
  }

  /// Marks from left to right.
  List<Tick> ticks() {
    return logarithmic ? logTicks() : linearTicks();
  }

  private List<Tick> linearTicks() {
    double step = step(to - from);
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    List<Tick> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * step; i++) {
      ticks.add(new Tick(i * step, text(i * step, decimals)));
    }
    return ticks;
  }

  private List<Tick> logTicks() {
    boolean few = Math.log10(to / from) < FEW_DECADES;
    List<Tick> ticks = new ArrayList<>();
    for (int decade = (int) Math.floor(Math.log10(from) + 1e-9); true; decade++) {
      for (int digit = 1; digit < 10; digit++) {
        double value = digit * Math.pow(10, decade);
        if (value > to * (1 + 1e-9)) {
          return ticks;
        }
        if (value >= from * (1 - 1e-9)) {
          boolean named = digit == 1 || (few && (digit == 2 || digit == 5));
          ticks.add(new Tick(value, named ? power(digit, decade) : ""));
        }
      }
    }
  }

  private static String power(int digit, int decade) {
    double value = digit * Math.pow(10, decade);
    if (value >= LARGE * (1 - 1e-9) || value < SMALL * (1 - 1e-9)) {
      String power = "10^" + (decade < 0 ? "−" + -decade : decade);
      return digit == 1 ? power : digit + "·" + power;
    }
    return text(value, Math.max(0, -decade));
  }

  static String text(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", Math.abs(value));
    return value < 0 && text.matches(".*[1-9].*") ? "−" + text : text;
  }

  private static double step(double range) {
    double raw = range / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double factor : STEPS) {
      if (factor * power >= raw * (1 - 1e-9)) {
        return factor * power;
      }
    }
    throw new IllegalStateException("no step for a range of " + range);
  }

  /* The next of 1, 2, 5 times a power of ten, above or below. */
  private static double roundPower(double value, boolean above) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    double below = power;
    for (double factor : STEPS) {
      if (above && factor * power >= value * (1 - 1e-9)) {
        return factor * power;
      }
      if (factor * power <= value * (1 + 1e-9)) {
        below = factor * power;
      }
    }
    return below;
  }
}
