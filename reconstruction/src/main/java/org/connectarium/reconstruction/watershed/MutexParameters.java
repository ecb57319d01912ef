package org.connectarium.reconstruction.watershed;

import java.io.Serializable;

/// Parameters of the mutex watershed.
///
/// @param reachX how far apart along x two voxels are that repel each other, in voxels, 2 or more;
///   0: none along this axis
/// @param reachY along y
/// @param reachZ along z
/// @param minVoxels segments with fewer voxels are joined over their lowest step
public record MutexParameters(int reachX, int reachY, int reachZ, int minVoxels)
    implements Serializable {
  /// @throws IllegalArgumentException if a value is outside its range
  public MutexParameters {
    for (int reach : new int[] {reachX, reachY, reachZ}) {
      if (reach != 0 && (reach < 2 || reach > 1000)) {
        throw new IllegalArgumentException("Reach must be 0 or in 2…1000 voxels, was " + reach);
      }
    }
    if (minVoxels < 0) {
      throw new IllegalArgumentException("Smallest size must not be negative, was " + minVoxels);
    }
  }
}
