package org.connectarium.ingest.tissue;

import java.util.BitSet;
import org.connectarium.ingest.noise.HashNoise;
import org.connectarium.ingest.volume.Box;

/// What the voxels of a brick are made of, once it is known whose they are: membranes, cytoplasm,
/// organelles, synapses.
final class Interior {
  private static final double DENSITY_NM = 28;
  private static final double BENT_NM = 65;
  private static final double VESICLE_PITCH_NM = 50;
  private static final double VESICLE_NM = 20;
  private static final double VESICLE_INSIDE_NM = 12;
  private static final float MYELIN_SHARE = 0.38f;

  private static final byte EXTRACELLULAR = Material.EXTRACELLULAR.code();
  private static final byte MEMBRANE = Material.MEMBRANE.code();
  private static final byte MITOCHONDRION = Material.MITOCHONDRION.code();
  private static final byte MITOCHONDRIAL_MEMBRANE = Material.MITOCHONDRIAL_MEMBRANE.code();
  private static final byte RETICULUM = Material.ENDOPLASMIC_RETICULUM.code();
  private static final byte CLEFT = Material.CLEFT.code();

  private static final BitSet CYTOPLASM = new BitSet();

  static {
    CYTOPLASM.set(Material.AXON_CYTOPLASM.code());
    CYTOPLASM.set(Material.DENDRITE_CYTOPLASM.code());
    CYTOPLASM.set(Material.SPINE_CYTOPLASM.code());
    CYTOPLASM.set(Material.SOMA_CYTOPLASM.code());
    CYTOPLASM.set(Material.GLIA_CYTOPLASM.code());
  }

  private final long seed;
  private final Cytoplasm cytoplasm;
  private final Grid grid;
  private final Scene scene;
  private final Nearest nearest;
  private final float halfGapNm;
  private final float innerNm;
  private final float[] depth;
  private int[] capsule = new int[64];
  private int capsules;
  private int[] contact = new int[64];
  private int contacts;
  private Bins capsuleBins;
  private Bins contactBins;

  /// Ordinals of materials.
  final byte[] material;

  Interior(long seed, TissueParameters p, Grid grid, Scene scene, Nearest nearest) {
    this.seed = HashNoise.mix(seed ^ 0x696e7369L);
    this.cytoplasm = new Cytoplasm(this.seed);
    this.grid = grid;
    this.scene = scene;
    this.nearest = nearest;
    this.halfGapNm = (float) (p.gapNm() / 2);
    this.innerNm = (float) (p.gapNm() / 2 + p.membraneNm());
    this.depth = new float[grid.brickVoxels()];
    this.material = new byte[grid.brickVoxels()];
    this.capsuleBins = new Bins(Box.ofSize(0, 0, 0), grid, 0, (i, q) -> {});
    this.contactBins = capsuleBins;
  }

  /// Finds the organelles of each cell of the grid.
  void sortIn(Box cells) {
    Capsules c = scene.capsules;
    capsuleBins =
        new Bins(
            cells,
            grid,
            c.n,
            (i, q) -> {
              for (int k = 0; k < 3; k++) {
                double a = c.ends[6 * i + k];
                double b = c.ends[6 * i + 3 + k];
                q[k] = Math.min(a, b) - c.radiusNm[i];
                q[3 + k] = Math.max(a, b) + c.radiusNm[i];
              }
            });
    contactBins =
        new Bins(
            cells,
            grid,
            scene.contacts.size(),
            (i, q) -> {
              Contact t = scene.contacts.get(i);
              Painter.bounds(q, t.x(), t.y(), t.z(), t.reachNm());
            });
  }

  void enterCell(int cell) {
    capsules = capsuleBins.end(cell) - capsuleBins.begin(cell);
    if (capsule.length < capsules) {
      capsule = new int[2 * capsules];
    }
    for (int k = 0; k < capsules; k++) {
      capsule[k] = capsuleBins.item(capsuleBins.begin(cell) + k);
    }
    contacts = contactBins.end(cell) - contactBins.begin(cell);
    if (contact.length < contacts) {
      contact = new int[2 * contacts];
    }
    for (int k = 0; k < contacts; k++) {
      contact[k] = contactBins.item(contactBins.begin(cell) + k);
    }
  }

  void fill(long bx, long by, long bz, float[] membraneNm) {
    for (int i = 0; i < material.length; i++) {
      float m = membraneNm[i];
      material[i] = m < halfGapNm ? EXTRACELLULAR : m < innerNm ? MEMBRANE : plain(i, bx, by, bz);
    }
    double x0 = bx * grid.sizeX() * grid.voxelSize().xNm();
    double y0 = by * grid.sizeY() * grid.voxelSize().yNm();
    double z0 = bz * grid.sizeZ() * grid.voxelSize().zNm();
    for (int i = 0; i < material.length; i++) {
      if (membraneNm[i] > innerNm + 6 && CYTOPLASM.get(material[i])) {
        Material seen = cytoplasm.compartment(voxelX(i, x0), voxelY(i, y0), voxelZ(i, z0));
        material[i] = seen == Cytoplasm.NO_COMPARTMENT ? material[i] : seen.code();
      }
    }
    double x = grid.middleX(bx, 1);
    double y = grid.middleY(by, 1);
    double z = grid.middleZ(bz, 1);
    organelles(x, y, z, x0, y0, z0, membraneNm);
    for (int k = 0; k < contacts; k++) {
      Contact c = scene.contacts.get(contact[k]);
      double far = c.reachNm() + grid.halfDiagonalNm();
      if (squared(c.x() - x, c.y() - y, c.z() - z) < far * far) {
        synapse(c, x0, y0, z0, membraneNm);
      }
    }
  }

  private byte plain(int i, long bx, long by, long bz) {
    if (nearest.cell[i] < 0) {
      return Material.GLIA_CYTOPLASM.code();
    }
    Neurite cell = scene.cells.get(nearest.cell[i]);
    return switch (Strand.Part.of(nearest.part[i])) {
      case AXON ->
          (cell.myelinated() && nearest.best[i] > -(1 - MYELIN_SHARE) * cell.radiusNm() * 0.9
                  ? Material.MYELIN
                  : Material.AXON_CYTOPLASM)
              .code();
      case DENDRITE -> Material.DENDRITE_CYTOPLASM.code();
      case SPINE -> Material.SPINE_CYTOPLASM.code();
      case SOMA -> soma(cell.id(), i, bx, by, bz);
      case VESSEL ->
          (nearest.best[i] < -Landmarks.WALL_NM ? Material.VESSEL_LUMEN : Material.ENDOTHELIUM)
              .code();
    };
  }

  private byte soma(long id, int i, long bx, long by, long bz) {
    double x = voxelX(i, bx * grid.sizeX() * grid.voxelSize().xNm());
    double y = voxelY(i, by * grid.sizeY() * grid.voxelSize().yNm());
    double z = voxelZ(i, bz * grid.sizeZ() * grid.voxelSize().zNm());
    for (Landmarks.Soma s : scene.somata) {
      if (s.id() == id) {
        return cytoplasm.of(s, x, y, z).code();
      }
    }
    return Material.SOMA_CYTOPLASM.code();
  }

  private void organelles(
      double x, double y, double z, double x0, double y0, double z0, float[] membraneNm) {
    Capsules c = scene.capsules;
    boolean mitochondria = false;
    for (int k = 0; k < capsules; k++) {
      int i = capsule[k];
      double far = grid.halfDiagonalNm() + c.radiusNm[i];
      if (distance2(c.ends, 6 * i, x, y, z) > far * far) {
        continue;
      }
      boolean mitochondrion = c.material[i] == MITOCHONDRION;
      if (mitochondrion && !mitochondria) {
        java.util.Arrays.fill(depth, 0);
        mitochondria = true;
      }
      draw(i, mitochondrion, x0, y0, z0, membraneNm);
    }
    if (mitochondria) {
      for (int i = 0; i < depth.length; i++) {
        if (depth[i] > 0) {
          material[i] =
              depth[i] < Cytoplasm.MITOCHONDRIAL_MEMBRANE_NM
                  ? MITOCHONDRIAL_MEMBRANE
                  : cytoplasm.crista(voxelX(i, x0), voxelY(i, y0), voxelZ(i, z0)).code();
        }
      }
    }
  }

  private double voxelX(int i, double x0) {
    return x0 + i % grid.sizeX() * grid.voxelSize().xNm();
  }

  private double voxelY(int i, double y0) {
    return y0 + i / grid.sizeX() % grid.sizeY() * grid.voxelSize().yNm();
  }

  private double voxelZ(int i, double z0) {
    int iz = i / (grid.sizeX() * grid.sizeY());
    return z0 + iz * grid.voxelSize().zNm();
  }

  private void draw(
      int c, boolean mitochondrion, double x0, double y0, double z0, float[] membraneNm) {
    int owner = scene.capsules.object[c];
    float r = scene.capsules.radiusNm[c];
    byte what = scene.capsules.material[c];
    for (int i = 0; i < material.length; i++) {
      if (nearest.cell[i] == owner && membraneNm[i] > innerNm + (mitochondrion ? 12 : 2)) {
        double d2 =
            distance2(scene.capsules.ends, 6 * c, voxelX(i, x0), voxelY(i, y0), voxelZ(i, z0));
        if (d2 < r * r) {
          if (mitochondrion) {
            depth[i] = Math.max(depth[i], r - (float) Math.sqrt(d2));
          } else if (material[i] != RETICULUM) {
            material[i] = what;
          }
        }
      }
    }
  }

  private static double distance2(double[] e, int k, double x, double y, double z) {
    double bx = e[k + 3] - e[k];
    double by = e[k + 4] - e[k + 1];
    double bz = e[k + 5] - e[k + 2];
    double px = x - e[k];
    double py = y - e[k + 1];
    double pz = z - e[k + 2];
    double length2 = Math.max(1e-9, bx * bx + by * by + bz * bz);
    double t = Math.clamp((px * bx + py * by + pz * bz) / length2, 0, 1);
    return squared(px - t * bx, py - t * by, pz - t * bz);
  }

  private static double squared(double x, double y, double z) {
    return x * x + y * y + z * z;
  }

  private void synapse(Contact c, double x0, double y0, double z0, float[] membraneNm) {
    double cloudX = c.x() - 1.05 * c.cloudNm() * c.nx();
    double cloudY = c.y() - 1.05 * c.cloudNm() * c.ny();
    double cloudZ = c.z() - 1.05 * c.cloudNm() * c.nz();
    for (int i = 0; i < material.length; i++) {
      boolean pre = nearest.cell[i] == c.pre();
      if (!pre && nearest.cell[i] != c.post()) {
        continue;
      }
      double x = voxelX(i, x0);
      double y = voxelY(i, y0);
      double z = voxelZ(i, z0);
      float m = membraneNm[i];
      double along = (x - c.x()) * c.nx() + (y - c.y()) * c.ny() + (z - c.z()) * c.nz();
      double across2 = squared(x - c.x(), y - c.y(), z - c.z()) - along * along;
      if (across2 < c.radiusNm() * c.radiusNm() && Math.abs(along) < BENT_NM) {
        if (m < halfGapNm) {
          material[i] = CLEFT;
        } else if (!pre && m >= innerNm && m < innerNm + DENSITY_NM) {
          material[i] = Material.POSTSYNAPTIC_DENSITY.code();
        }
      }
      boolean inCloud =
          pre
              && m > innerNm + 6
              && material[i] == Material.AXON_CYTOPLASM.code()
              && squared(x - cloudX, y - cloudY, z - cloudZ) < c.cloudNm() * c.cloudNm();
      if (inCloud) {
        vesicle(i, x, y, z);
      }
    }
  }

  private void vesicle(int i, double x, double y, double z) {
    long ix = (long) Math.floor(x / VESICLE_PITCH_NM);
    long iy = (long) Math.floor(y / VESICLE_PITCH_NM);
    long iz = (long) Math.floor(z / VESICLE_PITCH_NM);
    long h = HashNoise.bits(seed + 28, ix, iy, iz);
    if ((h & 7) < 2) {
      return;
    }
    double play = (VESICLE_PITCH_NM / 2 - VESICLE_NM) * 2;
    double half = VESICLE_PITCH_NM / 2;
    double dx = x - ix * VESICLE_PITCH_NM - half - play * ((h >>> 8 & 0xff) / 255.0 - 0.5);
    double dy = y - iy * VESICLE_PITCH_NM - half - play * ((h >>> 16 & 0xff) / 255.0 - 0.5);
    double dz = z - iz * VESICLE_PITCH_NM - half - play * ((h >>> 24 & 0xff) / 255.0 - 0.5);
    double d2 = squared(dx, dy, dz);
    if (d2 < VESICLE_NM * VESICLE_NM) {
      material[i] =
          (d2 > VESICLE_INSIDE_NM * VESICLE_INSIDE_NM
                  ? Material.VESICLE_MEMBRANE
                  : Material.VESICLE)
              .code();
    }
  }
}
