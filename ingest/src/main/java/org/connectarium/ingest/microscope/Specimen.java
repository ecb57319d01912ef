package org.connectarium.ingest.microscope;

import java.util.Arrays;
import org.connectarium.ingest.filter.GaussianFilter;
import org.connectarium.ingest.noise.HashNoise;
import org.connectarium.ingest.tissue.TissueBlock;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// Stained and blurred tissue, before it is cut, placed and exposed: grey values in the coordinates
/// of the tissue, one per section voxel, and what lies in the middle of each.
///
/// ```
///  tissue asked for at a third of the section's height    section z = mean of its three slices
///    3z−1 ──── 3z ──── 3z+1                                truth z   = slice 3z, in its middle
/// ```
final class Specimen {
  private static final double GRAIN_PIXEL_NM = 5;

  private final Box box;
  private final float[] grey;
  private final long[] neurite;
  private final byte[] material;
  private final boolean[] spine;

  private Specimen(Box box, float[] grey, long[] neurite, byte[] material, boolean[] spine) {
    this.box = box;
    this.grey = grey;
    this.neurite = neurite;
    this.material = material;
    this.spine = spine;
  }

  /// Number of slices that make a section, odd.
  static int slices(ImagingParameters p, VoxelSize voxelSize) {
    int slices = (int) Math.ceil(voxelSize.zNm() / p.get(Setting.DEPTH_STEP_NM) - 1e-9);
    return Math.max(1, slices | 1);
  }

  static Specimen of(
      long seed, ImagingParameters p, TissueSource source, VoxelSize voxelSize, Box box) {
    GaussianFilter x = new GaussianFilter(p.get(Setting.BLUR_NM) / voxelSize.xNm());
    GaussianFilter y = new GaussianFilter(p.get(Setting.BLUR_NM) / voxelSize.yNm());
    GaussianFilter z = new GaussianFilter(p.get(Setting.DEPTH_BLUR_NM) / voxelSize.zNm());
    Box rim = box.grow(x.radius(), y.radius(), z.radius());
    int slices = slices(p, voxelSize);
    int half = slices / 2;
    Box thin =
        new Box(
            rim.x0(),
            rim.y0(),
            rim.z0() * slices - half,
            rim.x1(),
            rim.y1(),
            (rim.z1() - 1) * slices + half + 1);
    VoxelSize thinVoxel = new VoxelSize(voxelSize.xNm(), voxelSize.yNm(), voxelSize.zNm() / slices);
    TissueBlock tissue = source.block(thin, thinVoxel);
    float[] sharp = stain(seed, p, thinVoxel, rim, thin, tissue, slices);
    int nx = (int) rim.sizeX();
    int ny = (int) rim.sizeY();
    int nz = (int) rim.sizeZ();
    float[] blurred = x.along(sharp, nz * ny, nx, 1);
    blurred = y.along(blurred, nz, ny, (int) box.sizeX());
    blurred = z.along(blurred, 1, nz, (int) (box.sizeX() * box.sizeY()));
    long[] neurite = new long[box.arrayLength()];
    byte[] material = new byte[neurite.length];
    boolean[] spine = new boolean[neurite.length];
    for (int i = 0, row = 0; row < box.sizeZ() * box.sizeY(); row++, i += (int) box.sizeX()) {
      long sectionZ = row / box.sizeY() + z.radius();
      long sectionY = row % box.sizeY() + y.radius();
      int from = (int) (((sectionZ * slices + half) * ny + sectionY) * nx) + x.radius();
      System.arraycopy(tissue.neurite(), from, neurite, i, (int) box.sizeX());
      System.arraycopy(tissue.material(), from, material, i, (int) box.sizeX());
      System.arraycopy(tissue.spine(), from, spine, i, (int) box.sizeX());
    }
    return new Specimen(box, blurred, neurite, material, spine);
  }

  private static float[] stain(
      long seed,
      ImagingParameters p,
      VoxelSize thinVoxel,
      Box rim,
      Box thin,
      TissueBlock tissue,
      int slices) {
    Staining staining = new Staining(seed, p, thinVoxel);
    int nx = (int) rim.sizeX();
    int ny = (int) rim.sizeY();
    float[] sum = new float[rim.arrayLength()];
    float[] grain = new float[nx];
    double pixelNm = Math.sqrt(thinVoxel.xNm() * thinVoxel.yNm());
    float grainGrey = (float) (p.get(Setting.GRAIN_GREY) * GRAIN_PIXEL_NM / pixelNm);
    for (int slice = 0; slice < thin.sizeZ(); slice++) {
      double zNm = (thin.z0() + slice) * thinVoxel.zNm();
      for (int y = 0; y < ny; y++) {
        int to = (slice / slices * ny + y) * nx;
        double yNm = (rim.y0() + y) * thinVoxel.yNm();
        staining.addRow(
            tissue, (slice * ny + y) * nx, nx, rim.x0(), yNm, zNm, 1f / slices, sum, to);
        if (slice % slices == 0 && grainGrey > 0) {
          addGrain(seed, grainGrey, grain, rim, y, slice / slices, sum, to);
        }
      }
    }
    return sum;
  }

  /* Stain comes in grains finer than pixels: each pixel has its own share of them. */
  private static void addGrain(
      long seed, float grey, float[] grain, Box rim, int y, int z, float[] sum, int to) {
    Arrays.fill(grain, grey);
    long ofRow = HashNoise.bits(seed + 9, rim.z0() + z, rim.y0() + y, 0);
    for (int i = 0; i < grain.length; i++) {
      sum[to + i] +=
          grain[i]
              * (float)
                  HashNoise.gaussian(HashNoise.mix(ofRow + 0x9e3779b97f4a7c15L * (rim.x0() + i)));
    }
  }

  /// Array index of a voxel of the tissue.
  int at(long x, long y, long z) {
    return (int) (((z - box.z0()) * box.sizeY() + (y - box.y0())) * box.sizeX() + (x - box.x0()));
  }

  float grey(int at) {
    return grey[at];
  }

  long neurite(int at) {
    return neurite[at];
  }

  byte material(int at) {
    return material[at];
  }

  boolean spine(int at) {
    return spine[at];
  }
}
