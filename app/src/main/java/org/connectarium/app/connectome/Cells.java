package org.connectarium.app.connectome;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.connectarium.graph.connectome.Place;
import org.connectarium.graph.connectome.SourceId;
import org.connectarium.ingest.table.TableRow;

/// The values of one row, as what columns of the mapping take them for. What is amiss is taken
/// down, and decides whether the row [is left out][#isLeftOut].
final class Cells {
  private final String table;
  private final Path file;
  private final Problems problems;
  private final ToIntFunction<Column> number;
  private final TableRow row;
  private boolean leftOut;

  /// @param number of a column among the values
  Cells(String table, Path file, Problems problems, ToIntFunction<Column> number, TableRow row) {
    this.table = table;
    this.file = file;
    this.problems = problems;
    this.number = number;
    this.row = row;
  }

  /// Whether the row must not be imported.
  boolean isLeftOut() {
    return leftOut;
  }

  long line() {
    return row.line();
  }

  /// Takes down a problem.
  ///
  /// @return true if the row is kept nevertheless
  boolean keeps(Problem problem, String what) {
    boolean kept = problems.add(table, problem, file, row.line(), what) == Policy.KEEP;
    leftOut |= !kept;
    return kept;
  }

  /// The text of a column, if it is there.
  Optional<String> text(Column column) {
    int at = number.applyAsInt(column);
    String value = at < row.values().size() ? row.values().get(at) : "";
    return value.isEmpty() || column.missing().contains(value)
        ? Optional.empty()
        : Optional.of(value);
  }

  /// The word of a column for its code.
  Optional<String> word(Column column) {
    Optional<String> text = text(column);
    if (text.isEmpty() || column.values().isEmpty()) {
      return text;
    }
    String word = column.values().get(text.get());
    if (word != null) {
      return Optional.of(word);
    }
    keeps(
        Problem.UNKNOWN_CLASS,
        "%s \"%s\" has no word in %s.values".formatted(column.name(), text.get(), column.key()));
    return text;
  }

  /// A number times its scale.
  OptionalDouble number(Column column) {
    Optional<String> text = text(column);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double value =
          Double.parseDouble(text.get()) * column.number().scale() + column.number().offset();
      if (Double.isFinite(value)) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException _) {
      // taken down below
    }
    keeps(Problem.BAD_NUMBER, "%s \"%s\" is no number".formatted(column.name(), text.get()));
    return OptionalDouble.empty();
  }

  /// A size above 0.
  OptionalDouble size(Column column) {
    OptionalDouble size = number(column);
    if (size.isPresent() && size.getAsDouble() <= 0) {
      keeps(
          Problem.NON_POSITIVE_SIZE,
          "%s %s is not above 0".formatted(column.name(), text(column).orElse("")));
      return OptionalDouble.empty();
    }
    return size;
  }

  /// A place, if all of x, y and z are there.
  Optional<Place> place(Mapping.Position position) {
    OptionalDouble x = number(position.x());
    OptionalDouble y = number(position.y());
    OptionalDouble z = number(position.z());
    return x.isPresent() && y.isPresent() && z.isPresent()
        ? Optional.of(new Place(x.getAsDouble(), y.getAsDouble(), z.getAsDouble()))
        : Optional.empty();
  }

  /// An id, if it is there.
  Optional<SourceId> id(Column column, IdKind kind) {
    Optional<String> text = text(column);
    return switch (kind) {
      case TEXT -> text.map(t -> new SourceId.Word(column.number().prefix() + t));
      case INTEGER -> text.flatMap(t -> whole(column, t));
    };
  }

  private Optional<SourceId> whole(Column column, String text) {
    try {
      return Optional.of(new SourceId.Whole(Long.parseLong(text)));
    } catch (NumberFormatException _) {
      // a floating-point number, or none
    }
    try {
      BigDecimal number = new BigDecimal(text);
      keeps(Problem.FLOAT_ID, "%s %s is no integer".formatted(column.name(), text));
      return Optional.of(new SourceId.Whole(number.longValueExact()));
    } catch (ArithmeticException | NumberFormatException _) {
      keeps(Problem.BAD_ID, "%s \"%s\" is no 64-bit integer".formatted(column.name(), text));
      return Optional.empty();
    }
  }
}
