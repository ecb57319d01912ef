package org.connectarium.graph.soma;

/// How cell bodies are made.
///
/// @param nucleusAbove segments with a larger share of nucleus are seeds
/// @param continuityAbove contacts above this are grown over
/// @param contactVoxelsAbove if they are larger than this, too
/// @param reachNm and lie within this of the centre of the nucleus
/// @param rounds how often what is nearly enclosed is added
/// @param minEnclosed least share of its border voxels that touches the soma
/// @param maxVessel segments whose `vessel` is above this are left out
/// @param maxMyelin segments whose `myelin` is above this are left out
public record SomaParameters(
    double nucleusAbove,
    double continuityAbove,
    long contactVoxelsAbove,
    double reachNm,
    int rounds,
    double minEnclosed,
    double maxVessel,
    double maxMyelin) {
  public static final SomaParameters DEFAULT =
      new SomaParameters(0.5, 0.98, 2000, 8000, 10, 0.8, 0.5, 0.5);

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException if a value is out of its range
  public SomaParameters {
    for (double share :
        new double[] {nucleusAbove, continuityAbove, minEnclosed, maxVessel, maxMyelin}) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "nucleusAbove, continuityAbove, minEnclosed, maxVessel and maxMyelin must be 0…1 but one"
                + " was "
                + share);
      }
    }
    if (contactVoxelsAbove < 0 || rounds < 0 || !(reachNm >= 0)) {
      throw new IllegalArgumentException(
          "contactVoxelsAbove, reachNm and rounds must not be negative but were %d, %s and %d"
              .formatted(contactVoxelsAbove, reachNm, rounds));
    }
  }
}
