package org.connectarium.reconstruction.watershed;

/// Parameters of the seeded watershed without ridge.
///
/// @param threshold voxels whose mean boundary level is at least this count as boundary, 1…255
/// @param seedDepthNm a maximum of the distance to the boundary is a seed if it rises by more
///     than
///     this above the pass to any higher one, in nm
/// @param minVoxels segments with fewer voxels are dropped and the flooding repeated without them
public record SeededParameters(int threshold, double seedDepthNm, int minVoxels) {
  /// @throws IllegalArgumentException if the threshold is not in 1…255 or another is negative
  public SeededParameters {
    if (threshold < 1 || threshold > 255) {
      throw new IllegalArgumentException("Threshold must be in 1…255 but was " + threshold);
    }
    if (!(seedDepthNm >= 0) || minVoxels < 0) {
      throw new IllegalArgumentException(
          "Seed depth and smallest size must not be negative but were %s nm and %d voxels"
              .formatted(seedDepthNm, minVoxels));
    }
  }
}
