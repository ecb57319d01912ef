package org.connectarium.app.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.watershed.AffinityParameters;
import org.connectarium.reconstruction.watershed.MutexParameters;
import org.connectarium.reconstruction.watershed.Watershed;

/// A watershed of affinities in memory alone, one thread.
final class AffinityWatershedWorkload implements Workload {
  private final AffinityBlock block;
  private final String name;
  private final Floor floor;
  private final ToIntFunction<BoundaryMap> watershed;
  private final Peer peer;
  private int segments;

  private AffinityWatershedWorkload(
      AffinityBlock block,
      String name,
      Floor floor,
      ToIntFunction<BoundaryMap> watershed,
      Peer peer) {
    this.block = block;
    this.name = name;
    this.floor = floor;
    this.watershed = watershed;
    this.peer = peer;
  }

  static AffinityWatershedWorkload descent(AffinityBlock block) {
    return new AffinityWatershedWorkload(
        block,
        "watershed by steepest descent",
        new Floor(12, 1, "some 60 operations a voxel, most of them on many at once: 10–15 ns"),
        map -> count(Watershed.descending(map, new AffinityParameters(0, 230, 1))),
        Peer.python("descent", block::write));
  }

  static AffinityWatershedWorkload mutex(AffinityBlock block) {
    return new AffinityWatershedWorkload(
        block,
        "mutex watershed, pushes over 8 voxels",
        new Floor(3.4 * 100, 1, "3.4 edges a voxel, at most 10 million edges a second"),
        map -> count(Watershed.mutex(map, new MutexParameters(8, 8, 8, 1))),
        Peer.NONE);
  }

  private static int count(int[] labels) {
    return Arrays.stream(labels).max().orElse(0);
  }

  @Override
  public String what() {
    return name + " of affinities of " + block.edge + "³, one thread";
  }

  @Override
  public String unit() {
    return "voxel";
  }

  @Override
  public long units() {
    return block.map.grid().voxels();
  }

  @Override
  public Floor floor() {
    return floor;
  }

  @Override
  public void run() {
    segments = watershed.applyAsInt(block.map);
  }

  @Override
  public String found() {
    return String.format(Locale.ROOT, "%,d segments", segments);
  }

  @Override
  public Peer peer() {
    return peer;
  }
}
