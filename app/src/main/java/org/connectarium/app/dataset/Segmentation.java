package org.connectarium.app.dataset;

import java.util.Optional;

/// How the boundary map is cut into segments.
///
/// @param given segments made by others, cut into blocks and nothing else; empty = the map is cut
/// @param h depth of a minimum of the boundary map that makes it a marker, 0…1
/// @param minMarkerVoxels smaller markers are dropped
/// @param threshold boundary probability from which on a voxel is boundary, 0…1
/// @param basins of the affinities
/// @param seedDepthNm how far the distance to the boundary must fall between two seeds, in nm
/// @param inside boundary probability up to which all steps are surely inside a cell, 0…1
/// @param reachNm how far apart voxels are that repel each other
/// @param evidence what affinities and mutex watershed work on
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
    Basins basins,
    double seedDepthNm,
    double inside,
    double reachNm,
    Evidence evidence,
    int minSegmentVoxels,
    VoxelCounts blockVoxels,
    VoxelCounts marginVoxels,
    int allowFailedBlocks) {

  /// The watershed to use.
  public enum Method {
    /// h-minima markers, 26-neighbourhood, ridge voxels 0.
    FOCUSEM,
    /// Flooding or descent over affinities, no ridge.
    AFFINITY,
    /// Pulls and pushes between voxels, no ridge.
    MUTEX
  }

  /// Where segments on affinities come from.
  public enum Basins {
    /// From the middles of the thick parts of cells, by flooding.
    SEEDS,
    /// From the minima of the map, by steepest descent.
    DESCENT
  }

  /// The map that affinities and mutex watershed work on.
  public enum Evidence {
    /// The steps between voxels as the network gave them.
    STEPS,
    /// Gathered to one value a voxel.
    GATHERED
  }

  /// The same as far as a finished block depends on it.
  public Segmentation result() {
    return new Segmentation(
        given,
        method,
        h,
        minMarkerVoxels,
        threshold,
        basins,
        seedDepthNm,
        inside,
        reachNm,
        evidence,
        minSegmentVoxels,
        blockVoxels,
        marginVoxels,
        0);
  }
}
