package org.connectarium.ingest.microscope;

/// What one tile adds to the image: its own brightness, darker corners, its own noise.
///
/// @param seed of its noise
/// @param brightnessGrey added everywhere
/// @param cornerGrey taken away in the corners, by the square of the distance to the middle
/// @param middleX middle of the tile in pixels of the section
/// @param middleY middle of the tile in pixels of the section
/// @param halfDiagonal from the middle to a corner, in pixels
record Vignette(
    long seed,
    double brightnessGrey,
    double cornerGrey,
    double middleX,
    double middleY,
    double halfDiagonal) {
  static final Vignette NONE = new Vignette(0, 0, 0, 0, 0, 1);

  void addTo(float[] row, int voxels, long x, long y) {
    if (brightnessGrey == 0 && cornerGrey == 0) {
      return;
    }
    double v = (y - middleY) / halfDiagonal;
    for (int i = 0; i < voxels; i++) {
      double u = (x + i - middleX) / halfDiagonal;
      row[i] += (float) (brightnessGrey - cornerGrey * (u * u + v * v));
    }
  }
}
