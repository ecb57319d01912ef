package org.connectarium.ingest.microscope;

import org.connectarium.ingest.noise.HashNoise;
import org.connectarium.ingest.volume.VoxelSize;

/// From the blurred image to bytes: brightness and contrast of the section, shading, shot and
/// detector noise. One per thread.
final class Exposure {
  private static final float MIDDLE = 128;
  private static final long FOR_X = 0x9e3779b97f4a7c15L;

  private final long seed;
  private final Shading shading;
  private final double brightnessGrey;
  private final double contrast;
  private final float shotVariance;
  private final float detectorVariance;
  private float[] shade = new float[0];

  Exposure(long seed, ImagingParameters p, VoxelSize voxelSize) {
    this.seed = seed;
    this.shading = new Shading(seed + 1, p, voxelSize);
    this.brightnessGrey = p.get(Setting.SECTION_BRIGHTNESS_GREY);
    this.contrast = p.get(Setting.SECTION_CONTRAST);
    double shot = p.get(Setting.SHOT_NOISE_GREY);
    double detector = p.get(Setting.DETECTOR_NOISE_GREY);
    this.shotVariance = (float) (shot * shot / MIDDLE);
    this.detectorVariance = (float) (detector * detector);
  }

  /// Exposes one row of pixels.
  ///
  /// @param row grey values before exposure, from index 0
  /// @param tile what the tile adds, or [Vignette#NONE]
  /// @param out receives unsigned bytes
  /// @param to index of the row's first pixel in `out`
  void row(float[] row, int voxels, long x, long y, long z, Vignette tile, byte[] out, int to) {
    if (shade.length < voxels) {
      shade = new float[voxels];
    }
    shading.row(shade, voxels, x, y, z);
    float factor = (float) (1 + contrast * HashNoise.gaussian(seed + 2, z, 0, 0));
    float more =
        MIDDLE * (1 - factor) + (float) (brightnessGrey * HashNoise.gaussian(seed + 3, z, 0, 0));
    tile.addTo(shade, voxels, x, y);
    boolean noisy = shotVariance + detectorVariance > 0;
    long ofRow = HashNoise.bits(seed + 4, z, y, tile.seed());
    for (int i = 0; i < voxels; i++) {
      float grey = factor * row[i] + more + shade[i];
      if (noisy) {
        float sd = (float) Math.sqrt(detectorVariance + shotVariance * Math.max(0, grey));
        grey += sd * (float) HashNoise.gaussian(HashNoise.mix(ofRow + FOR_X * (x + i)));
      }
      out[to + i] = (byte) Math.clamp(Math.round(grey), 0, 255);
    }
  }
}
