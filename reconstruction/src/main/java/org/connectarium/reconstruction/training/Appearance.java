package org.connectarium.reconstruction.training;

/// How far crops are made to look as if another microscope had seen another tissue: what a network
/// needs that shall work on images it never learnt from (domain randomisation: J. Tobin et al.,
/// *Domain randomization for transferring deep neural networks from simulation to the real world*,
/// IROS 2017, [arXiv:1703.06907](https://arxiv.org/abs/1703.06907)). Greys are of 0 … 255; truth is
/// never changed.
///
/// @param cellProbability probability that cells get a grey of their own
/// @param cellGrey greatest standard deviation of that grey; dark voxels (membranes) keep theirs
/// @param blurProbability probability that the crop is blurred
/// @param blurVoxels least and, three times that, greatest standard deviation of the blur, voxels
/// @param sharpenProbability probability that it is sharpened instead
/// @param textureProbability probability of smooth noise, for each of several scales
/// @param textureGrey greatest amplitude of that noise; in half of the cases it only darkens
/// @param stainProbability probability that the crop has stains: up to eight smooth spots of one
///     grey, under which structures fade or are lost
/// @param stainVoxels least and, three times that, greatest radius of a stain, voxels
public record Appearance(
    double cellProbability,
    double cellGrey,
    double blurProbability,
    double blurVoxels,
    double sharpenProbability,
    double textureProbability,
    double textureGrey,
    double stainProbability,
    double stainVoxels) {
  /// Nothing is changed.
  public static final Appearance KEPT = new Appearance(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /// Any microscope, any tissue.
  public static final Appearance ANY = new Appearance(0.7, 18, 0.4, 0.4, 0.1, 0.6, 24, 0.7, 3);
}
