package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.ingest.phantom.HashNoise;

/// Plans one tile: dendrites, the spines they offer, axons, synapses, organelles, in this order.
final class TilePlanner {
  private final long seed;
  private final TissueParameters p;
  private final Lanes lanes;
  private final Landmarks landmarks;
  private final Warp warp;
  private final Tiles.Index tile;

  TilePlanner(
      long seed,
      TissueParameters p,
      Lanes lanes,
      Landmarks landmarks,
      Warp warp,
      Tiles.Index tile) {
    this.seed = HashNoise.bits(seed ^ 0x706c616eL, tile.x(), tile.y(), tile.z());
    this.p = p;
    this.lanes = lanes;
    this.landmarks = landmarks;
    this.warp = warp;
    this.tile = tile;
  }

  TilePlan plan() {
    Cast cast = new Cast();
    Sites sites = new Sites(tile);
    List<Strand> strands = new ArrayList<>();
    Routing routing = new Routing(tile, seed, lanes, landmarks, warp, cast, sites, strands);
    routing.dendrites();
    routing.axons();
    Balls balls = new Balls();
    for (int i = 0; i < strands.size(); i++) {
      balls.add(strands.get(i), i);
    }
    for (int i = 0; i < balls.n; i++) {
      double x = balls.x[i];
      double y = balls.y[i];
      double z = balls.z[i];
      balls.x[i] = warp.x(x, y, z);
      balls.y[i] = warp.y(x, y, z);
      balls.z[i] = warp.z(x, y, z);
    }
    return new TilePlan(
        List.copyOf(cast.all()),
        balls,
        new Capsules(),
        List.of(),
        List.of(),
        strands,
        routing.unrouted());
  }
}
