package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.ingest.noise.HashNoise;
import org.connectarium.ingest.tissue.Run.Origin;

/// Which neurite crosses which face of which tile: decided by hashes of the lane alone, so that
/// both tiles at a face know it, and the name of a neurite needs no plan of the tiles it comes
/// from.
final class Lanes {
  /* A run is cut here at the latest, so that its first tile is found in bounded time. */
  private static final int LONGEST_RUN = 16;
  private static final double SOMA_ATTACH = 0.22;

  private final long seed;
  private final TissueParameters p;
  private final Landmarks landmarks;
  private final Warp warp;

  Lanes(long seed, TissueParameters p, Landmarks landmarks, Warp warp) {
    this.seed = HashNoise.mix(seed ^ 0x6c616e6573L);
    this.p = p;
    this.landmarks = landmarks;
    this.warp = warp;
  }

  int perFace(boolean dendrite) {
    return dendrite ? p.geometry().dendriteLanes() : p.geometry().axonLanes();
  }

  /// All lanes of one kind that pass a tile along an axis.
  List<Lane> through(Tiles.Index tile, int axis, boolean dendrite) {
    int n = perFace(dendrite);
    long u = tile.along((axis + 1) % 3) * n;
    long v = tile.along((axis + 2) % 3) * n;
    List<Lane> lanes = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        lanes.add(new Lane(dendrite, axis, u + i, v + j));
      }
    }
    return lanes;
  }

  /// Whether a neurite of the lane passes the low face of a tile: nothing stands in the way there.
  boolean passes(Lane lane, long tile) {
    return clearance(lane, tile) > (lane.dendrite() ? 900 : 250);
  }

  private double clearance(Lane lane, long tile) {
    double[] q = nominal(lane, Tiles.lowNm(tile));
    return landmarks.clearance(
        warp.x(q[0], q[1], q[2]), warp.y(q[0], q[1], q[2]), warp.z(q[0], q[1], q[2]));
  }

  double[] nominal(Lane lane, double alongNm) {
    double pitch = Tiles.EDGE_NM / perFace(lane.dendrite());
    double[] q = new double[3];
    q[lane.axis()] = alongNm;
    q[(lane.axis() + 1) % 3] = Tiles.ORIGIN_NM + (lane.u() + 0.5) * pitch;
    q[(lane.axis() + 2) % 3] = Tiles.ORIGIN_NM + (lane.v() + 0.5) * pitch;
    return q;
  }

  /// Whether a run ends and another begins in this tile.
  boolean cutIn(Lane lane, long tile) {
    return Math.floorMod(tile + hash(lane, 1), LONGEST_RUN) == 0
        || HashNoise.unit(HashNoise.bits(hash(lane, 2), tile, 0, 0)) < p.geometry().cut();
  }

  long hash(Lane lane, long purpose) {
    return HashNoise.bits(
        seed + purpose, lane.axis() * 2L + (lane.dendrite() ? 1 : 0), lane.u(), lane.v());
  }

  /// The run that passes the low face of a tile. Call only where [#passes] holds.
  Run runAtLowFace(Lane lane, long tile) {
    long first = tile - 1;
    while (!cutIn(lane, first) && passes(lane, first)) {
      first--;
    }
    return runFrom(lane, first);
  }

  /// The run that begins in a tile.
  private Run runFrom(Lane lane, long first) {
    boolean cut = cutIn(lane, first);
    if (lane.dendrite() && !cut) {
      Landmarks.Soma soma = somaAt(lane, first);
      if (soma.exists()) {
        return new Run(proximal(soma, lane), lane, first, Origin.SOMA, lane, false);
      }
    }
    if (lane.dendrite()) {
      long last = first + 1;
      while (!cutIn(lane, last) && passes(lane, last + 1)) {
        last++;
      }
      if (!cutIn(lane, last)) {
        Landmarks.Soma soma = somaAt(lane, last + 1);
        if (soma.exists()) {
          return new Run(proximal(soma, lane), lane, first, Origin.FREE, lane, true);
        }
      }
    }
    if (cut && lane.axis() > 0) {
      Lane parent = parentOf(lane, first);
      long crossing = tileOf(lane, first).along(parent.axis());
      if (HashNoise.unit(HashNoise.bits(hash(lane, 3), first, 0, 0)) < p.geometry().branch()
          && passes(parent, crossing)) {
        Neurite neurite = runAtLowFace(parent, crossing).neurite();
        if (neurite.kind() != Neurite.Kind.SOMA && !neurite.myelinated()) {
          return new Run(neurite, lane, first, Origin.BRANCH, parent, false);
        }
      }
    }
    return new Run(ownNeurite(lane, first), lane, first, Origin.FREE, lane, false);
  }

  /* The cell body that keeps a lane from passing the low face of a tile, if it takes the dendrite. */
  private Landmarks.Soma somaAt(Lane lane, long tile) {
    double[] q = nominal(lane, Tiles.lowNm(tile));
    double x = warp.x(q[0], q[1], q[2]);
    double y = warp.y(q[0], q[1], q[2]);
    double z = warp.z(q[0], q[1], q[2]);
    Landmarks.Soma soma = landmarks.nearestSoma(x, y, z);
    boolean taken =
        soma.exists()
            && soma.clearance(x, y, z) < -600
            && HashNoise.unit(HashNoise.bits(hash(lane, 4), tile, 0, 0)) < SOMA_ATTACH;
    return taken ? soma : Landmarks.NO_SOMA;
  }

  /* A lane of a lower axis that passes the tile. */
  private Lane parentOf(Lane lane, long first) {
    Tiles.Index tile = tileOf(lane, first);
    long h = HashNoise.bits(hash(lane, 5), first, 0, 0);
    int axis = lane.axis() == 1 ? 0 : (int) (h & 1);
    int n = perFace(lane.dendrite());
    long u = tile.along((axis + 1) % 3) * n + Math.floorMod(h >>> 8, n);
    long v = tile.along((axis + 2) % 3) * n + Math.floorMod(h >>> 24, n);
    return new Lane(lane.dendrite(), axis, u, v);
  }

  private Tiles.Index tileOf(Lane lane, long along) {
    int n = perFace(lane.dendrite());
    long[] q = new long[3];
    q[lane.axis()] = along;
    q[(lane.axis() + 1) % 3] = Math.floorDiv(lane.u(), n);
    q[(lane.axis() + 2) % 3] = Math.floorDiv(lane.v(), n);
    return new Tiles.Index(q[0], q[1], q[2]);
  }

  private Neurite proximal(Landmarks.Soma soma, Lane lane) {
    double spread = 0.6 * p.geometry().dendriteRadiusSpread();
    double radius = 1.15 * p.geometry().dendriteRadiusNm() * logNormal(hash(lane, 6), spread);
    return new Neurite(
        soma.id(), Neurite.Kind.SOMA, CellClass.PROXIMAL, Math.min(radius, 600), false);
  }

  private Neurite ownNeurite(Lane lane, long first) {
    long h = HashNoise.bits(hash(lane, 7), first, 0, 0);
    double share = HashNoise.unit(h);
    TissueParameters.Geometry g = p.geometry();
    if (lane.dendrite()) {
      long id = Ids.of(Ids.DENDRITE, lane.axis(), lane.u(), lane.v(), first);
      boolean apical = lane.axis() == 0 && share < g.apical();
      boolean smooth = !apical && HashNoise.unit(HashNoise.mix(h + 1)) < g.smooth();
      double radius = g.dendriteRadiusNm() * logNormal(h + 2, g.dendriteRadiusSpread());
      return apical
          ? new Neurite(
              id, Neurite.Kind.DENDRITE, CellClass.APICAL, 1.5 * g.dendriteRadiusNm(), false)
          : new Neurite(
              id,
              Neurite.Kind.DENDRITE,
              smooth ? CellClass.SMOOTH : CellClass.SPINY,
              Math.clamp(radius, 140, 620),
              false);
    }
    long id = Ids.of(Ids.AXON, lane.axis(), lane.u(), lane.v(), first);
    boolean myelinated = HashNoise.unit(HashNoise.mix(h + 3)) < g.myelinated();
    double radius =
        myelinated
            ? 320 + 160 * HashNoise.unit(HashNoise.mix(h + 4))
            : Math.clamp(g.axonRadiusNm() * logNormal(h + 5, g.axonRadiusSpread()), 55, 260);
    return new Neurite(id, Neurite.Kind.AXON, axonClass(share), radius, myelinated);
  }

  private CellClass axonClass(double share) {
    TissueParameters.Wiring w = p.wiring();
    double at = share - w.thalamocortical();
    if (at < 0) {
      return CellClass.THALAMOCORTICAL;
    }
    at -= w.perisomatic();
    if (at < 0) {
      return CellClass.INHIBITORY_PERISOMATIC;
    }
    at -= w.dendritic();
    if (at < 0) {
      return CellClass.INHIBITORY_DENDRITIC;
    }
    return at < w.axoaxonic()
        ? CellClass.INHIBITORY_AXOAXONIC
        : CellClass.EXCITATORY_CORTICOCORTICAL;
  }

  private static double logNormal(long hash, double spread) {
    return Math.exp(spread * HashNoise.gaussian(hash, 1, 2, 3));
  }
}
