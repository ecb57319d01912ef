package org.connectarium.reconstruction.segmentation;

import java.io.Serializable;
import java.nio.file.Path;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.ingest.n5.DatasetPlace;
import org.connectarium.ingest.volume.Box;

/// What a worker must know to segment blocks of a volume: from where, how, and where results go.
///
/// @param volume the whole volume, from voxel 0
/// @param labels where the segment ids go
/// @param folder of the tables
record BlockFiles(
    SegmentationPlan plan, Box volume, BoundarySource boundary, DatasetPlace labels, String folder)
    implements Serializable {
  private static final String LEDGER = "blocks.log";

  Path tableOf(Box block) {
    return file(block, ".table");
  }

  Path facesOf(Box block) {
    return file(block, ".faces");
  }

  Path overlapOf(Box block) {
    return file(block, ".overlap");
  }

  Path ledger() {
    return Path.of(folder).resolve(LEDGER);
  }

  private Path file(Box block, String ending) {
    return Path.of(folder).resolve(block.x0() + "-" + block.y0() + "-" + block.z0() + ending);
  }

  /// The block that lies before another along an axis (0 = x, 1 = y, 2 = z); empty at the edge.
  Box before(Box block, int axis) {
    int size = plan.block().get(axis);
    Box moved =
        block.translate(axis == 0 ? -size : 0, axis == 1 ? -size : 0, axis == 2 ? -size : 0);
    return volume.intersect(moved);
  }

  /// The id of a segment by its number inside a block.
  long id(Box block, int number) {
    return SegmentId.pack(
        (int) (block.x0() / plan.block().get(0)),
        (int) (block.y0() / plan.block().get(1)),
        (int) (block.z0() / plan.block().get(2)),
        number);
  }
}
