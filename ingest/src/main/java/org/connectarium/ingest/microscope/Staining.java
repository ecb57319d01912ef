package org.connectarium.ingest.microscope;

import java.util.Arrays;
import org.connectarium.ingest.noise.HashNoise;
import org.connectarium.ingest.noise.RowNoise;
import org.connectarium.ingest.tissue.Material;
import org.connectarium.ingest.tissue.TissueBlock;
import org.connectarium.ingest.volume.VoxelSize;

/// How bright the stained tissue is, row by row, before any blur. One per thread.
final class Staining {
  private static final double TABLE_STEP_NM = 0.25;
  private static final double TABLE_FADES = 3;
  private static final double GAP_LIGHT = 0.3;
  private static final double GLYCOGEN_NM = 34;
  private static final float GLYCOGEN_ABOVE = 0.32f;
  private static final float GRANULES_ABOVE = 0.18f;
  private static final double CHROMATIN_NM = 260;
  private static final double CRISTA_SPACING_NM = 62;
  private static final double LAMELLA_SPACING_NM = 22;

  private static final int MITOCHONDRION = 1 << Material.MITOCHONDRION.code();
  private static final int GLIA = 1 << Material.GLIA_CYTOPLASM.code();
  private static final int NUCLEUS = 1 << Material.NUCLEUS.code();
  private static final int MYELIN = 1 << Material.MYELIN.code();
  private static final int GRANULAR =
      1 << Material.AXON_CYTOPLASM.code()
          | 1 << Material.DENDRITE_CYTOPLASM.code()
          | 1 << Material.SPINE_CYTOPLASM.code()
          | 1 << Material.SOMA_CYTOPLASM.code()
          | GLIA;
  private static final int RIM = 1 << Material.MITOCHONDRIAL_MEMBRANE.code();
  private static final int TEXTURED = GRANULAR | MITOCHONDRION | RIM | NUCLEUS | MYELIN;

  private final StainTable table;
  private final float[] membrane;
  private final float membraneGrey;
  private final float glycogenGrey;
  private final float chromatinGrey;
  private final float cristaeGrey;
  private final float mitochondrionSpread;
  private final float lamellaGrey;
  private final float granuleGrey;
  private final float membraneVague;
  private final RowNoise coarse;
  private final RowNoise fine;
  private final RowNoise glycogen;
  private final RowNoise granules;
  private final RowNoise patches;
  private final RowNoise chromatin;
  private final VoxelSize voxelSize;

  private float[] mottle = new float[0];
  private float[] sugar = new float[0];
  private float[] granule = new float[0];
  private float[] patch = new float[0];
  private float[] clump = new float[0];
  private long cell = -1;
  private float cellGrey;
  private float cellGranules;
  private float mitochondrionGrey;
  private double cristaX;
  private double cristaY;
  private double cristaZ;

  Staining(long seed, ImagingParameters p, VoxelSize voxelSize) {
    this.voxelSize = voxelSize;
    this.table = StainTable.of(p);
    this.membrane = profile(p.get(Setting.MEMBRANE_MIDDLE_NM), p.get(Setting.MEMBRANE_FADE_NM));
    this.membraneGrey = (float) p.get(Setting.MEMBRANE_GREY);
    this.glycogenGrey = (float) p.get(Setting.GLYCOGEN_GREY);
    this.chromatinGrey = (float) p.get(Setting.CHROMATIN_GREY);
    this.cristaeGrey = (float) p.get(Setting.CRISTAE_GREY);
    this.mitochondrionSpread = (float) p.get(Setting.MITOCHONDRION_SPREAD_GREY);
    this.lamellaGrey = (float) p.get(Setting.LAMELLA_GREY);
    this.granuleGrey = (float) p.get(Setting.GRANULE_GREY);
    this.membraneVague = (float) p.get(Setting.MEMBRANE_VAGUE);
    double mottleNm = p.get(Setting.MOTTLE_NM);
    this.coarse = new RowNoise(seed + 1, mottleNm);
    this.fine = new RowNoise(seed + 2, mottleNm / 2.3);
    this.glycogen = new RowNoise(seed + 3, GLYCOGEN_NM);
    this.granules = new RowNoise(seed + 5, p.get(Setting.GRANULE_NM));
    this.patches = new RowNoise(seed + 6, p.get(Setting.PATCH_NM));
    this.chromatin = new RowNoise(seed + 4, CHROMATIN_NM);
  }

  /* How much of a membrane is at a distance from the middle between two cells: a little less in the
   * very middle, where the gap is, and none far inside the cells. */
  private static float[] profile(double middleNm, double fadeNm) {
    double endNm = middleNm + TABLE_FADES * fadeNm;
    float[] table = new float[(int) Math.ceil(endNm / TABLE_STEP_NM) + 1];
    for (int i = 0; i < table.length - 1; i++) {
      double d = i * TABLE_STEP_NM;
      double t = (d - middleNm) / fadeNm;
      double gap = d < middleNm ? (middleNm - d) / middleNm : 0;
      table[i] = (float) (d < middleNm ? 1 - GAP_LIGHT * gap * gap : StrictMath.exp(-t * t));
    }
    return table;
  }

  /// Adds the grey values of a row of tissue, times a weight, to an array.
  ///
  /// @param from index of the row's first voxel in the sample
  /// @param to index of the row's first voxel in the sum
  void addRow(
      TissueBlock tissue,
      int from,
      int voxels,
      long x,
      double yNm,
      double zNm,
      float weight,
      float[] sum,
      int to) {
    prepare(voxels, x, yNm, zNm);
    int seen = 0;
    byte[] material = tissue.material();
    float last = membrane.length - 1;
    for (int i = 0; i < voxels; i++) {
      int m = material[from + i];
      seen |= 1 << m;
      meet(tissue.neurite()[from + i]);
      float grey = table.grey(m) + table.cellPart(m) * cellGrey + table.mottlePart(m) * mottle[i];
      float near = Math.min(last, tissue.membraneNm()[from + i] * (float) (1 / TABLE_STEP_NM));
      float vague = 1 - membraneVague * Math.max(0, 1.6f * patch[i] - 0.2f);
      float dark = table.membranePart(m) * membrane[(int) near] * vague;
      sum[to + i] += weight * (grey + dark * (membraneGrey - grey));
    }
    if ((seen & TEXTURED) != 0) {
      addTexture(seen, tissue, from, voxels, x, yNm, zNm, weight, sum, to);
    }
  }

  private void prepare(int voxels, long x, double yNm, double zNm) {
    if (mottle.length < voxels) {
      mottle = new float[voxels];
      sugar = new float[voxels];
      granule = new float[voxels];
      patch = new float[voxels];
      clump = new float[voxels];
    }
    Arrays.fill(mottle, 0, voxels, 0);
    Arrays.fill(patch, 0, voxels, 0);
    patches.add(1, patch, 0, voxels, x, voxelSize.xNm(), yNm, zNm);
    coarse.add(0.6f, mottle, 0, voxels, x, voxelSize.xNm(), yNm, zNm);
    fine.add(0.8f, mottle, 0, voxels, x, voxelSize.xNm(), yNm, zNm);
  }

  private void meet(long id) {
    if (id == cell) {
      return;
    }
    cell = id;
    long hash = HashNoise.mix(id + 0x63656c6cL);
    cellGrey = (float) (2 * HashNoise.unit(hash) - 1);
    cellGranules = (float) (0.6 * HashNoise.unit(HashNoise.mix(hash)) - 0.3);
    mitochondrionGrey =
        mitochondrionSpread * (float) (2 * HashNoise.unit(HashNoise.mix(hash + 1)) - 1);
    cristaX = ((hash & 0xff) - 127.5) / 128;
    cristaY = ((hash >>> 8 & 0xff) - 127.5) / 128;
    cristaZ = ((hash >>> 16 & 0xff) - 127.5) / 128;
  }

  private void addTexture(
      int seen,
      TissueBlock tissue,
      int from,
      int voxels,
      long x,
      double yNm,
      double zNm,
      float weight,
      float[] sum,
      int to) {
    if ((seen & GLIA) != 0) {
      Arrays.fill(sugar, 0, voxels, 0);
      glycogen.add(1, sugar, 0, voxels, x, voxelSize.xNm(), yNm, zNm);
    }
    if ((seen & GRANULAR) != 0) {
      Arrays.fill(granule, 0, voxels, 0);
      granules.add(1, granule, 0, voxels, x, voxelSize.xNm(), yNm, zNm);
    }
    if ((seen & NUCLEUS) != 0) {
      Arrays.fill(clump, 0, voxels, 0);
      chromatin.add(1, clump, 0, voxels, x, voxelSize.xNm(), yNm, zNm);
    }
    for (int i = 0; i < voxels; i++) {
      int bit = 1 << tissue.material()[from + i];
      if ((bit & TEXTURED) != 0) {
        meet(tissue.neurite()[from + i]);
        float depthNm = tissue.membraneNm()[from + i];
        sum[to + i] += weight * texture(i, bit, depthNm, x, yNm, zNm);
      }
    }
  }

  private float texture(int i, int bit, float depthNm, long x, double yNm, double zNm) {
    if ((bit & GRANULAR) != 0) {
      return granules(i, bit);
    }
    if (bit == NUCLEUS) {
      return chromatinGrey * clump[i];
    }
    if (bit == MYELIN) {
      return lamellaGrey * wave(depthNm / LAMELLA_SPACING_NM);
    }
    return bit == RIM ? mitochondrionGrey : mitochondrionGrey + cristae(i, x, yNm, zNm);
  }

  private float granules(int i, int bit) {
    float many = Math.clamp(0.5f + 0.9f * patch[i] + cellGranules, 0, 1.4f);
    float dark = granuleGrey * many * Math.max(0, granule[i] - GRANULES_ABOVE);
    float sweet = bit == GLIA ? glycogenGrey * Math.max(0, sugar[i] - GLYCOGEN_ABOVE) : 0;
    return -dark - sweet;
  }

  private float cristae(int i, long x, double yNm, double zNm) {
    double along =
        cristaX * (x + i) * voxelSize.xNm() + cristaY * yNm + cristaZ * zNm + 30 * mottle[i];
    return cristaeGrey * wave(along / CRISTA_SPACING_NM);
  }

  /* A triangle wave of period 1 in −1…1. */
  private static float wave(double phase) {
    return (float) (4 * Math.abs(phase - Math.floor(phase + 0.5)) - 1);
  }
}
