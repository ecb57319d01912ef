package org.connectarium.reconstruction.classification;

import java.util.List;

/// How it is known which cell each segment belongs to.
public sealed interface Cells {
  /// Nothing is known.
  record Unknown() implements Cells {}

  /// By voxels.
  ///
  /// @param labels cell of each voxel, 0 = unknown
  record Voxels(LabelReader labels) implements Cells {}

  /// By skeletons.
  record Traced(List<Skeleton> skeletons) implements Cells {
    public Traced {
      skeletons = List.copyOf(skeletons);
    }
  }

  /// A skeleton of a cell.
  ///
  /// @param cell its id, not 0
  /// @param segments segment at each node, 0 = none
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data, never compared
  record Skeleton(long cell, long[] segments) {}
}
