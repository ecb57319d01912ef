package org.connectarium.reconstruction.training;

import org.connectarium.reconstruction.symmetry.Symmetry;

/// How training crops are varied. All probabilities are per crop.
///
/// @param symmetries flips and exchanges of axes that the tissue allows
/// @param contrast greatest relative change of contrast
/// @param brightness greatest change of brightness, in units of the scaled input
/// @param gamma greatest exponent of the grey curve is 1 + this, the least its inverse
/// @param noise greatest standard deviation of added noise, in units of the scaled input
/// @param jitterProbability probability of a slip: all sections behind a random one are shifted
/// @param jitterVoxels greatest shift along x and y
/// @param missingProbability probability of one empty section
/// @param warpProbability probability that the plane is turned by any angle, stretched and bent
/// @param warpScale greatest relative stretch
/// @param warpVoxels standard deviation of the shifts that bend the plane
/// @param sectionContrast greatest change of contrast and of brightness of each section by itself
/// @param insideShare share of the voxels inside cells that count; below 1 a boundary that is
///     missed weighs more than one that is imagined
/// @param appearance how far crops are made to look like images of other microscopes
public record Augmentation(
    Symmetry.Group symmetries,
    double contrast,
    double brightness,
    double gamma,
    double noise,
    double jitterProbability,
    int jitterVoxels,
    double missingProbability,
    double warpProbability,
    double warpScale,
    double warpVoxels,
    double sectionContrast,
    double insideShare,
    Appearance appearance) {
  /// Gentle values for well-aligned isotropic stacks (FIB-SEM).
  public static Augmentation isotropic() {
    return new Augmentation(
        Symmetry.Group.ISOTROPIC,
        0.15,
        0.15,
        0.2,
        0.15,
        0.05,
        2,
        0.02,
        0,
        0,
        0,
        0,
        1,
        Appearance.KEPT);
  }

  /// Stronger values for serial sections, which slip, stretch and fail more often.
  public static Augmentation sections() {
    return new Augmentation(
        Symmetry.Group.SECTIONS,
        0.15,
        0.15,
        0.2,
        0.2,
        0.2,
        6,
        0.05,
        0.7,
        0.18,
        2.5,
        0.2,
        1,
        Appearance.KEPT);
  }

  /// The same with far greater changes of greys, and with more weight on boundaries: for a network
  /// that shall work on images of other microscopes than it learns from.
  public Augmentation strong() {
    return new Augmentation(
        symmetries,
        0.45,
        0.45,
        0.5,
        0.4,
        jitterProbability,
        jitterVoxels,
        missingProbability,
        warpProbability,
        warpScale,
        warpVoxels,
        sectionContrast,
        0.25,
        Appearance.ANY);
  }
}
