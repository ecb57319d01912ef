package org.connectarium.reconstruction.skeleton;

import java.io.Serializable;

/// How skeletons are made.
///
/// @param scale a node at depth r (distance to the surface) stands for all of its object within
///     `scale` · r + `constantNm`
/// @param constantNm see `scale`, in nm
/// @param dustVoxels connected objects of fewer voxels get no skeleton
/// @param tickNm branches that end and are shorter than this are cut off, in nm
/// @param somaRadiusNm from this depth on, the deepest place of an object is taken as a soma: its
///     skeleton begins there, and no branch ends within twice that depth; positive infinity
///     for no somata
public record SkeletonParameters(
    double scale, double constantNm, int dustVoxels, double tickNm, double somaRadiusNm)
    implements Serializable {

  /// For neurites: scale 1.5, constant 300 nm, dust 1,000 voxels, no ticks, somata from 1 µm on.
  public static final SkeletonParameters DEFAULT = new SkeletonParameters(1.5, 300, 1000, 0, 1000);

  /// @throws IllegalArgumentException if a value is negative or no number
  public SkeletonParameters {
    check("scale", scale);
    check("constantNm", constantNm);
    check("dustVoxels", dustVoxels);
    check("tickNm", tickNm);
    check("somaRadiusNm", somaRadiusNm);
  }

  private static void check(String name, double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException(name + " must be 0 or more but was " + value);
    }
  }

  boolean isSoma(double depthNm) {
    return depthNm >= somaRadiusNm;
  }

  double reachNm(double depthNm) {
    return scale * depthNm + constantNm;
  }
}
