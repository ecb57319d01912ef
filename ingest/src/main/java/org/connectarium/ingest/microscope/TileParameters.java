package org.connectarium.ingest.microscope;

import org.connectarium.ingest.volume.BadInputException;

/// How a section is cut into overlapping images.
///
/// @param widthPixels of a tile, 16 … 16384
/// @param heightPixels of a tile, 16 … 16384
/// @param overlapPixels that neighbours share, if the stage went where it should
/// @param stageJitterPixels the stage misses by at most this many pixels along each axis
/// @param brightnessGrey standard deviation of the brightness of tiles
/// @param cornerGrey how much darker the corners of a tile are
public record TileParameters(
    int widthPixels,
    int heightPixels,
    int overlapPixels,
    int stageJitterPixels,
    double brightnessGrey,
    double cornerGrey) {
  private static final int SMALLEST = 16;
  private static final int LARGEST = 16_384;
  private static final double MOST_GREY = 100;

  /// Tiles small enough that the smallest volume has several.
  public static final TileParameters DEFAULT = new TileParameters(96, 96, 16, 4, 4, 10);

  /// @throws BadInputException if a number is outside its range
  public TileParameters {
    check("tile width", widthPixels, SMALLEST, LARGEST);
    check("tile height", heightPixels, SMALLEST, LARGEST);
    int mostOverlap = Math.min(widthPixels, heightPixels) / 2;
    check("tile overlap", overlapPixels, 0, mostOverlap);
    int mostJitter = overlapPixels / 2;
    check("stage jitter", stageJitterPixels, 0, mostJitter);
    check("tile brightness", brightnessGrey, 0, MOST_GREY);
    check("tile corners", cornerGrey, 0, MOST_GREY);
  }

  private static void check(String what, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new BadInputException(
          what
              + " must be between "
              + (long) least
              + " and "
              + (long) most
              + " but is "
              + (value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value)));
    }
  }
}
