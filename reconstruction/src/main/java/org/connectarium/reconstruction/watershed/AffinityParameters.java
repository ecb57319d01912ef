package org.connectarium.reconstruction.watershed;

import java.io.Serializable;

/// Parameters of the watershed by steepest descent, in levels of the 8-bit boundary map.
///
/// @param insideLevel steps of at most this are all alike: surely inside a cell, 0…254
/// @param wallLevel steps of at least this are never gone by the descent, above the inside level
///   and at most 255
/// @param minVoxels segments with fewer voxels are joined over their lowest step
public record AffinityParameters(int insideLevel, int wallLevel, int minVoxels)
    implements Serializable {
  /// @throws IllegalArgumentException if a value is outside its range
  public AffinityParameters {
    if (insideLevel < 0 || wallLevel <= insideLevel || wallLevel > 255) {
      throw new IllegalArgumentException(
          "Levels must be 0 ≤ inside < wall ≤ 255 but were %d and %d"
              .formatted(insideLevel, wallLevel));
    }
    if (minVoxels < 0) {
      throw new IllegalArgumentException("Smallest size must not be negative, was " + minVoxels);
    }
  }
}
