package org.connectarium.reconstruction.training;

import java.util.SplittableRandom;

/// Where the voxels of a crop come from in the plane of a section: turned by any angle about the
/// middle, stretched, and bent by a smooth random field. Positions are in voxels from the corner
/// of the crop, one pair for each place (y, x) in it; all sections share them.
///
/// The field is a lattice of normal random shifts, [#LATTICE] voxels apart, blended by a cubic
/// between its points; so neighbouring voxels never change their order while the shifts stay well
/// below the distance of the lattice.
final class PlaneWarp {
  static final int LATTICE = 32;

  private final float[] y;
  private final float[] x;

  private PlaneWarp(int voxels) {
    y = new float[voxels];
    x = new float[voxels];
  }

  /// Every voxel comes from its own place.
  static PlaneWarp straight(int sizeY, int sizeX) {
    var warp = new PlaneWarp(sizeY * sizeX);
    for (int i = 0; i < warp.y.length; i++) {
      int row = i / sizeX;
      warp.y[i] = row;
      warp.x[i] = i % sizeX;
    }
    return warp;
  }

  /// A random warp.
  ///
  /// @param scale greatest relative stretch; the least is its inverse
  /// @param bendVoxels standard deviation of the shifts
  static PlaneWarp random(
      int sizeY, int sizeX, double scale, double bendVoxels, SplittableRandom random) {
    double turn = 2 * Math.PI * random.nextDouble();
    double stretch = Math.pow(1 + scale, 2 * random.nextDouble() - 1);
    double cosine = stretch * Math.cos(turn);
    double sine = stretch * Math.sin(turn);
    Field alongY = new Field(sizeY, sizeX, bendVoxels, random);
    Field alongX = new Field(sizeY, sizeX, bendVoxels, random);
    double middleY = (sizeY - 1) / 2.0;
    double middleX = (sizeX - 1) / 2.0;
    var warp = new PlaneWarp(sizeY * sizeX);
    int i = 0;
    for (int v = 0; v < sizeY; v++) {
      for (int u = 0; u < sizeX; u++) {
        double dy = v - middleY;
        double dx = u - middleX;
        warp.y[i] = (float) (middleY + cosine * dy - sine * dx + alongY.at(v, u));
        warp.x[i] = (float) (middleX + sine * dy + cosine * dx + alongX.at(v, u));
        i++;
      }
    }
    return warp;
  }

  float y(int place) {
    return y[place];
  }

  float x(int place) {
    return x[place];
  }

  /// Smooth noise over the plane.
  private static final class Field {
    private final double[] shift;
    private final int row;

    Field(int sizeY, int sizeX, double deviation, SplittableRandom random) {
      row = sizeX / LATTICE + 2;
      shift = new double[(sizeY / LATTICE + 2) * row];
      for (int i = 0; i < shift.length; i++) {
        shift[i] = deviation * random.nextGaussian();
      }
    }

    double at(int v, int u) {
      double fy = ease(v % LATTICE / (double) LATTICE);
      double fx = ease(u % LATTICE / (double) LATTICE);
      int corner = v / LATTICE * row + u / LATTICE;
      double near = shift[corner] + fx * (shift[corner + 1] - shift[corner]);
      double far = shift[corner + row] + fx * (shift[corner + row + 1] - shift[corner + row]);
      return near + fy * (far - near);
    }

    private static double ease(double t) {
      return t * t * (3 - 2 * t);
    }
  }
}
