package org.connectarium.analysis.innervation.graph;

import java.util.Locale;

/// An axis of a data set.
enum Axis {
  X(0),
  Y(1),
  Z(2);

  private final int number;

  Axis(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
