package org.connectarium.app.dataset;

import java.util.Optional;

/// How the boundary map is cut into segments.
///
/// @param given segments made by others, cut into blocks and nothing else; empty = the map is cut
/// @param h depth of a minimum of the boundary map that makes it a marker, 0…1
/// @param minMarkerVoxels smaller markers are dropped
/// @param threshold boundary probability from which on a voxel is boundary, 0…1
/// @param seedDepthNm how far the distance to the boundary must fall between two seeds, in nm
/// @param minSegmentVoxels smaller segments become background
/// @param blockVoxels size of the blocks that are worked on one by one
/// @param marginVoxels what is read around a block
/// @param allowFailedBlocks how many blocks may be left out if every attempt at them fails
public record Segmentation(
    Optional<String> given,
    Method method,
    double h,
    int minMarkerVoxels,
    double threshold,
    double seedDepthNm,
    int minSegmentVoxels,
    VoxelCounts blockVoxels,
    VoxelCounts marginVoxels,
    int allowFailedBlocks) {

  /// The watershed to use.
  public enum Method {
    /// h-minima markers, 26-neighbourhood, ridge voxels 0.
    FOCUSEM,
    /// Seeds on affinities, no ridge.
    AFFINITY
  }

  /// The same as far as a finished block depends on it.
  public Segmentation result() {
    return new Segmentation(
        given,
        method,
        h,
        minMarkerVoxels,
        threshold,
        seedDepthNm,
        minSegmentVoxels,
        blockVoxels,
        marginVoxels,
        0);
  }
}
