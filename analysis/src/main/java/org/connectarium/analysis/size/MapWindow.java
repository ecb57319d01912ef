package org.connectarium.analysis.size;

/// The pixels of a map of coefficient of variation (x) against log10 of the mean size (y).
///
/// @param pixels along each axis
/// @param cvTo end of x, which begins at 0
/// @param logFrom start of y
/// @param logTo end of y
public record MapWindow(int pixels, double cvTo, double logFrom, double logTo) {
  /// Bits of the fraction of a float that choose an entry of the table.
  private static final int BITS = 11;

  /// Refuses windows without extent.
  public MapWindow {
    if (pixels < 8 || pixels > 2048 || !(cvTo > 0) || !(logTo > logFrom)) {
      throw new IllegalArgumentException(
          "a window needs 8 to 2048 pixels and an extent but had "
              + pixels
              + ", 0…"
              + cvTo
              + ", "
              + logFrom
              + "…"
              + logTo);
    }
  }

  /// That of FocusEM: 256 pixels, 0…1.5, −1.5…0.5.
  public static MapWindow focusem() {
    return new MapWindow(256, 1.5, -1.5, 0.5);
  }

  /// The same for sizes in any unit: as wide, around the mean of log10 of the mean sizes, rounded
  /// to 0.1.
  public static MapWindow around(SizePairs pairs) {
    double sum = 0;
    for (int i = 0; i < pairs.size(); i++) {
      sum += pairs.log10Mean(i);
    }
    double middle = Math.rint(10 * sum / Math.max(1, pairs.size())) / 10;
    return new MapWindow(256, 1.5, middle - 1, middle + 1);
  }

  /// Coefficient of variation in the middle of a column.
  public double cvAt(int column) {
    return (column + 0.5) * cvTo / pixels;
  }

  /// log10 of the mean size in the middle of a row.
  public double logAt(int row) {
    return logFrom + (row + 0.5) * (logTo - logFrom) / pixels;
  }

  /// Finds pixels of pairs without a logarithm per pair.
  Locator locator() {
    return new Locator(this);
  }

  /// Table of the rows of mean sizes, by the leading bits of the mean.
  static final class Locator {
    private final int pixels;
    private final float perCv;
    private final float[] edges; // mean sizes at which rows begin, and the last ends
    private final int firstEntry;
    private final short[] rows; // row of the smallest mean of each entry

    private Locator(MapWindow window) {
      pixels = window.pixels;
      perCv = (float) (Math.sqrt(2) * window.pixels / window.cvTo);
      edges = new float[pixels + 1];
      for (int row = 0; row <= pixels; row++) {
        edges[row] =
            (float)
                Math.pow(
                    10, window.logFrom + row * (window.logTo - window.logFrom) / window.pixels);
      }
      firstEntry = entry(edges[0]);
      rows = new short[entry(edges[pixels]) - firstEntry + 1];
      int row = 0;
      for (int i = 0; i < rows.length; i++) {
        float least = Float.intBitsToFloat((i + firstEntry) << (23 - BITS));
        while (row + 1 < pixels && edges[row + 1] <= least) {
          row++;
        }
        rows[i] = (short) row;
      }
    }

    private static int entry(float value) {
      return Float.floatToRawIntBits(value) >>> (23 - BITS);
    }

    /// The pixel of a pair, row · pixels + column, or −1 outside.
    int pixel(float a, float b) {
      float mean = (a + b) * 0.5f;
      if (!(mean >= edges[0] && mean < edges[pixels])) {
        return -1;
      }
      int row = rows[entry(mean) - firstEntry];
      while (mean >= edges[row + 1]) {
        row++;
      }
      int column = (int) (Math.abs(a - b) / (a + b) * perCv);
      return column < pixels ? row * pixels + column : -1;
    }

    /// Counts pairs per pixel.
    int[] histogram(float[] sizes) {
      int[] counts = new int[pixels * pixels];
      for (int i = 0; i < sizes.length; i += 2) {
        int pixel = pixel(sizes[i], sizes[i + 1]);
        if (pixel >= 0) {
          counts[pixel]++;
        }
      }
      return counts;
    }
  }
}
