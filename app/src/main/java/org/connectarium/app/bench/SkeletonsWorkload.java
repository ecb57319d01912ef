package org.connectarium.app.bench;

import java.util.List;
import java.util.Locale;
import org.connectarium.reconstruction.skeleton.SkeletonParameters;
import org.connectarium.reconstruction.skeleton.SkeletonTree;
import org.connectarium.reconstruction.skeleton.Skeletons;

/// Middle lines of all labels of one array, one thread.
final class SkeletonsWorkload implements Workload {
  private final MouseCortex cortex;
  private List<SkeletonTree> trees = List.of();

  SkeletonsWorkload(MouseCortex cortex) {
    this.cortex = cortex;
  }

  @Override
  public String what() {
    return "skeletons of mouse cortex, " + cortex.edge + "³, one thread";
  }

  @Override
  public String unit() {
    return "voxel";
  }

  @Override
  public long units() {
    return cortex.labels.length;
  }

  @Override
  public Floor floor() {
    return new Floor(680, 1, "two shortest-path searches, 26 neighbours a voxel at 13 ns each");
  }

  @Override
  public void run() {
    trees =
        Skeletons.of(cortex.labels, cortex.grid(), MouseCortex.VOXEL, SkeletonParameters.DEFAULT);
  }

  @Override
  public String found() {
    return String.format(
        Locale.ROOT,
        "%,d skeletons, %,d nodes",
        trees.size(),
        trees.stream().mapToLong(SkeletonTree::nodes).sum());
  }

  @Override
  public Peer peer() {
    return Peer.python(
        "skeletons", scratch -> OneBlock.writeLabels(scratch, cortex.labels, cortex.edge));
  }
}
