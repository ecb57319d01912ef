package org.connectarium.ingest.table;

import org.jspecify.annotations.Nullable;

/// A value of a typed table as text: integers as such, whatever their width; what is not a number
/// is not there.
final class CellText {
  private CellText() {}

  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Double number when number.isNaN() -> "";
      case Float number when number.isNaN() -> "";
      default -> String.valueOf(value).strip();
    };
  }
}
