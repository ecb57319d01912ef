package org.connectarium.ingest.tissue;

/// Ranges of parameters. Apart from the records that use it, so that none of them needs another one
/// to be initialised first.
final class Range {
  private Range() {}

  static void check(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "Parameter " + name + " must be between " + low + " and " + high + " but was " + value);
    }
  }
}
