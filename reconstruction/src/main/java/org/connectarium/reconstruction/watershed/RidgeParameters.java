package org.connectarium.reconstruction.watershed;

import java.io.Serializable;

/// Parameters of the watershed with ridge, in levels of the 8-bit boundary map and in voxels.
///
/// @param depth h of the h-minima transform: minima of a dynamics up to this are no markers,
/// 0…255
/// @param minMarkerVoxels markers with fewer voxels are dropped
/// @param minVoxels segments with fewer voxels are dropped and the flooding repeated without them
public record RidgeParameters(int depth, int minMarkerVoxels, int minVoxels)
    implements Serializable {
  /// @throws IllegalArgumentException if the depth is not in 0…255 or a size is negative
  public RidgeParameters {
    if (depth < 0 || depth > 255) {
      throw new IllegalArgumentException("Depth must be in 0…255 but was " + depth);
    }
    if (minMarkerVoxels < 0 || minVoxels < 0) {
      throw new IllegalArgumentException(
          "Smallest sizes must not be negative but were %d (marker) and %d (segment)"
              .formatted(minMarkerVoxels, minVoxels));
    }
  }
}
