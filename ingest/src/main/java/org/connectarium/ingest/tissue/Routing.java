package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.connectarium.ingest.noise.HashNoise;
import org.connectarium.ingest.tissue.Crossings.Crossing;
import org.jspecify.annotations.Nullable;

/// Leads the neurites of one tile from face to face: first the dendrites, then, around them and
/// their spines, the axons.
final class Routing {
  private static final double STUB_NM = 150;
  private static final double THICK_NM = 128;

  private final Tiles.Index tile;
  private final Lanes lanes;
  private final Landmarks landmarks;
  private final Warp warp;
  private final Cast cast;
  private final Sites sites;
  private final Router router;
  private final Obstacles obstacles;
  private final List<Strand> strands;
  private final List<Map<Lane, Crossing>> low = new ArrayList<>();
  private final List<Map<Lane, Crossing>> high = new ArrayList<>();
  private final Map<Lane, Integer> strandAtLow = new HashMap<>();
  private int unrouted;

  Routing(
      Tiles.Index tile,
      long seed,
      Lanes lanes,
      Landmarks landmarks,
      Warp warp,
      Cast cast,
      Sites sites,
      Balls segments,
      List<Strand> strands) {
    this.tile = tile;
    this.lanes = lanes;
    this.landmarks = landmarks;
    this.warp = warp;
    this.cast = cast;
    this.sites = sites;
    this.strands = strands;
    this.router =
        new Router(sites, HashNoise.bits(seed ^ 0x726f757465L, tile.x(), tile.y(), tile.z()));
    this.obstacles = new Obstacles(sites, landmarks, warp, cast, segments);
    Crossings crossings = new Crossings(lanes, landmarks, warp);
    for (int axis = 0; axis < 3; axis++) {
      low.add(byLane(crossings.lowFace(tile, axis)));
      high.add(
          byLane(
              crossings.lowFace(
                  new Tiles.Index(
                      tile.x() + (axis == 0 ? 1 : 0),
                      tile.y() + (axis == 1 ? 1 : 0),
                      tile.z() + (axis == 2 ? 1 : 0)),
                  axis)));
    }
  }

  private static Map<Lane, Crossing> byLane(List<Crossing> crossings) {
    Map<Lane, Crossing> map = new HashMap<>();
    crossings.forEach(c -> map.put(c.run().lane(), c));
    return map;
  }

  /// Number of neurites for which there was no way.
  int unrouted() {
    return unrouted;
  }

  /// Routes the dendrites, then gives the sites around them back to thinner things.
  void dendrites() {
    obstacles.paint(sites, 480);
    sites.avoidRim(7);
    reserve(true, 150);
    route(true, r -> true);
    sites.clear();
    obstacles.paint(sites, 190);
    for (Strand s : strands) {
      sites.paint(s, 45, 120);
    }
    reserve(false, 30);
  }

  /// Routes the axons that would swallow the neck of a spine or a thin axon if they came after it.
  void thickAxons() {
    route(false, run -> run.neurite().radiusNm() > THICK_NM);
  }

  /// Routes the other axons.
  void thinAxons() {
    route(false, run -> run.neurite().radiusNm() <= THICK_NM);
  }

  /* Keeps free the way in from each crossing. */
  private void reserve(boolean dendrite, double moreNm) {
    for (int axis = 0; axis < 3; axis++) {
      for (Lane lane : lanes.through(tile, axis, dendrite)) {
        for (Map<Lane, Crossing> face : List.of(low.get(axis), high.get(axis))) {
          Crossing c = face.get(lane);
          if (c != null) {
            double r = c.run().neurite().radiusNm();
            double core = dendrite ? r + moreNm : Math.max(r + moreNm, 110);
            double[] p = inside(c);
            int object = cast.of(c.run().neurite());
            sites.paint(object, p[0], p[1], p[2], core, core + 60);
            sites.paint(object, c.x(), c.y(), c.z(), core, core + 60);
          }
        }
      }
    }
  }

  private double[] inside(Crossing c) {
    double[] p = {c.x(), c.y(), c.z()};
    int axis = c.run().lane().axis();
    double lowNm = Tiles.lowNm(tile.along(axis));
    p[axis] = p[axis] < lowNm + 1 ? lowNm + STUB_NM : lowNm + Tiles.EDGE_NM - STUB_NM;
    return p;
  }

  private void route(boolean dendrite, Predicate<Run> which) {
    for (int axis = 0; axis < 3; axis++) {
      for (Lane lane : lanes.through(tile, axis, dendrite)) {
        Crossing in = crossing(low.get(axis), lane, which);
        Crossing out = crossing(high.get(axis), lane, which);
        boolean cut = lanes.cutIn(lane, tile.along(axis));
        if (in != null && out != null && !cut) {
          through(in, out);
        } else {
          if (in != null) {
            end(in, cut);
          }
          if (out != null) {
            begin(out);
          }
        }
      }
    }
  }

  private static @Nullable Crossing crossing(
      Map<Lane, Crossing> face, Lane lane, Predicate<Run> which) {
    Crossing c = face.get(lane);
    return c != null && which.test(c.run()) ? c : null;
  }

  private void through(Crossing in, Crossing out) {
    int object = cast.of(in.run().neurite());
    int[] path = router.route(sites.at(inside(in)), sites.at(inside(out)), object);
    if (path.length == 0) {
      unrouted++;
      stub(in);
      stub(out);
      return;
    }
    double[][] points = points(path, 1, 1);
    points[0] = new double[] {in.x(), in.y(), in.z()};
    points[points.length - 1] = new double[] {out.x(), out.y(), out.z()};
    strandAtLow.put(in.run().lane(), strands.size());
    add(in.run(), points, -1, -1);
  }

  private void end(Crossing in, boolean cut) {
    Run run = in.run();
    double[] goal = run.somaAtEnd() && !cut ? somaGoal(in) : freeEnd(run.lane(), 1, inside(in));
    int[] path = router.route(sites.at(inside(in)), sites.at(goal), cast.of(run.neurite()));
    if (path.length == 0) {
      unrouted++;
      stub(in);
      return;
    }
    double[][] points = points(path, 1, 1);
    points[0] = new double[] {in.x(), in.y(), in.z()};
    points[points.length - 1] = goal;
    strandAtLow.put(run.lane(), strands.size());
    add(run, points, -1, -1);
  }

  private void begin(Crossing out) {
    Run run = out.run();
    double[] from = freeEnd(run.lane(), 2, inside(out));
    int trunk = -1;
    int node = -1;
    switch (run.origin()) {
      case SOMA -> from = somaGoal(out);
      case BRANCH -> {
        Integer parent = strandAtLow.get(run.parent());
        if (parent != null) {
          trunk = parent;
          node = nearestNode(strands.get(trunk), from);
          from = strands.get(trunk).node(node);
        }
      }
      case FREE -> {}
    }
    int[] path = router.route(sites.at(inside(out)), sites.at(from), cast.of(run.neurite()));
    if (path.length == 0) {
      unrouted++;
      stub(out);
      return;
    }
    double[][] points = points(path, 1, 1);
    points[0] = new double[] {out.x(), out.y(), out.z()};
    points[points.length - 1] = from;
    java.util.Collections.reverse(java.util.Arrays.asList(points));
    add(run, points, trunk, node);
  }

  private static int nearestNode(Strand s, double[] p) {
    int best = 0;
    for (int i = 1; i < s.nodes(); i++) {
      if (Strand.distance(s.node(i), p) < Strand.distance(s.node(best), p)) {
        best = i;
      }
    }
    return best;
  }

  /* A point a little below the surface of the cell body, in planned space. */
  private double[] somaGoal(Crossing c) {
    double[] p = inside(c);
    Landmarks.Soma soma =
        landmarks.nearestSoma(
            warp.x(p[0], p[1], p[2]), warp.y(p[0], p[1], p[2]), warp.z(p[0], p[1], p[2]));
    double x = soma.x();
    double y = soma.y();
    double z = soma.z();
    double dx = warp.x(x, y, z) - x;
    double dy = warp.y(x, y, z) - y;
    double dz = warp.z(x, y, z) - z;
    double[] d = Strand.unit(p[0] + dx - x, p[1] + dy - y, p[2] + dz - z);
    double r = soma.radiusNm() - 500;
    double[] q = {x - dx + r * d[0], y - dy + r * d[1], z - dz + r * d[2]};
    for (int k = 0; k < 3; k++) {
      double lowNm = Tiles.lowNm(tile.along(k));
      q[k] = Math.clamp(q[k], lowNm + STUB_NM, lowNm + Tiles.EDGE_NM - STUB_NM);
    }
    return q;
  }

  private double[] freeEnd(Lane lane, int purpose, double[] from) {
    Dice dice =
        new Dice(HashNoise.bits(lanes.hash(lane, 20 + purpose), tile.x(), tile.y(), tile.z()));
    double[] nominal = lanes.nominal(lane, Tiles.lowNm(tile.along(lane.axis())));
    for (int i = 0; i < 30; i++) {
      double[] q = new double[3];
      for (int k = 0; k < 3; k++) {
        double lowNm = Tiles.lowNm(tile.along(k));
        double at =
            k == lane.axis()
                ? lowNm + Tiles.EDGE_NM * dice.between(0.15, 0.85)
                : nominal[k] + dice.between(-1500, 1500);
        q[k] = Math.clamp(at, lowNm + 400, lowNm + Tiles.EDGE_NM - 400);
      }
      if (sites.isFree(sites.at(q))) {
        return q;
      }
    }
    return from;
  }

  private double[][] points(int[] path, int before, int after) {
    double[][] points = new double[path.length + before + after][];
    for (int i = 0; i < path.length; i++) {
      points[before + i] = new double[] {sites.x(path[i]), sites.y(path[i]), sites.z(path[i])};
    }
    return points;
  }

  /* Where there is no way, a neurite ends just behind the face. */
  private void stub(Crossing c) {
    add(c.run(), new double[][] {{c.x(), c.y(), c.z()}, inside(c)}, -1, -1);
  }

  private void add(Run run, double[][] points, int trunk, int node) {
    Neurite neurite = run.neurite();
    boolean dendrite = run.lane().dendrite();
    int object = cast.of(neurite);
    Strand strand =
        new Curve(points)
            .strand(
                object,
                dendrite ? Strand.Part.DENDRITE : Strand.Part.AXON,
                neurite.radiusNm(),
                neurite.id(),
                trunk,
                node);
    strands.add(strand);
    if (dendrite) {
      sites.paint(strand, 130, 450);
    } else {
      sites.paint(strand, 30, 110);
      sites.paintSkin(strand, 30);
    }
  }
}
