package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.ingest.noise.HashNoise;

/// Where the neurites of all lanes go through the face of a tile: decided by hashes of the lane and
/// of the face alone, so that both tiles at a face know it.
final class Crossings {
  /// Where a neurite goes through a face.
  ///
  /// @param run the neurite
  /// @param x position in planned space, nm
  /// @param y position in planned space, nm
  /// @param z position in planned space, nm
  record Crossing(Run run, double x, double y, double z) {
    double at(int axis) {
      return axis == 0 ? x : axis == 1 ? y : z;
    }
  }

  private static final int TRIES = 12;
  private static final double AXON_STRAY_NM = 1900;
  private static final double DENDRITE_STRAY_NM = 900;
  private static final double SEGMENT_MARGIN_NM = Warp.AMPLITUDE_NM + 1700;

  private final Lanes lanes;
  private final Landmarks landmarks;
  private final Warp warp;

  Crossings(Lanes lanes, Landmarks landmarks, Warp warp) {
    this.lanes = lanes;
    this.landmarks = landmarks;
    this.warp = warp;
  }

  /// All crossings of the low face of a tile along an axis, dendrites first. Each keeps its
  /// distance from those before it as far as there is room.
  List<Crossing> lowFace(Tiles.Index tile, int axis) {
    List<double[]> segments = segmentsAtLowFace(tile, axis);
    List<Crossing> placed = new ArrayList<>();
    for (boolean dendrite : new boolean[] {true, false}) {
      for (Lane lane : lanes.through(tile, axis, dendrite)) {
        if (lanes.passes(lane, tile.along(axis))) {
          placed.add(place(lane, tile, placed, segments));
        }
      }
    }
    return placed;
  }

  /* Middle and radius of the balls of initial segments that crossings have to keep away from. */
  private List<double[]> segmentsAtLowFace(Tiles.Index tile, int axis) {
    double[] low = {Tiles.lowNm(tile.x()), Tiles.lowNm(tile.y()), Tiles.lowNm(tile.z())};
    double[] high = {low[0] + Tiles.EDGE_NM, low[1] + Tiles.EDGE_NM, low[2] + Tiles.EDGE_NM};
    high[axis] = low[axis];
    for (int k = 0; k < 3; k++) {
      low[k] -= SEGMENT_MARGIN_NM;
      high[k] += SEGMENT_MARGIN_NM;
    }
    List<double[]> near = new ArrayList<>();
    for (InitialSegment s : landmarks.initialSegmentsNear(low, high, 0)) {
      Balls b = s.balls();
      for (int i = 0; i < b.n; i++) {
        if (s.isIn(i, low, high)) {
          near.add(new double[] {b.x[i], b.y[i], b.z[i], b.radiusNm[i]});
        }
      }
    }
    return near;
  }

  private Crossing place(
      Lane lane, Tiles.Index tile, List<Crossing> placed, List<double[]> segments) {
    long face = tile.along(lane.axis());
    Run run = lanes.runAtLowFace(lane, face);
    Dice dice = new Dice(HashNoise.bits(lanes.hash(lane, 8), face, 0, 0));
    double stray = lane.dendrite() ? DENDRITE_STRAY_NM : AXON_STRAY_NM;
    double radius = run.neurite().radiusNm();
    double[] best = lanes.nominal(lane, Tiles.lowNm(face));
    double most = -Double.MAX_VALUE;
    for (int i = 0; i < TRIES && most < 0; i++) {
      double[] q = lanes.nominal(lane, Tiles.lowNm(face));
      for (int k = 1; k <= 2; k++) {
        int other = (lane.axis() + k) % 3;
        double low = Tiles.lowNm(tile.along(other));
        double rim = Math.max(radius + 200, 260);
        double at = q[other] + dice.between(-stray, stray);
        q[other] = Math.clamp(at, low + rim, low + Tiles.EDGE_NM - rim);
      }
      double room = room(q, radius, placed, segments);
      if (room > most) {
        most = room;
        best = q;
      }
    }
    return new Crossing(run, best[0], best[1], best[2]);
  }

  /* How much more room there is than needed; negative if too little. */
  private double room(double[] q, double radius, List<Crossing> placed, List<double[]> segments) {
    double x = warp.x(q[0], q[1], q[2]);
    double y = warp.y(q[0], q[1], q[2]);
    double z = warp.z(q[0], q[1], q[2]);
    double least = landmarks.clearance(x, y, z) - radius - 200;
    for (double[] s : segments) {
      double d = Strand.distance(new double[] {x, y, z}, s) - s[3];
      least = Math.min(least, d - radius - 200);
    }
    for (Crossing c : placed) {
      double dx = c.x() - q[0];
      double dy = c.y() - q[1];
      double dz = c.z() - q[2];
      double gap = Math.sqrt(dx * dx + dy * dy + dz * dz) - radius - c.run().neurite().radiusNm();
      least = Math.min(least, gap - 90);
    }
    return least;
  }
}
