package org.connectarium.analysis.figure;

/// How a value becomes a colour, from the least to the largest of a matrix or map.
///
/// @param kind whether there is a middle that means "as expected"
/// @param label what is coloured, with its unit
public record ColourScale(Kind kind, String label, double from, double to, boolean logarithmic) {
  private static final int[] BLUES = {
    0xffffff, 0xdeebf4, 0xb3d0e6, 0x7fb2d5, 0x4a8fc0, 0x1f6aa5, 0x0b4a80, 0x08305a
  };
  private static final int[] ORANGE_TO_BLUE = {
    0x8a3a00, 0xc55f10, 0xe89a52, 0xf7d3ad, 0xf8f8f8, 0xb9d5e9, 0x6fa8d0, 0x2a74b0, 0x0b4a80
  };
  private static final int DARK = 140;

  /// One direction, or two from a middle.
  public enum Kind {
    GROWING,
    ABOUT_A_MIDDLE
  }

  /// @throws IllegalArgumentException if it is empty, or logarithmic and reaches 0
  public ColourScale {
    if (!(from < to) || (logarithmic && from <= 0)) {
      throw new IllegalArgumentException(
          "No scale \"%s\" from %s to %s".formatted(label, from, to));
    }
  }

  /// A scale from 0.
  public static ColourScale upTo(String label, double most) {
    return new ColourScale(Kind.GROWING, label, 0, most > 0 ? most : 1, false);
  }

  /// A scale of factors: 1 in its middle, as far up as down.
  ///
  /// @param factor the largest, above 1
  public static ColourScale factors(String label, double factor) {
    return new ColourScale(Kind.ABOUT_A_MIDDLE, label, 1 / factor, factor, true);
  }

  /// The axis of its colour bar.
  Axis axis() {
    return new Axis(label, logarithmic, from, to);
  }

  /// The colour of a value; what is beyond an end has that of the end.
  int colour(double value) {
    double at = Math.clamp(axis().share(Math.clamp(value, from, to)), 0, 1);
    int[] colours = kind == Kind.GROWING ? BLUES : ORANGE_TO_BLUE;
    double place = at * (colours.length - 1);
    int below = (int) Math.min(colours.length - 2, Math.floor(place));
    return mix(colours[below], colours[below + 1], place - below);
  }

  /// The colour of letters that can be read on a colour.
  static int letters(int ground) {
    double grey =
        0.299 * (ground >> 16 & 0xff) + 0.587 * (ground >> 8 & 0xff) + 0.114 * (ground & 0xff);
    return grey < DARK ? Palette.PAPER : Palette.INK;
  }

  private static int mix(int one, int two, double share) {
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double a = one >> shift & 0xff;
      double b = two >> shift & 0xff;
      rgb |= (int) Math.round(a + (b - a) * share) << shift;
    }
    return rgb;
  }
}
