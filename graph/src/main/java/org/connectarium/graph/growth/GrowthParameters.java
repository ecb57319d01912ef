package org.connectarium.graph.growth;

/// When an axon grows over a contact; all thresholds must be exceeded.
///
/// @param rounds how often all axons grow
/// @param cloudNm segments of the axon whose boxes lie within this of a contact make its cloud
/// @param straightnessAbove share of the variance of the cloud along its first axis
/// @param scoreAbove how near to an end of the cloud, 0…1, the contact is
/// @param continuityAbove of the contact
/// @param contactVoxelsAbove size of the contact
/// @param targetAxonAbove probability that the segment beyond is an axon
/// @param minSourceVoxels least size of the axon (reached by equality)
public record GrowthParameters(
    int rounds,
    double cloudNm,
    double straightnessAbove,
    double scoreAbove,
    double continuityAbove,
    long contactVoxelsAbove,
    double targetAxonAbove,
    long minSourceVoxels) {
  public static final GrowthParameters DEFAULT =
      new GrowthParameters(10, 1000, 0.8, 0.9, 0.8, 40, 0.3, 2000);

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException if a value is out of its range
  public GrowthParameters {
    if (rounds < 0 || contactVoxelsAbove < 0 || minSourceVoxels < 0 || !(cloudNm >= 0)) {
      throw new IllegalArgumentException(
          "rounds, cloudNm, contactVoxelsAbove and minSourceVoxels must not be negative but were "
              + "%d, %s, %d and %d"
                  .formatted(rounds, cloudNm, contactVoxelsAbove, minSourceVoxels));
    }
    for (double share :
        new double[] {straightnessAbove, scoreAbove, continuityAbove, targetAxonAbove}) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "straightnessAbove, scoreAbove, continuityAbove and targetAxonAbove must be 0…1 but one"
                + " was "
                + share);
      }
    }
  }
}
