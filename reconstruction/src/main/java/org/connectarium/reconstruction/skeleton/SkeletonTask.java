package org.connectarium.reconstruction.skeleton;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.block.BlockTask;

/// The pieces of one block, into its file.
record SkeletonTask(VolumeSkeletons plan, LabelSource source) implements BlockTask {

  @Override
  public boolean isDone(Box block) {
    return Files.exists(plan.file(block));
  }

  @Override
  public void run(Box block) throws Exception {
    Box volume = plan.volume();
    Box shared =
        new Box(block.x0(), block.y0(), block.z0(), block.x1() + 1, block.y1() + 1, block.z1() + 1)
            .intersect(volume);
    Box read = shared.grow(1, 1, 1).intersect(volume);
    long[] objects = RidgeFill.fill(source.labels(read), read, shared);
    long[] names =
        Arrays.stream(objects)
            .filter(o -> o != 0)
            .sorted()
            .distinct()
            .filter(source::isWanted)
            .toArray();
    int[] labels = new int[objects.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = Math.max(0, Arrays.binarySearch(names, objects[i]) + 1);
    }
    List<Integer> wanted = FaceTargets.of(shared, labels, volume, plan.voxel());
    List<Piece> pieces =
        new BlockPieces(shared, block, labels, plan.voxel(), plan.parameters(), wanted)
            .trace(label -> names[label - 1]);
    PieceFile.write(plan.file(block), pieces);
  }
}
