package org.connectarium.analysis.report;

import java.util.List;
import java.util.OptionalDouble;

/// Everything that the report of one run says. [#html] makes one self-contained page of it: styles,
/// charts (SVG) and pictures (PNG) are inside, it asks no server for anything.
///
/// Parts that are empty are left out.
///
/// @param title name of the dataset
/// @param trust how far the numbers can be trusted, in sentences; shown first
/// @param keyFigures the few numbers to see at a glance
/// @param pictures rows of pictures, such as one section as grey, boundary, segments, agglomerates
/// @param stages time and memory of each stage, in their order
/// @param tables metrics, parameters, provenance, in this order
/// @param plots charts of how good something is, in groups
/// @param histograms distributions of sizes
/// @param losses the loss curve of the training
/// @param texts how the numbers were made, in sentences
/// @param citations of data and methods; the only place that may hold addresses
/// @param footer version and date
public record Report(
    String title,
    String trust,
    List<KeyFigure> keyFigures,
    List<PictureRow> pictures,
    List<StageTime> stages,
    List<Table> tables,
    List<PlotGroup> plots,
    List<Histogram> histograms,
    List<Loss> losses,
    List<Text> texts,
    List<String> citations,
    String footer) {

  public Report {
    keyFigures = List.copyOf(keyFigures);
    pictures = List.copyOf(pictures);
    stages = List.copyOf(stages);
    tables = List.copyOf(tables);
    plots = List.copyOf(plots);
    histograms = List.copyOf(histograms);
    losses = List.copyOf(losses);
    texts = List.copyOf(texts);
    citations = List.copyOf(citations);
  }

  /// One number with its name, such as `1,234` segments.
  ///
  /// @param note small print below, may be empty
  public record KeyFigure(String name, String value, String note) {}

  /// Pictures that belong side by side.
  public record PictureRow(String caption, List<Picture> pictures) {
    public PictureRow {
      pictures = List.copyOf(pictures);
    }
  }

  /// One picture.
  ///
  /// @param png bytes of a PNG file
  /// @param caption what is seen
  @SuppressWarnings("ArrayRecordComponent")
  public record Picture(byte[] png, String caption) {}

  /// What a stage took.
  ///
  /// @param voxels worked on, 0 if the stage does not count them
  /// @param peakMemoryBytes of the process in this stage
  public record StageTime(String stage, double seconds, long voxels, long peakMemoryBytes) {}

  /// A table of text; numbers are right-aligned.
  ///
  /// @param caption heading
  /// @param columns names, one per column
  /// @param rows cells, as many in each row as there are columns
  /// @param note small print below, may be empty
  public record Table(String caption, List<String> columns, List<List<String>> rows, String note) {
    /// @throws IllegalArgumentException if a row has more or fewer cells than there are columns
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "Table \"" + caption + "\" has " + columns.size() + " columns but a row " + row);
        }
      }
    }
  }

  /// Charts that belong together.
  ///
  /// @param note small print below, may be empty
  public record PlotGroup(String heading, List<Plot> plots, String note) {
    public PlotGroup {
      plots = List.copyOf(plots);
    }
  }

  /// Paragraphs under a heading.
  public record Text(String heading, List<String> paragraphs) {
    public Text {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /// A distribution that is drawn with logarithmic bins.
  ///
  /// @param unit of the values, such as `voxels` or `µm²`
  /// @param bins with all of them
  public record Histogram(String caption, String unit, LogHistogram bins) {}

  /// One point of the loss curve.
  ///
  /// @param step training examples seen
  /// @param train loss on the training patches since the last point
  /// @param validation loss on the validation box, where it was measured
  public record Loss(double step, double train, OptionalDouble validation) {}

  /// The page.
  public String html() {
    return new Page(this).html();
  }
}
