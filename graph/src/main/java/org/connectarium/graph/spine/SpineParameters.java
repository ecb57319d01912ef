package org.connectarium.graph.spine;

/// How spine heads are made and attached.
///
/// @param headAbove segments whose `pSpineHead` is above this are of spine heads
/// @param headContinuityAbove contacts above this join segments of heads
/// @param startDendriteAbove heads whose `pDendrite` is above this start a walk
/// @param minContinuity contacts below this are not walked over
/// @param maxSteps most segments beyond the head
/// @param maxAxon segments whose `pAxon` is above this are not entered
/// @param minDendrite segments whose `pDendrite` is below this are not entered
/// @param maxGlia segments whose `pGlia` is above this are not entered
/// @param maxVessel segments whose `vessel` is above this are not entered
/// @param maxNucleus segments whose `nucleus` is above this are not entered
public record SpineParameters(
    double headAbove,
    double headContinuityAbove,
    double startDendriteAbove,
    double minContinuity,
    long maxSteps,
    double maxAxon,
    double minDendrite,
    double maxGlia,
    double maxVessel,
    double maxNucleus) {

  /// The first version of the walk.
  public static final SpineParameters DEFAULT =
      new SpineParameters(0.5, 0.98, 0.05, 0.05, 10, 1, 0, 1, 0.5, 0.5);

  /// The later version, with the limits of two searches by a genetic algorithm on another
  /// dataset.
  public static final SpineParameters OPTIMISED_1 =
      new SpineParameters(0.5, 0.98, 0, 0.1062, 16, 1, 0.0015, 0.9294, 0.5, 0.5);

  /// The other of the two.
  public static final SpineParameters OPTIMISED_2 =
      new SpineParameters(0.5, 0.98, 0, 0.0041, 12, 0.951, 0.1659, 0.5434, 0.5, 0.5);

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException if a value is out of its range
  public SpineParameters {
    for (double share :
        new double[] {
          headAbove,
          headContinuityAbove,
          startDendriteAbove,
          minContinuity,
          maxAxon,
          minDendrite,
          maxGlia,
          maxVessel,
          maxNucleus
        }) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "Probabilities of spine attachment must be 0…1 but one was " + share);
      }
    }
    if (maxSteps < 0) {
      throw new IllegalArgumentException("maxSteps must not be negative but was " + maxSteps);
    }
  }
}
