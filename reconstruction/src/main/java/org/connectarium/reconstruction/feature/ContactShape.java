package org.connectarium.reconstruction.feature;

import java.util.List;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.Grid;
import org.connectarium.reconstruction.segment.PrincipalAxes;

/// The eleven numbers about the shape of a contact, in physical units so that they mean the same
/// at any voxel size: volumes (voxels counted) in µm³, lengths in nm.
///
/// The "principal axis lengths" are standard deviations along the principal axes of the border, the
/// longest first. Convex hulls are those of voxel centres.
final class ContactShape {
  /// What each number is, in their order.
  static final List<String> NAMES =
      List.of(
          "shape/volume-border",
          "shape/volume-S1@160",
          "shape/volume-S2@160",
          "shape/diameter-border",
          "shape/axis1-border",
          "shape/axis2-border",
          "shape/axis3-border",
          "shape/parallel",
          "shape/hull-border",
          "shape/hull-S1@160",
          "shape/hull-S2@160");

  private final Grid grid;
  private final VoxelSize nm;
  private final HullPoints points = new HullPoints();

  ContactShape(Grid grid, VoxelSize nm) {
    this.grid = grid;
    this.nm = nm;
  }

  /// One number.
  float of(int number, SubVolumes v) {
    return (float)
        switch (number) {
          case 0 -> volume(v, SubVolume.BORDER);
          case 1 -> volume(v, SubVolume.S1_160);
          case 2 -> volume(v, SubVolume.S2_160);
          case 3 -> 1000 * Math.cbrt(6 / Math.PI * volume(v, SubVolume.BORDER));
          case 4 -> axes(v, SubVolume.BORDER).longestNm();
          case 5 -> axes(v, SubVolume.BORDER).middleNm();
          case 6 -> axes(v, SubVolume.BORDER).shortestNm();
          case 7 -> parallel(axes(v, SubVolume.S1_160), axes(v, SubVolume.S2_160));
          case 8 -> hull(v, SubVolume.BORDER);
          case 9 -> hull(v, SubVolume.S1_160);
          case 10 -> hull(v, SubVolume.S2_160);
          default -> throw new IllegalArgumentException("No shape feature " + number);
        };
  }

  private double volume(SubVolumes v, SubVolume part) {
    return v.voxels(part.from(), part.to()) * nm.volumeUm3();
  }

  /* How parallel two axes are; an axis has no direction. */
  private static double parallel(PrincipalAxes one, PrincipalAxes other) {
    return Math.abs(one.x() * other.x() + one.y() * other.y() + one.z() * other.z());
  }

  private PrincipalAxes axes(SubVolumes v, SubVolume part) {
    Moments moments = new Moments();
    v.forEach(
        part.from(),
        part.to(),
        (begin, length) -> {
          for (int i = begin; i < begin + length; i++) {
            moments.add(
                i % grid.sizeX(), i / grid.sizeX() % grid.sizeY(), i / grid.sizeX() / grid.sizeY());
          }
        });
    return PrincipalAxes.of(moments.covariance(nm));
  }

  private double hull(SubVolumes v, SubVolume part) {
    points.clear();
    v.forEach(
        part.from(),
        part.to(),
        (begin, length) ->
            points.addRun(
                begin / grid.sizeX() / grid.sizeY(),
                begin / grid.sizeX() % grid.sizeY(),
                begin % grid.sizeX(),
                length));
    return ConvexHull.volume(points.corners()) * nm.volumeUm3();
  }
}
