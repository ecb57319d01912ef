package org.connectarium.reconstruction.segmentation;

import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.grid.BoundaryMap;

/// The boundary map of a box as watershed and contacts see it.
final class Evidence {
  private static final int GATHERED_FROM = 2;

  private final SegmentationPlan.Method method;
  private final Box volume;
  private final BoundarySource.Reader boundary;

  private Evidence(SegmentationPlan.Method method, Box volume, BoundarySource.Reader boundary) {
    this.method = method;
    this.volume = volume;
    this.boundary = boundary;
  }

  static Evidence open(BlockFiles files) {
    return new Evidence(files.plan().method(), files.volume(), files.boundary().open());
  }

  /// Ridges are voxels, so their evidence is one value a voxel; others keep it between voxels
  /// unless the plan says otherwise.
  BoundaryMap of(Box box) {
    BoundaryMap map = BoundaryMap.of(box, boundary.read(box));
    return switch (method) {
      case SegmentationPlan.Ridge _ -> map.gathered();
      case SegmentationPlan.Seeded m -> m.gathered() ? map.gathered() : map;
      case SegmentationPlan.Descending m -> m.gathered() ? map.gathered() : map;
      case SegmentationPlan.Mutex m -> m.gathered() ? map.gathered() : map;
      case SegmentationPlan.Given _ -> map;
    };
  }

  /// The evidence of a box as a block that holds it with a margin would see it.
  BoundaryMap within(Box box) {
    Box read = box.grow(GATHERED_FROM, GATHERED_FROM, GATHERED_FROM).intersect(volume);
    return of(read).cut(box);
  }
}
