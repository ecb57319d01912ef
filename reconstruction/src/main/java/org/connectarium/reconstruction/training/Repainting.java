package org.connectarium.reconstruction.training;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.connectarium.ingest.filter.GaussianFilter;
import org.connectarium.ingest.noise.HashNoise;
import org.connectarium.ingest.noise.RowNoise;
import org.connectarium.reconstruction.symmetry.Symmetry;

/// Gives a crop another look, as its [Appearance] says: greys of cells, sharpness, texture.
///
/// ```
/// grey + grey of its cell ─► blurred or sharpened ─► + noise of 1.5 … 7 voxels ─► stains
/// ```
final class Repainting {
  private static final double[] SCALES_VOXELS = {1.5, 2.5, 4, 7};
  private static final double DARK_SIGMAS = 0.8;
  private static final int LARGEST_OFFSET = 10_000;
  private static final int MOST_STAINS = 8;
  private static final double DARKEST = -1.8;
  private static final double BRIGHTEST = 0.6;
  private static final double RIM_VOXELS = 3;

  private final Appearance appearance;
  private final Symmetry.Group symmetries;
  private final int[] zyx;
  private final double rowNm;
  private final double planeNm;
  private final double sectionNm;

  /// @param zyx size of the crops
  /// @param voxelSizeNm x, y, z
  Repainting(
      Appearance appearance, Symmetry.Group symmetries, int[] zyx, List<Double> voxelSizeNm) {
    this.appearance = appearance;
    this.symmetries = symmetries;
    this.zyx = zyx.clone();
    this.rowNm = voxelSizeNm.get(0);
    this.planeNm = voxelSizeNm.get(1);
    this.sectionNm = voxelSizeNm.get(2);
  }

  /// The grey values in their new look.
  ///
  /// @param grey 0 … 255, shape (z, y, x); may be changed
  /// @param truth cell of each voxel
  /// @param cells whether truth tells cells apart
  float[] apply(float[] grey, int[] truth, boolean cells, SplittableRandom random) {
    if (appearance.equals(Appearance.KEPT)) {
      return grey;
    }
    if (cells && random.nextDouble() < appearance.cellProbability()) {
      shadeCells(grey, truth, appearance.cellGrey() * random.nextDouble(), random.nextLong());
    }
    float[] focused = focus(grey, random);
    for (double scale : SCALES_VOXELS) {
      if (random.nextDouble() < appearance.textureProbability()) {
        boolean darkens = random.nextBoolean();
        float amplitude = (float) (appearance.textureGrey() * random.nextDouble());
        var noise = new RowNoise(random.nextLong(), scale * rowNm);
        addTexture(focused, noise, amplitude, darkens, random.nextInt(LARGEST_OFFSET));
      }
    }
    if (random.nextDouble() < appearance.stainProbability()) {
      for (int n = 1 + random.nextInt(MOST_STAINS); n > 0; n--) {
        stain(focused, random);
      }
    }
    return focused;
  }

  /* A spot of one grey with a soft rim, round in the plane or drawn out along x. */
  private void stain(float[] grey, SplittableRandom random) {
    double[] spread = meanAndDeviation(grey);
    double spot = spread[0] + spread[1] * random.nextDouble(DARKEST, BRIGHTEST);
    double strength = random.nextDouble(0.5, 1);
    double radius = appearance.stainVoxels() * random.nextDouble(1, 3);
    double z0 = random.nextDouble(zyx[0]);
    double y0 = random.nextDouble(zyx[1]);
    double x0 = random.nextDouble(zyx[2]);
    double flat = random.nextDouble(0.6, 1.6);
    double deep = sectionNm / rowNm;
    for (int z = from(z0, radius / deep); z < to(z0, radius / deep, zyx[0]); z++) {
      for (int y = from(y0, radius); y < to(y0, radius, zyx[1]); y++) {
        for (int x = from(x0, radius / flat); x < to(x0, radius / flat, zyx[2]); x++) {
          double dz = (z - z0) * deep;
          double dx = (x - x0) * flat;
          double inside = radius - Math.sqrt(dz * dz + (y - y0) * (y - y0) + dx * dx);
          double weight = strength * Math.clamp(inside / RIM_VOXELS, 0, 1);
          int at = (z * zyx[1] + y) * zyx[2] + x;
          grey[at] += (float) (weight * (spot - grey[at]));
        }
      }
    }
  }

  private static int from(double middle, double reach) {
    return (int) Math.max(0, Math.floor(middle - reach));
  }

  private static int to(double middle, double reach, int size) {
    return (int) Math.min(size, Math.ceil(middle + reach) + 1);
  }

  private static double[] meanAndDeviation(float[] grey) {
    double sum = 0;
    double squares = 0;
    for (float v : grey) {
      sum += v;
      squares += (double) v * v;
    }
    double mean = sum / grey.length;
    return new double[] {mean, Math.sqrt(Math.max(0, squares / grey.length - mean * mean))};
  }

  private static void shadeCells(float[] grey, int[] truth, double deviation, long seed) {
    double[] spread = meanAndDeviation(grey);
    double dark = spread[0] - DARK_SIGMAS * spread[1];
    int cell = -1;
    float shade = 0;
    for (int i = 0; i < grey.length; i++) {
      if (truth[i] != cell) {
        cell = truth[i];
        shade = (float) (deviation * HashNoise.gaussian(HashNoise.mix(seed + cell)));
      }
      if (grey[i] > dark) {
        grey[i] += shade;
      }
    }
  }

  private float[] focus(float[] grey, SplittableRandom random) {
    double kind = random.nextDouble();
    double strength = random.nextDouble();
    if (kind < appearance.blurProbability()) {
      return blurred(grey, appearance.blurVoxels() * (1 + 2 * strength));
    }
    if (kind < appearance.blurProbability() + appearance.sharpenProbability()) {
      float[] vague = blurred(grey, 1);
      for (int i = 0; i < vague.length; i++) {
        vague[i] = (float) (grey[i] + strength * (grey[i] - vague[i]));
      }
      return vague;
    }
    return grey;
  }

  /* Sections are blurred in their plane only. */
  private float[] blurred(float[] grey, double sigmaVoxels) {
    GaussianFilter filter = new GaussianFilter(sigmaVoxels);
    float[] out = filter.alongMirrored(grey, zyx[0] * zyx[1], zyx[2], 1);
    out = filter.alongMirrored(out, zyx[0], zyx[1], zyx[2]);
    return symmetries == Symmetry.Group.SECTIONS
        ? out
        : filter.alongMirrored(out, 1, zyx[0], zyx[1] * zyx[2]);
  }

  /* Begins anywhere in the noise, so that its lattice does not lie the same way in every crop. */
  private void addTexture(
      float[] grey, RowNoise noise, float amplitude, boolean darkens, int offset) {
    float[] row = new float[zyx[2]];
    for (int r = 0; r < zyx[0] * zyx[1]; r++) {
      Arrays.fill(row, 0);
      double yNm = (offset + r % zyx[1]) * planeNm;
      double zNm = (offset + r / zyx[1]) * sectionNm;
      noise.add(amplitude, row, 0, row.length, offset, rowNm, yNm, zNm);
      for (int x = 0; x < row.length; x++) {
        grey[r * row.length + x] += darkens ? Math.min(0, row[x]) : row[x];
      }
    }
  }
}
