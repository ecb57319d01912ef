package org.connectarium.graph.sink;

/// One segment on its way into the graph: centroid and its deepest voxel in nm, bounds in voxels.
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
    Covariance covarianceNm2,
    Shape shape) {

  /// Bounding box in voxels, begin inclusive, end exclusive.
  public record Bounds(int x0, int y0, int z0, int x1, int y1, int z1) {}

  /// Covariance of the voxel centres, in nm².
  public record Covariance(double xx, double xy, double xz, double yy, double yz, double zz) {}

  /// How thick and how long a segment is.
  ///
  /// @param thicknessNm twice the greatest distance of a voxel to the nearest one outside
  /// @param axis direction of the longest principal axis
  /// @param deviationsNm standard deviations of the voxels along the principal axes
  public record Shape(float thicknessNm, Axis axis, Deviations deviationsNm) {}

  /// A unit vector; the component of greatest size is positive.
  public record Axis(float x, float y, float z) {}

  /// One length for each principal axis.
  public record Deviations(float longest, float middle, float shortest) {}
}
