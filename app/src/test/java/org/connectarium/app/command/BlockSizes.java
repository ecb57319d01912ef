package org.connectarium.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.connectarium.analysis.evaluation.Contingency;
import org.connectarium.analysis.evaluation.SegmentationMetrics;
import org.connectarium.ingest.n5.Compression;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.n5.DatasetPlace;
import org.connectarium.ingest.n5.DatasetSpec;
import org.connectarium.ingest.n5.N5Container;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.block.BlockEngine;
import org.connectarium.reconstruction.hierarchy.Linkage;
import org.connectarium.reconstruction.segmentation.BlockSegmentation;
import org.connectarium.reconstruction.segmentation.BoundarySource;
import org.connectarium.reconstruction.segmentation.Continuity;
import org.connectarium.reconstruction.segmentation.SegmentationPlan;

/// The segments of one boundary map, joined across block faces, for different blocks.
final class BlockSizes {
  private static final int EACH = 32;

  private final Path scratch;
  private final N5Container volumes;
  private final Box volume;

  BlockSizes(Path workspace, Path scratch) {
    this.scratch = scratch;
    volumes = N5Container.open(workspace.resolve("volumes.n5"));
    List<Long> size = volumes.dataset("boundary").spec().dimensions();
    volume = Box.ofSize(size.get(0), size.get(1), size.get(2));
  }

  /// Variation of information in bits between the joined segments of blocks of one size and of the
  /// volume as one block.
  double viToWhole(SegmentationPlan.Method method, int margin, int block) throws Exception {
    int whole = (int) Math.max(volume.sizeX(), Math.max(volume.sizeY(), volume.sizeZ()));
    Contingency table =
        Contingency.of(joined(method, margin, block), joined(method, margin, whole));
    return SegmentationMetrics.of(table).viBits();
  }

  private long[] joined(SegmentationPlan.Method method, int margin, int block) throws Exception {
    String name = method.getClass().getSimpleName() + "-" + margin + "-" + block;
    N5Container out = N5Container.openOrCreate(scratch.resolve("sizes.n5"));
    var labels =
        out.createDataset(
            name,
            DatasetSpec.of(
                new long[] {volume.sizeX(), volume.sizeY(), volume.sizeZ()},
                new int[] {EACH, EACH, EACH},
                DataType.UINT64,
                new Compression.Zstd(1)));
    var segmentation =
        new BlockSegmentation(
            new SegmentationPlan(
                method,
                List.of(block, block, block),
                List.of(margin, margin, margin),
                new VoxelSize(10, 10, 10),
                List.of(0L, 0L, 0L)),
            volume,
            BoundarySource.of(DatasetPlace.of(volumes, "boundary")),
            DatasetPlace.of(out, name),
            scratch.resolve(name));
    List<Path> tables = segmentation.run(BlockEngine.threads(2), 0, _ -> {});
    /* pieces of one object at both sides of a face, nothing else */
    LongUnaryOperator whole =
        Continuity.of(tables, new Linkage.Mean()).clusters().at(1.0, Integer.MAX_VALUE);
    long[] ids = labels.readLongs(volume);
    for (int i = 0; i < ids.length; i++) {
      ids[i] = ids[i] == 0 ? 0 : whole.applyAsLong(ids[i]);
    }
    return ids;
  }
}
