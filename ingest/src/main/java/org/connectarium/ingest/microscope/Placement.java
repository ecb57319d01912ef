package org.connectarium.ingest.microscope;

import org.connectarium.ingest.noise.HashNoise;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// Where one section came to lie: by how many whole pixels it is shifted, whether it was lost, and
/// the fold in it.
///
/// ```
///  tissue  a b c d e f g h i         image of a folded section, lost = 2 pixels
///  image   a b c ▓ f g h i           ▓ band of the fold: dark, no truth; beyond it the tissue is
///                                    shifted by the part that the fold took in
/// ```
/// Folds run straight across the section. The first one goes through the first 1.5 µm of the
/// volume, more follow in parallel.
final class Placement {
  private static final double FOLD_SPACING_NM = 12_000;
  private static final double FIRST_FOLD_NM = 1500;
  private static final long JITTER = 0x6a6974746572L;
  private static final long DRIFT = 0x6472696674L;
  private static final long LOST = 0x6c6f7374L;
  private static final long FOLD = 0x666f6c64L;

  private final int shiftX;
  private final int shiftY;
  private final boolean missing;
  private final boolean folded;
  private final double normalX;
  private final double normalY;
  private final double foldNm;
  private final double widthNm;
  private final VoxelSize voxelSize;

  private Placement(long seed, ImagingParameters p, VoxelSize voxelSize, long z) {
    this.voxelSize = voxelSize;
    this.shiftX = (int) Math.rint(shiftNm(seed, p, z, 1) / voxelSize.xNm());
    this.shiftY = (int) Math.rint(shiftNm(seed, p, z, 2) / voxelSize.yNm());
    this.missing =
        p.missingSections().contains(z) || chance(seed ^ LOST, z) < p.get(Setting.MISSING_RATE);
    this.folded =
        p.foldedSections().contains(z) || chance(seed ^ FOLD, z) < p.get(Setting.FOLDED_RATE);
    double angle = Math.PI * chance(seed ^ FOLD, ~z);
    this.normalX = StrictMath.cos(angle);
    this.normalY = StrictMath.sin(angle);
    double x = FIRST_FOLD_NM * (0.2 + 0.6 * chance(seed + FOLD, z));
    double y = FIRST_FOLD_NM * (0.2 + 0.6 * chance(seed + FOLD, ~z));
    this.foldNm = x * normalX + y * normalY;
    this.widthNm = p.get(Setting.FOLD_WIDTH_NM);
  }

  static Placement of(long seed, ImagingParameters p, VoxelSize voxelSize, long z) {
    return new Placement(seed, p, voxelSize, z);
  }

  private static double chance(long seed, long z) {
    return HashNoise.unit(HashNoise.bits(seed, z, 0, 0));
  }

  private static double shiftNm(long seed, ImagingParameters p, long z, int axis) {
    return p.get(Setting.JITTER_NM) * HashNoise.gaussian(seed ^ JITTER, z, axis, 0)
        + p.get(Setting.DRIFT_NM)
            * HashNoise.smooth(seed ^ DRIFT, z / p.get(Setting.DRIFT_SECTIONS), axis * 16.0, 0);
  }

  boolean missing() {
    return missing;
  }

  boolean folded() {
    return folded;
  }

  /// What to add to a pixel's x for the x of the tissue that is seen there.
  int shiftX(long x, long y) {
    return shiftX + lost(x, y, normalX / voxelSize.xNm());
  }

  /// What to add to a pixel's y for the y of the tissue that is seen there.
  int shiftY(long x, long y) {
    return shiftY + lost(x, y, normalY / voxelSize.yNm());
  }

  /* A fold three layers deep takes in twice its width. */
  private int lost(long x, long y, double voxelsPerNm) {
    if (!folded) {
      return 0;
    }
    double folds = Math.floor(fromFoldNm(x, y) / FOLD_SPACING_NM) + 1;
    return (int) Math.rint(folds * 2 * widthNm * voxelsPerNm);
  }

  private double fromFoldNm(long x, long y) {
    return x * voxelSize.xNm() * normalX + y * voxelSize.yNm() * normalY - foldNm;
  }

  /// Whether a fold hides the tissue at a pixel.
  boolean inFold(long x, long y) {
    if (!folded) {
      return false;
    }
    double t = fromFoldNm(x, y);
    double nearest = Math.rint(t / FOLD_SPACING_NM) * FOLD_SPACING_NM;
    return Math.abs(t - nearest) < widthNm / 2;
  }

  /// The tissue that is seen in a box of the image: at least that. Shifts grow along the normal of
  /// the fold, so the corners of the box have the extreme ones.
  Box tissueOf(Box box) {
    long lastX = Math.max(box.x0(), box.x1() - 1);
    long lastY = Math.max(box.y0(), box.y1() - 1);
    long[] cornersX = {box.x0(), lastX, box.x0(), lastX};
    long[] cornersY = {box.y0(), box.y0(), lastY, lastY};
    int leastX = Integer.MAX_VALUE;
    int leastY = Integer.MAX_VALUE;
    int mostX = Integer.MIN_VALUE;
    int mostY = Integer.MIN_VALUE;
    for (int i = 0; i < cornersX.length; i++) {
      int dx = shiftX(cornersX[i], cornersY[i]);
      int dy = shiftY(cornersX[i], cornersY[i]);
      leastX = Math.min(leastX, dx);
      leastY = Math.min(leastY, dy);
      mostX = Math.max(mostX, dx);
      mostY = Math.max(mostY, dy);
    }
    return new Box(
        box.x0() + leastX,
        box.y0() + leastY,
        box.z0(),
        box.x1() + mostX,
        box.y1() + mostY,
        box.z1());
  }
}
