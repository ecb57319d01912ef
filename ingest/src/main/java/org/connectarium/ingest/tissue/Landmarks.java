package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.noise.HashNoise;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// What every tile knows without planning: cell bodies, the initial segments of their axons, blood
/// vessels, territories of astrocytes.
/// All of it comes from lattices much coarser than tiles.
///
/// Around the middle of tile (0, 0, 0) there is neither a cell body, nor an initial segment, nor a
/// vessel, so that small boxes at the origin are neuropil.
final class Landmarks {
  /// A cell body: a large ball with bumps, and a nucleus in it.
  record Soma(long id, long hash, double x, double y, double z, double radiusNm) {
    boolean exists() {
      return id != 0;
    }

    double nucleusNm() {
      return 0.66 * radiusNm;
    }

    /// Distance of a position from the surface, negative inside; bumps lie inside of it.
    double clearance(double px, double py, double pz) {
      return Math.sqrt((px - x) * (px - x) + (py - y) * (py - y) + (pz - z) * (pz - z)) - radiusNm;
    }
  }

  /// A blood vessel, which runs along x.
  record Vessel(long row, long column, long hash, double spacingNm, double radiusNm) {
    double yAt(double x) {
      return (row + 0.5) * spacingNm + 6000 * HashNoise.smooth(hash, x / 25_000, 0.5, 0.5);
    }

    double zAt(double x) {
      return (column + 0.5) * spacingNm + 6000 * HashNoise.smooth(hash + 1, x / 25_000, 0.5, 0.5);
    }

    double clearance(double x, double y, double z) {
      return Math.hypot(y - yAt(x), z - zAt(x)) - radiusNm;
    }

    long wallId() {
      return Ids.of(Ids.ENDOTHELIUM, 0, row, column, 0);
    }

    long lumenId() {
      return Ids.of(Ids.LUMEN, 0, row, column, 0);
    }
  }

  static final double WALL_NM = 350;
  private static final double QUIET_NM = 9_300;

  /// Radius of the largest ball of a cell body, as a share of that of the body.
  static final double CORE = 0.93;

  static final double TERRITORY_NM = 22_000;

  private final long seed;
  private final double somaNm;
  private final double vesselNm;
  private final InitialSegments initialSegments;

  Landmarks(long seed, TissueParameters p) {
    this.seed = HashNoise.mix(seed ^ 0x6c616e64L);
    this.somaNm = p.geometry().somaSpacingUm() * 1000;
    this.vesselNm = p.geometry().vesselSpacingUm() * 1000;
    this.initialSegments = new InitialSegments(this, p);
  }

  /// Distance to the nearest surface of a cell body or vessel; exact below 3 µm, larger beyond.
  double clearance(double x, double y, double z) {
    double least = vesselClearance(x, y, z);
    Soma soma = nearestSoma(x, y, z);
    return !soma.exists() ? least : Math.min(least, soma.clearance(x, y, z));
  }

  static final Soma NO_SOMA = new Soma(0, 0, 0, 0, 0, 0);

  /// The cell body whose surface is nearest, or [#NO_SOMA].
  Soma nearestSoma(double x, double y, double z) {
    long ix = lowOfTwo(x, somaNm);
    long iy = lowOfTwo(y, somaNm);
    long iz = lowOfTwo(z, somaNm);
    Soma best = NO_SOMA;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      Soma soma = soma(ix + (i & 1), iy + ((i >> 1) & 1), iz + (i >> 2));
      if (soma.exists() && soma.clearance(x, y, z) < least) {
        least = soma.clearance(x, y, z);
        best = soma;
      }
    }
    return best;
  }

  double vesselClearance(double x, double y, double z) {
    return nearestVessel(x, y, z).clearance(x, y, z);
  }

  Vessel nearestVessel(double x, double y, double z) {
    long iy = lowOfTwo(y, vesselNm);
    long iz = lowOfTwo(z, vesselNm);
    Vessel best = vessel(iy, iz);
    double least = best.clearance(x, y, z);
    for (int i = 1; i < 4; i++) {
      Vessel v = vessel(iy + (i & 1), iz + (i >> 1));
      if (v.clearance(x, y, z) < least) {
        least = v.clearance(x, y, z);
        best = v;
      }
    }
    return best;
  }

  private Vessel vessel(long row, long column) {
    long hash = HashNoise.bits(seed + 7, row, column, 3);
    return new Vessel(row, column, hash, vesselNm, 2600 + 900 * HashNoise.unit(hash));
  }

  private static long lowOfTwo(double at, double spacing) {
    return (long) Math.floor(at / spacing - 0.5);
  }

  /// The cell body of a cell of the lattice of cell bodies, or [#NO_SOMA].
  Soma soma(long ix, long iy, long iz) {
    long hash = HashNoise.bits(seed, ix, iy, iz);
    if (HashNoise.unit(hash) > 0.8) {
      return NO_SOMA;
    }
    double radius = 4300 + 1500 * HashNoise.unit(HashNoise.mix(hash + 1));
    double x = place(hash + 2, ix);
    double y = place(hash + 3, iy);
    double z = place(hash + 4, iz);
    if (quietClearance(x, y, z) < radius || vesselClearance(x, y, z) < radius + 500) {
      return NO_SOMA;
    }
    return new Soma(Ids.of(Ids.SOMA, 0, ix, iy, iz), hash, x, y, z, radius);
  }

  /// Distance from the space at the origin that is kept free, negative inside.
  static double quietClearance(double x, double y, double z) {
    double q = Tiles.MIDDLE_NM;
    return Math.sqrt((x - q) * (x - q) + (y - q) * (y - q) + (z - q) * (z - q)) - QUIET_NM;
  }

  private double place(long hash, long cell) {
    return (cell + 0.5 + 0.3 * (HashNoise.unit(HashNoise.mix(hash)) - 0.5)) * somaNm;
  }

  /// Id of the astrocyte whose territory a position lies in.
  long astrocyte(double x, double y, double z) {
    long ix = (long) Math.floor(x / TERRITORY_NM);
    long iy = (long) Math.floor(y / TERRITORY_NM);
    long iz = (long) Math.floor(z / TERRITORY_NM);
    double least = Double.MAX_VALUE;
    long best = 0;
    for (long cz = iz - 1; cz <= iz + 1; cz++) {
      for (long cy = iy - 1; cy <= iy + 1; cy++) {
        for (long cx = ix - 1; cx <= ix + 1; cx++) {
          long hash = HashNoise.bits(seed + 11, cx, cy, cz);
          double dx = x - (cx + 0.2 + 0.6 * ((hash & 0xffff) / 65535.0)) * TERRITORY_NM;
          double dy = y - (cy + 0.2 + 0.6 * (((hash >>> 16) & 0xffff) / 65535.0)) * TERRITORY_NM;
          double dz = z - (cz + 0.2 + 0.6 * (((hash >>> 32) & 0xffff) / 65535.0)) * TERRITORY_NM;
          double d2 = dx * dx + dy * dy + dz * dz;
          if (d2 < least) {
            least = d2;
            best = Ids.of(Ids.ASTROCYTE, 0, cx, cy, cz);
          }
        }
      }
    }
    return best;
  }

  /// Cell bodies that reach a box given by its corners.
  List<Soma> somataNear(double[] lowNm, double[] highNm) {
    double reach = 6500;
    List<Soma> near = new ArrayList<>();
    for (long z = cell(lowNm[2] - reach); z <= cell(highNm[2] + reach); z++) {
      for (long y = cell(lowNm[1] - reach); y <= cell(highNm[1] + reach); y++) {
        for (long x = cell(lowNm[0] - reach); x <= cell(highNm[0] + reach); x++) {
          Soma s = soma(x, y, z);
          double dx = s.x() - Math.clamp(s.x(), lowNm[0], highNm[0]);
          double dy = s.y() - Math.clamp(s.y(), lowNm[1], highNm[1]);
          double dz = s.z() - Math.clamp(s.z(), lowNm[2], highNm[2]);
          double far = s.radiusNm() + Scene.REACH_NM + 10;
          if (s.exists() && dx * dx + dy * dy + dz * dz < far * far) {
            near.add(s);
          }
        }
      }
    }
    return near;
  }

  private long cell(double nm) {
    return (long) Math.floor(nm / somaNm);
  }

  /// Initial segments whose middle line comes within a distance of a box given by its corners.
  List<InitialSegment> initialSegmentsNear(double[] lowNm, double[] highNm, double distanceNm) {
    double[] low = {lowNm[0] - distanceNm, lowNm[1] - distanceNm, lowNm[2] - distanceNm};
    double[] high = {highNm[0] + distanceNm, highNm[1] + distanceNm, highNm[2] + distanceNm};
    return initialSegments.near(low, high);
  }

  /// Vessels that may reach a box given by its corners.
  List<Vessel> vesselsNear(double[] lowNm, double[] highNm) {
    double reach = 6000 + 4000;
    List<Vessel> near = new ArrayList<>();
    for (long row = (long) Math.floor((lowNm[1] - reach) / vesselNm);
        row <= (long) Math.floor((highNm[1] + reach) / vesselNm);
        row++) {
      for (long column = (long) Math.floor((lowNm[2] - reach) / vesselNm);
          column <= (long) Math.floor((highNm[2] + reach) / vesselNm);
          column++) {
        near.add(vessel(row, column));
      }
    }
    return near;
  }

  /// Adds the inside of each vessel whose wall is among some cells.
  void lumenOf(Map<Long, Neurite> cells) {
    for (Neurite wall : List.copyOf(cells.values())) {
      if (wall.cellClass() == CellClass.ENDOTHELIAL) {
        long id = wall.id() - Ids.of(Ids.ENDOTHELIUM, 0, 0, 0, 0) + Ids.of(Ids.LUMEN, 0, 0, 0, 0);
        cells.put(
            id,
            new Neurite(
                id, Neurite.Kind.VESSEL, CellClass.LUMEN, wall.radiusNm() - WALL_NM, false));
      }
    }
  }

  /// Adds the astrocytes whose territories a box may touch.
  void astrocytesNear(Box box, VoxelSize v, Map<Long, Neurite> cells) {
    double step = 1000;
    double[] low = {box.x0() * v.xNm(), box.y0() * v.yNm(), box.z0() * v.zNm()};
    double[] size = {
      (box.sizeX() - 1) * v.xNm(), (box.sizeY() - 1) * v.yNm(), (box.sizeZ() - 1) * v.zNm()
    };
    int nx = (int) Math.ceil(size[0] / step);
    int ny = (int) Math.ceil(size[1] / step);
    int nz = (int) Math.ceil(size[2] / step);
    for (int z = 0; z <= nz; z++) {
      for (int y = 0; y <= ny; y++) {
        for (int x = 0; x <= nx; x++) {
          long id =
              astrocyte(
                  low[0] + size[0] * x / Math.max(1, nx),
                  low[1] + size[1] * y / Math.max(1, ny),
                  low[2] + size[2] * z / Math.max(1, nz));
          cells.put(id, new Neurite(id, Neurite.Kind.GLIA, CellClass.ASTROCYTE, 0, false));
        }
      }
    }
  }
}
