package org.connectarium.app.bench;

import java.util.Locale;
import org.connectarium.reconstruction.agglomeration.AffinityAgglomeration;
import org.connectarium.reconstruction.hierarchy.Linkage;
import org.connectarium.reconstruction.watershed.AffinityParameters;
import org.jspecify.annotations.Nullable;

/// One array of affinities in memory to all of its merges: watershed by steepest descent, graph of
/// the segments that share faces, hierarchy by mean affinity; one thread.
final class AffinityWorkload implements Workload {
  private static final AffinityParameters PARAMETERS = new AffinityParameters(0, 230, 1);

  private final AffinityBlock block;
  private @Nullable AffinityAgglomeration made;

  AffinityWorkload(AffinityBlock block) {
    this.block = block;
  }

  @Override
  public String what() {
    return "affinities of " + block.edge + "³ to all merges, mean affinity, one thread";
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
    return new Floor(
        20, 1, "12 ns a voxel for the descent, 8 for comparing three faces; merges not counted");
  }

  @Override
  public void run() {
    made = AffinityAgglomeration.of(block.map, PARAMETERS, new Linkage.Mean());
  }

  @Override
  public String found() {
    return made == null
        ? ""
        : String.format(
            Locale.ROOT, "%,d segments, %,d merges", made.size(), made.hierarchy().size());
  }

  @Override
  public Peer peer() {
    return Peer.python("affinity", block::write);
  }
}
