package org.connectarium.graph.sink;

/// One segment on its way into the graph: centroid and a point surely inside in nm, bounds in
/// voxels.
public record SegmentRow(
    long id,
    long voxels,
    double xNm,
    double yNm,
    double zNm,
    double insideXNm,
    double insideYNm,
    double insideZNm,
    Bounds boundsVoxels,
    Covariance covarianceNm2) {

  /// Bounding box in voxels, begin inclusive, end exclusive.
  public record Bounds(int x0, int y0, int z0, int x1, int y1, int z1) {}

  /// Covariance of the voxel centres, in nm².
  public record Covariance(double xx, double xy, double xz, double yy, double yz, double zz) {}
}
