package org.connectarium.analysis.figure;

import java.util.List;
import java.util.OptionalDouble;

/// One part of a figure. Numbers only; the figure draws it.
public sealed interface Panel {
  /// What is seen, in a few words.
  String title();

  /// Colour number of what is there by chance: grey.
  int CHANCE = -1;

  /// Curves, dots and bars over two axes, drawn in this order.
  record Plot(String title, Axis x, Axis y, List<Layer> layers) implements Panel {
    public Plot {
      layers = List.copyOf(layers);
    }
  }

  /// Marks in rows that have words: estimates with their intervals.
  ///
  /// @param series what a mark of each number is
  /// @param rows from the top; with a tabulator in each name, names stand in two columns
  /// @param reference where a line stands, such as no effect
  record Rows(String title, Axis x, List<Series> series, List<Row> rows, OptionalDouble reference)
      implements Panel {
    public Rows {
      series = List.copyOf(series);
      rows = List.copyOf(rows);
    }
  }

  /// A matrix of colours with numbers.
  ///
  /// @param across what the columns are
  /// @param down what the rows are
  /// @param cells by row, then column
  record Matrix(
      String title,
      String down,
      String across,
      List<String> rowNames,
      List<String> columnNames,
      List<List<Cell>> cells,
      ColourScale scale)
      implements Panel {
    public Matrix {
      rowNames = List.copyOf(rowNames);
      columnNames = List.copyOf(columnNames);
      cells = cells.stream().map(List::copyOf).toList();
    }
  }

  /// A density over two axes as a picture, with curves over it.
  ///
  /// @param width pixels along x
  /// @param values by row from the bottom, x fastest
  record Field(
      String title,
      Axis x,
      Axis y,
      int width,
      List<Double> values,
      ColourScale scale,
      List<Layer> layers)
      implements Panel {
    /// @throws IllegalArgumentException if the values make no whole rows
    public Field {
      values = List.copyOf(values);
      layers = List.copyOf(layers);
      if (width < 1 || values.isEmpty() || values.size() % width != 0) {
        throw new IllegalArgumentException(
            values.size() + " values make no rows of " + width + " pixels");
      }
    }
  }

  /// One thing in a plot.
  sealed interface Layer {
    /// Its name in the legend; empty: not there.
    String name();

    /// Number of its colour, or [#CHANCE].
    int colour();
  }

  /// A line through points.
  record Curve(String name, int colour, boolean dashed, List<Point> points) implements Layer {
    public Curve {
      points = List.copyOf(points);
    }
  }

  /// Points, with intervals where they have some.
  record Dots(String name, int colour, List<Estimate> dots) implements Layer {
    public Dots {
      dots = List.copyOf(dots);
    }
  }

  /// Bars from the base of the axis.
  record Bars(String name, int colour, List<Bar> bars) implements Layer {
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /// What lies between two lines.
  record Band(String name, int colour, List<Span> spans) implements Layer {
    public Band {
      spans = List.copyOf(spans);
    }
  }

  /// An upright line at a value of x.
  record Upright(String name, int colour, double x) implements Layer {}

  /// A place in a plot.
  record Point(double x, double y) {}

  /// A value with its interval.
  ///
  /// @param low lower end; NaN: there is none
  /// @param high upper end; NaN: there is none
  record Estimate(double x, double y, double low, double high) {
    /// Without an interval.
    public static Estimate of(double x, double y) {
      return new Estimate(x, y, Double.NaN, Double.NaN);
    }
  }

  /// A bar of a histogram.
  record Bar(double from, double to, double height) {}

  /// Two values at one place.
  record Span(double x, double low, double high) {}

  /// A row of marks.
  record Row(String name, List<Mark> marks) {
    public Row {
      marks = List.copyOf(marks);
    }
  }

  /// One mark of a row.
  ///
  /// @param series number of its series
  /// @param value where it is; NaN: only its interval is drawn
  /// @param low lower end of its interval; NaN: there is none
  /// @param high upper end of it; NaN: there is none
  record Mark(int series, double value, double low, double high) {}

  /// What marks are.
  record Series(String name, int colour, Shape shape) {}

  /// How a mark of a row looks.
  enum Shape {
    /// a dot with a line for its interval
    DOT,
    /// a bar from the beginning of the axis with a line for its interval
    BAR,
    /// a broad pale line: the interval alone
    RANGE
  }

  /// A cell of a matrix.
  ///
  /// @param value its colour; NaN: none
  /// @param text what is written in it, may be empty
  record Cell(double value, String text) {}
}
