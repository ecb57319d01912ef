package org.connectarium.ingest.tablewriter;

import org.jspecify.annotations.Nullable;

/// A column of a table that is written.
///
/// @param name with the unit in it
public record Column(String name, Kind kind) {
  /// What the values of a column are. Each may be null: it is not there.
  public enum Kind {
    /// [Long] and [Integer], as 64-bit integers.
    WHOLE,
    /// [Double] and [Float], as 64-bit floating point; one that is not a number is not there.
    NUMBER,
    /// [String].
    TEXT,
    /// [Boolean].
    FLAG
  }

  /// A column of integers.
  public static Column whole(String name) {
    return new Column(name, Kind.WHOLE);
  }

  /// A column of floating-point numbers.
  public static Column number(String name) {
    return new Column(name, Kind.NUMBER);
  }

  /// A column of texts.
  public static Column text(String name) {
    return new Column(name, Kind.TEXT);
  }

  /// A column of truth values.
  public static Column flag(String name) {
    return new Column(name, Kind.FLAG);
  }

  /// The value as [Long], [Double], [String] or [Boolean].
  ///
  /// @throws IllegalArgumentException if it is of another kind
  @Nullable Object checked(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Long number when kind == Kind.WHOLE -> number;
      case Integer number when kind == Kind.WHOLE -> number.longValue();
      case Double number when kind == Kind.NUMBER -> number.isNaN() ? null : number;
      case Float number when kind == Kind.NUMBER -> number.isNaN() ? null : number.doubleValue();
      case String text when kind == Kind.TEXT -> text;
      case Boolean flag when kind == Kind.FLAG -> flag;
      default ->
          throw new IllegalArgumentException(
              "column \"%s\" is %s and cannot hold the %s %s"
                  .formatted(name, kind, value.getClass().getSimpleName(), value));
    };
  }
}
