package org.connectarium.graph.truth;

/// Voxels that a segment and a cell of the truth share, on their way into the graph. Segment 0:
/// voxels of the cell that lie in no segment.
public record OverlapRow(long segmentId, long cellId, long voxels) {

  /// @throws IllegalArgumentException if the cell is 0 (unknown) or no voxel is shared
  public OverlapRow {
    if (cellId == 0 || voxels < 1) {
      throw new IllegalArgumentException(
          "An overlap needs a cell other than 0 and at least one voxel but was cell %d, %d voxels"
              .formatted(cellId, voxels));
    }
  }
}
