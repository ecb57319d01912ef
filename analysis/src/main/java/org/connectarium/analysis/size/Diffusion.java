package org.connectarium.analysis.size;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/// The bandwidths of a two-dimensional kernel density that suit the data, found without assuming
/// a shape: a fixed point of the plug-in estimate, with derivatives taken from the cosine
/// transform of the histogram.
///
/// Z. I. Botev, J. F. Grotowski, D. P. Kroese, *Kernel density estimation via diffusion*, Annals
/// of Statistics 38, 2010, [doi:10.1214/10-AOS799](https://doi.org/10.1214/10-AOS799).
final class Diffusion {
  private final int pixels;
  private final double points;
  private final double[] squares; // squared coefficients, row by row

  private Diffusion(int pixels, double points, double[] squares) {
    this.pixels = pixels;
    this.points = points;
    this.squares = squares;
  }

  /// Bandwidths as share of the window.
  ///
  /// @param x standard deviation of the kernel along rows
  /// @param y across rows
  record Bandwidth(double x, double y) {}

  /// Finds them.
  ///
  /// @param histogram shares of points, pixels × pixels, x fastest; sum 1
  /// @param points how many there are
  static Bandwidth bandwidth(double[] histogram, int pixels, double points) {
    double[] a = cosines(histogram, pixels);
    for (int i = 0; i < a.length; i++) {
      a[i] *= a[i];
    }
    return new Diffusion(pixels, points, a).solve();
  }

  private Bandwidth solve() {
    double t = fixedPoint();
    double p02 = functional(0, 2, t);
    double p20 = functional(2, 0, t);
    double p11 = functional(1, 1, t);
    double both = p11 + Math.sqrt(p20 * p02);
    double ty = Math.cbrt(Math.pow(p02 / p20, 0.75) / (4 * Math.PI * points * both));
    double tx = Math.cbrt(Math.pow(p20 / p02, 0.75) / (4 * Math.PI * points * both));
    return new Bandwidth(Math.sqrt(tx), Math.sqrt(ty));
  }

  /// t = (2 π n Σ)^(−1/3) with Σ from derivatives smoothed by t. Where there is no such t up to
  /// 0.1, the sample is too small to tell, and 0.01, a tenth of the window, is taken.
  private double fixedPoint() {
    double to = 0.1;
    double from = 1e-7;
    if (!(step(from) * step(to) < 0)) {
      return 0.01;
    }
    return new BrentSolver(1e-10, 1e-12).solve(200, this::step, from, to);
  }

  private double step(double t) {
    double sum = functional(0, 2, t) + functional(2, 0, t) + 2 * functional(1, 1, t);
    return t - 1 / Math.cbrt(2 * Math.PI * points * sum);
  }

  /// Integral of the squared derivative of order (i, j), estimated with the smoothing that suits
  /// it, which needs the next higher derivatives.
  private double functional(int i, int j, double t) {
    if (i + j > 4) {
      return energy(i, j, t);
    }
    double next = functional(i + 1, j, t) + functional(i, j + 1, t);
    double c = (1 + Math.pow(2, -(i + j + 1))) / 3;
    double time = Math.pow(-2 * c * odd(i) * odd(j) / points / next, 1.0 / (2 + i + j));
    return energy(i, j, time);
  }

  private static double odd(int s) {
    double product = 1;
    for (int k = 1; k < 2 * s; k += 2) {
      product *= k;
    }
    return (s % 2 == 0 ? 1 : -1) * product / Math.sqrt(2 * Math.PI);
  }

  private double energy(int i, int j, double t) {
    double[] x = weights(i, t);
    double[] y = weights(j, t);
    double sum = 0;
    for (int row = 0; row < pixels; row++) {
      double line = 0;
      for (int column = 0; column < pixels; column++) {
        line += squares[row * pixels + column] * x[column];
      }
      sum += line * y[row];
    }
    return ((i + j) % 2 == 0 ? 1 : -1) * sum * Math.pow(Math.PI, 2.0 * (i + j));
  }

  private double[] weights(int order, double t) {
    double[] w = new double[pixels];
    for (int k = 0; k < pixels; k++) {
      double square = (double) k * k;
      w[k] =
          Math.exp(-square * Math.PI * Math.PI * t)
              * (k == 0 ? 1 : 0.5)
              * (order == 0 ? 1 : Math.pow(square, order));
    }
    return w;
  }

  /// Cosine transform along both axes: Σ f cos(π k (i + ½) / pixels), twice that for k > 0.
  private static double[] cosines(double[] f, int pixels) {
    double[] table = new double[4 * pixels];
    for (int i = 0; i < table.length; i++) {
      table[i] = Math.cos(Math.PI * i / (2.0 * pixels));
    }
    return along(along(f, pixels, table), pixels, table);
  }

  /// Transform of each row; the result is transposed.
  private static double[] along(double[] f, int pixels, double[] table) {
    double[] result = new double[f.length];
    for (int row = 0; row < pixels; row++) {
      for (int k = 0; k < pixels; k++) {
        double sum = 0;
        for (int i = 0; i < pixels; i++) {
          sum += f[row * pixels + i] * table[k * (2 * i + 1) % table.length];
        }
        result[k * pixels + row] = k == 0 ? sum : 2 * sum;
      }
    }
    return result;
  }
}
