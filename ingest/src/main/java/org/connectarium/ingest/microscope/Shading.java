package org.connectarium.ingest.microscope;

import org.connectarium.ingest.noise.HashNoise;
import org.connectarium.ingest.noise.RowNoise;
import org.connectarium.ingest.volume.VoxelSize;

/// What makes images brighter and darker that is not in the tissue: gradients, knife marks,
/// charging streaks. In the coordinates of the image. One per thread.
final class Shading {
  private static final double STREAK_CELL_NM = 10_000;
  private static final double NM_PER_UM = 1000;
  private static final double MARK_WIDTH_NM = 24;
  private static final double MARKS_ABOVE = 0.82;
  private static final int STREAK_LENGTHS = 6;

  private final long seed;
  private final VoxelSize voxelSize;
  private final RowNoise gradient;
  private final float gradientGrey;
  private final double streakGrey;
  private final double streakChance;
  private final double streakLengthNm;
  private final double knifeGrey;
  private final double knifeX;
  private final double knifeY;

  Shading(long seed, ImagingParameters p, VoxelSize voxelSize) {
    this.seed = seed;
    this.voxelSize = voxelSize;
    this.gradient = new RowNoise(seed + 1, p.get(Setting.GRADIENT_NM));
    this.gradientGrey = (float) p.get(Setting.GRADIENT_GREY);
    this.streakGrey = p.get(Setting.STREAK_GREY);
    this.streakChance = p.get(Setting.STREAKS_PER_UM) * voxelSize.yNm() / NM_PER_UM;
    this.streakLengthNm = p.get(Setting.STREAK_LENGTH_NM);
    this.knifeGrey = p.get(Setting.KNIFE_MARK_GREY);
    double angle = 2 * Math.PI * HashNoise.unit(HashNoise.mix(seed + 2));
    this.knifeX = StrictMath.cos(angle) / MARK_WIDTH_NM;
    this.knifeY = StrictMath.sin(angle) / MARK_WIDTH_NM;
  }

  /// Grey to add to a row of pixels.
  ///
  /// @param out receives it, from index 0
  void row(float[] out, int voxels, long x, long y, long z) {
    java.util.Arrays.fill(out, 0, voxels, 0);
    if (gradientGrey > 0) {
      double yNm = y * voxelSize.yNm();
      gradient.add(gradientGrey, out, 0, voxels, x, voxelSize.xNm(), yNm, z * voxelSize.zNm());
    }
    if (knifeGrey > 0) {
      addKnifeMarks(out, voxels, x, y, z);
    }
    if (streakGrey > 0 && streakChance > 0) {
      addStreaks(out, voxels, x, y, z);
    }
  }

  /* Marks run straight over the whole section, each section has its own. */
  private void addKnifeMarks(float[] out, int voxels, long x, long y, long z) {
    double across = y * voxelSize.yNm() * knifeY;
    for (int i = 0; i < voxels; i++) {
      long mark = (long) Math.floor((x + i) * voxelSize.xNm() * knifeX + across);
      double strength = HashNoise.unit(HashNoise.bits(seed + 3, z, 0, mark));
      if (strength > MARKS_ABOVE) {
        double sign = (HashNoise.bits(seed + 4, z, 0, mark) & 1) == 0 ? 1 : -1;
        out[i] += (float) (sign * knifeGrey * (strength - MARKS_ABOVE) / (1 - MARKS_ABOVE));
      }
    }
  }

  /* A streak begins at a point of its row and fades along the scan. */
  private void addStreaks(float[] out, int voxels, long x, long y, long z) {
    double firstNm = x * voxelSize.xNm();
    double lastNm = (x + voxels - 1) * voxelSize.xNm();
    double reachNm = STREAK_LENGTHS * streakLengthNm;
    long first = (long) Math.floor((firstNm - reachNm) / STREAK_CELL_NM);
    long last = (long) Math.floor(lastNm / STREAK_CELL_NM);
    for (long cell = first; cell <= last; cell++) {
      long hash = HashNoise.bits(seed + 5, z, y, cell);
      if (HashNoise.unit(hash) < streakChance) {
        long more = HashNoise.mix(hash);
        double beginNm = (cell + HashNoise.unit(more)) * STREAK_CELL_NM;
        double grey =
            ((more & 1) == 0 ? streakGrey : -streakGrey)
                * (0.5 + HashNoise.unit(HashNoise.mix(more)));
        for (int i = 0; i < voxels; i++) {
          double t = ((x + i) * voxelSize.xNm() - beginNm) / streakLengthNm;
          if (t >= 0 && t < STREAK_LENGTHS) {
            out[i] += (float) (grey * StrictMath.exp(-t));
          }
        }
      }
    }
  }
}
