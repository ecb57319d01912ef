package org.connectarium.app.bench;

import java.util.List;
import java.util.Locale;
import org.connectarium.reconstruction.skeleton.SkeletonParameters;
import org.connectarium.reconstruction.skeleton.SkeletonTree;
import org.connectarium.reconstruction.skeleton.Skeletons;

/// Middle lines of all labels of one array, one thread.
final class SkeletonsWorkload extends CortexWorkload {
  private List<SkeletonTree> trees = List.of();

  SkeletonsWorkload(MouseCortex cortex) {
    super(cortex, "skeletons of mouse cortex, " + cortex.edge + "³, one thread", "skeletons");
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
}
