package org.connectarium.reconstruction.watershed;

import java.io.Serializable;

/// Parameters of the seeded watershed without ridge.
///
/// @param boundaryLevel voxels whose mean boundary is at least this are walls, 1…255
/// @param seedDepthNm how far the distance to the nearest wall must fall between two seeds, > 0;
///   larger gives fewer, larger segments
/// @param minVoxels segments with fewer voxels are dissolved into their neighbours
public record SeededParameters(int boundaryLevel, double seedDepthNm, int minVoxels)
    implements Serializable {
  /// @throws IllegalArgumentException if a value is outside its range
  public SeededParameters {
    if (boundaryLevel < 1 || boundaryLevel > 255) {
      throw new IllegalArgumentException("Boundary level must be in 1…255, was " + boundaryLevel);
    }
    if (!(seedDepthNm > 0)) {
      throw new IllegalArgumentException("Seed depth must be above 0 nm but was " + seedDepthNm);
    }
    if (minVoxels < 0) {
      throw new IllegalArgumentException("Smallest size must not be negative, was " + minVoxels);
    }
  }
}
