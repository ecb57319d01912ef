package org.connectarium.app.bench;

import java.util.Arrays;
import java.util.Locale;

/// The watershed with ridge alone, on one block in memory, one thread.
final class WatershedWorkload implements Workload {
  private final OneBlock block;
  private int segments;

  WatershedWorkload(OneBlock block) {
    this.block = block;
  }

  @Override
  public String what() {
    return "watershed with ridge of one block of " + block.edge + "³, one thread";
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
    return new Floor(36, 1, "26 neighbours and one place in a queue a voxel, 36 ns on a core");
  }

  @Override
  public void run() {
    segments = Arrays.stream(block.segments()).max().orElse(0);
  }

  @Override
  public String found() {
    return String.format(Locale.ROOT, "%,d segments", segments);
  }

  @Override
  public Peer peer() {
    return Peer.python("watershed", scratch -> block.writeRelief(scratch));
  }
}
