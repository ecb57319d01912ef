package org.connectarium.analysis.figure;

import java.util.List;

/// Colours that people who see red and green alike can tell apart, and that differ in grey:
/// M. Okabe, K. Ito, *Color Universal Design*, 2008.
final class Palette {
  static final int PAPER = 0xffffff;
  static final int INK = 0x222222;
  static final int SOFT = 0x5f6670;
  static final int GRID = 0xe4e7eb;
  static final int CHANCE = 0x9aa0a8;

  private static final List<Integer> SERIES =
      List.of(0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x222222);

  private Palette() {}

  /// Colour of a series, from 0; they come again after seven.
  static int series(int number) {
    return SERIES.get(number % SERIES.size());
  }
}
