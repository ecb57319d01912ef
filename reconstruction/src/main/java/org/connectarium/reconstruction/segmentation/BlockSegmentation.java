package org.connectarium.reconstruction.segmentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.connectarium.ingest.n5.DatasetPlace;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.block.BlockEngine;
import org.connectarium.reconstruction.block.BlockLedger;
import org.connectarium.reconstruction.block.BlocksFailedException;
import org.connectarium.reconstruction.block.FailedBlock;

/// Segments a whole volume block by block and leaves
///
/// - `segments`: an N5 dataset of 64-bit segment ids,
/// - one [Table] per block with its segments and the border pieces between them,
/// - one more per block with the border pieces across its far faces,
/// - `blocks.log`, the ledger of all attempts.
///
/// A block is done when its table exists, so a run that was killed goes on where it was. A block
/// that fails again and again is set aside: its voxels stay 0, nothing of it is in a table, and the
/// next run tries it again. Memory per thread: about 40 bytes per voxel of a block with its margin,
/// 80 with the mutex watershed; nothing grows with the volume.
public final class BlockSegmentation {
  private final BlockFiles files;

  /// A segmentation that has not begun.
  ///
  /// @param volume the whole volume, from voxel 0
  /// @param labels where the segment ids go, `uint64`, of the volume's size
  /// @param tables folder of the tables, of this segmentation alone; its name is the hash of the
  ///     input
  public BlockSegmentation(
      SegmentationPlan plan,
      Box volume,
      BoundarySource boundary,
      DatasetPlace labels,
      Path tables) {
    files = new BlockFiles(plan, volume, boundary, labels, tables.toAbsolutePath().toString());
  }

  /// The volume where positions of segments and contacts count it: in the larger one that it is
  /// cut from.
  public Box placed() {
    List<Long> o = files.plan().offset();
    return files.volume().translate(o.get(0), o.get(1), o.get(2));
  }

  /// The blocks of the volume.
  public List<Box> blocks() {
    SegmentationPlan plan = files.plan();
    return files.volume().blocks(plan.block().get(0), plan.block().get(1), plan.block().get(2));
  }

  /// Greatest memory of one thread in bytes.
  public long memoryBytesPerThread() {
    SegmentationPlan plan = files.plan();
    long voxels = 1;
    for (int a = 0; a < 3; a++) {
      voxels *= plan.block().get(a) + 2L * plan.margin().get(a);
    }
    long bytes = plan.method() instanceof SegmentationPlan.Mutex ? 80 : 40;
    return Math.min(voxels, files.volume().voxels()) * bytes;
  }

  /// Segments all blocks that are not done yet and joins them.
  ///
  /// @param mayFail how many blocks may be set aside
  /// @return all tables, as [#tables] lists them
  /// @throws BlocksFailedException if more than that failed; the others are done
  public List<Path> run(BlockEngine engine, int mayFail, BlockEngine.Listener listener)
      throws Exception {
    BlockLedger ledger = ledger();
    Continuity.discard(Path.of(files.folder()));
    for (Box block : setAside()) {
      forgetFaces(block);
    }
    BlockFiles where = files;
    List<Box> blocks = blocks();
    List<FailedBlock> failed = engine.run(() -> new SegmentTask(where), blocks, ledger, listener);
    if (failed.size() > mayFail) {
      throw new BlocksFailedException(failed, blocks.size(), "all others are done");
    }
    List<Box> done = blocks.stream().filter(block -> !ledger.isSetAside(block)).toList();
    engine.runAll(() -> new FaceContacts(where), done, _ -> {});
    return tables();
  }

  /// The blocks that the last run set aside.
  public List<Box> setAside() {
    BlockLedger ledger = ledger();
    return blocks().stream().filter(ledger::isSetAside).toList();
  }

  /// The tables that a finished segmentation has: those of all blocks that were not set aside, then
  /// those of their faces.
  public List<Path> tables() {
    List<Box> done = done();
    return Stream.concat(done.stream().map(files::tableOf), done.stream().map(files::facesOf))
        .toList();
  }

  /// The blocks whose tables a finished segmentation has, in the order of [#tables].
  public List<Box> done() {
    BlockLedger ledger = ledger();
    return blocks().stream().filter(block -> !ledger.isSetAside(block)).toList();
  }

  /// The voxels of the border pieces of a finished segmentation.
  public BorderSource borders() {
    BlockFiles where = files;
    return () -> new BlockBorders(where);
  }

  private BlockLedger ledger() {
    return BlockLedger.open(files.ledger(), Path.of(files.folder()).getFileName().toString());
  }

  /* Faces that were joined without a block must be joined anew when it is there. */
  private void forgetFaces(Box block) throws IOException {
    Files.deleteIfExists(files.facesOf(block));
    for (int axis = 0; axis < 3; axis++) {
      Files.deleteIfExists(files.facesOf(files.before(block, axis)));
    }
  }
}
