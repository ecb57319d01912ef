package org.connectarium.reconstruction.texture;

import java.util.Arrays;
import java.util.Comparator;
import org.connectarium.ingest.volume.VoxelSize;

/// The texture channels one voxel at a time, as SynEM's definitions read: three-dimensional
/// kernels, double precision, eigenvalues by rotations.
final class SlowTextures {
  private final double[] image;
  private final int[] shape;
  private final double[] s;
  private final int[] half = new int[3];
  private final double[] voxelNm;

  SlowTextures(float[] wide, int[] shape, VoxelSize voxel) {
    this.image = new double[wide.length];
    for (int i = 0; i < wide.length; i++) {
      image[i] = wide[i];
    }
    this.shape = shape;
    this.voxelNm = voxel.zyx();
    this.s = Arrays.stream(voxelNm).map(nm -> 12 / nm).toArray();
    for (int axis = 0; axis < 3; axis++) {
      half[axis] = (int) Math.ceil(2 * s[axis]);
    }
  }

  private double at(int z, int y, int x) {
    return image[(z * shape[1] + y) * shape[2] + x];
  }

  double structure(int windowScale, int scale, int which, int z, int y, int x) {
    double[][] tensor = new double[3][3];
    double sum = 0;
    for (int i = -windowScale * half[0]; i <= windowScale * half[0]; i++) {
      for (int j = -windowScale * half[1]; j <= windowScale * half[1]; j++) {
        for (int k = -windowScale * half[2]; k <= windowScale * half[2]; k++) {
          double weight = gauss(windowScale, i, j, k);
          sum += weight;
          double[] g = gradient(scale, z + i, y + j, x + k);
          for (int a = 0; a < 9; a++) {
            tensor[a / 3][a % 3] += weight * g[a / 3] * g[a % 3];
          }
        }
      }
    }
    for (int a = 0; a < 9; a++) {
      tensor[a / 3][a % 3] /= sum;
    }
    return eigenvalues(tensor)[which];
  }

  double hessian(int scale, int which, int z, int y, int x) {
    double[][] matrix = new double[3][3];
    for (int a = 0; a < 9; a++) {
      matrix[a / 3][a % 3] = convolve(scale, 1, a / 3, a % 3, z, y, x);
    }
    return eigenvalues(matrix)[which];
  }

  double gaussian(int scale, int z, int y, int x) {
    return convolve(scale, 1, -1, -1, z, y, x);
  }

  double difference(int scale, double factor, int z, int y, int x) {
    return gaussian(scale, z, y, x) - convolve(scale, factor, -1, -1, z, y, x);
  }

  double laplacian(int scale, int z, int y, int x) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      sum += convolve(scale, 1, axis, axis, z, y, x);
    }
    return sum;
  }

  double gradientMagnitude(int scale, int z, int y, int x) {
    double sum = 0;
    for (double g : gradient(scale, z, y, x)) {
      sum += g * g;
    }
    return Math.sqrt(sum);
  }

  private double[] gradient(int scale, int z, int y, int x) {
    double[] g = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      g[axis] = convolve(scale, 1, axis, -1, z, y, x);
    }
    return g;
  }

  private double gauss(double scale, int i, int j, int k) {
    double exponent = 0;
    int[] at = {i, j, k};
    for (int axis = 0; axis < 3; axis++) {
      double t = at[axis] / (scale * s[axis]);
      exponent += t * t / 2;
    }
    return Math.exp(-exponent);
  }

  /// Σ k(i) I(x − i) with k the Gaussian, or its derivative along one axis or two.
  private double convolve(int scale, double widened, int first, int second, int z, int y, int x) {
    double sum = 0;
    double weights = 0;
    int[] reach = Arrays.stream(half).map(h -> scale * h).toArray();
    for (int i = -reach[0]; i <= reach[0]; i++) {
      for (int j = -reach[1]; j <= reach[1]; j++) {
        for (int k = -reach[2]; k <= reach[2]; k++) {
          double g = gauss(widened * scale, i, j, k);
          weights += g;
          int[] at = {i, j, k};
          sum += g * derivative(scale, first, second, at) * at(z - i, y - j, x - k);
        }
      }
    }
    return sum / weights;
  }

  private double derivative(int scale, int first, int second, int[] at) {
    if (first < 0) {
      return 1;
    }
    double square = scale * s[first] * scale * s[first];
    if (second < 0) {
      return -at[first] / square;
    }
    if (first == second) {
      return (at[first] * at[first] / square - 1) / square;
    }
    return at[first] * at[second] / (square * scale * s[second] * scale * s[second]);
  }

  double deviation(int edge, int z, int y, int x) {
    double[] cube = cube(edge, z, y, x);
    double mean = Arrays.stream(cube).average().orElseThrow();
    double sum = Arrays.stream(cube).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(sum / (cube.length - 1));
  }

  double intensityVariance(int edge, int z, int y, int x) {
    double[] cube = Arrays.stream(cube(edge, z, y, x)).map(value -> value / 255).toArray();
    double sum = Arrays.stream(cube).sum();
    return Arrays.stream(cube).map(value -> value * value).sum() - sum * sum;
  }

  double entropy(int edge, int z, int y, int x) {
    int[] counts = new int[256];
    double[] cube = cube(edge, z, y, x);
    for (double value : cube) {
      counts[(int) Math.max(0, Math.min(255, Math.floor(value + 0.5)))]++;
    }
    double bits = 0;
    for (int count : counts) {
      double p = (double) count / cube.length;
      bits -= count == 0 ? 0 : p * Math.log(p) / Math.log(2);
    }
    return bits;
  }

  private double[] cube(int edge, int z, int y, int x) {
    double[] cube = new double[edge * edge * edge];
    for (int i = 0; i < cube.length; i++) {
      int h = edge / 2;
      cube[i] = at(z + i / edge / edge - h, y + i / edge % edge - h, x + i % edge - h);
    }
    return cube;
  }

  double sphere(int radius, int z, int y, int x) {
    double shortest = Arrays.stream(voxelNm).min().orElseThrow();
    double[] step =
        Arrays.stream(voxelNm).map(nm -> Math.rint(nm / shortest) * shortest / 11.24).toArray();
    double sum = 0;
    int count = 0;
    for (int i = -15; i <= 15; i++) {
      for (int j = -15; j <= 15; j++) {
        for (int k = -15; k <= 15; k++) {
          double square =
              i * step[0] * i * step[0] + j * step[1] * j * step[1] + k * step[2] * k * step[2];
          if (square <= radius * radius + 1e-9) {
            sum += at(z + i, y + j, x + k);
            count++;
          }
        }
      }
    }
    return sum / count;
  }

  /// By increasing absolute value; Jacobi's rotations.
  static double[] eigenvalues(double[][] matrix) {
    double[][] a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    for (int sweep = 0; sweep < 60; sweep++) {
      for (int p = 0; p < 2; p++) {
        for (int q = p + 1; q < 3; q++) {
          rotate(a, p, q);
        }
      }
    }
    return Arrays.stream(new Double[] {a[0][0], a[1][1], a[2][2]})
        .sorted(Comparator.comparingDouble(Math::abs))
        .mapToDouble(value -> value)
        .toArray();
  }

  private static void rotate(double[][] a, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double angle = Math.atan2(2 * a[p][q], a[q][q] - a[p][p]) / 2;
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    for (int i = 0; i < 3; i++) {
      double ip = a[i][p];
      double iq = a[i][q];
      a[i][p] = c * ip - s * iq;
      a[i][q] = s * ip + c * iq;
    }
    for (int i = 0; i < 3; i++) {
      double pi = a[p][i];
      double qi = a[q][i];
      a[p][i] = c * pi - s * qi;
      a[q][i] = s * pi + c * qi;
    }
    a[p][q] = 0;
    a[q][p] = 0;
  }

  /// Any channel by its number.
  double channel(int c, int z, int y, int x) {
    int[][] scales = {{1, 1}, {1, 2}, {2, 1}, {2, 2}, {3, 3}};
    double[][] wider = {{1, 1.5}, {1, 2}, {2, 1.5}, {2, 2}, {3, 1.5}};
    if (c == 0) {
      return at(z, y, x);
    } else if (c < 16) {
      return structure(scales[(c - 1) / 3][0], scales[(c - 1) / 3][1], (c - 1) % 3, z, y, x);
    } else if (c < 28) {
      return hessian((c - 16) / 3 + 1, (c - 16) % 3, z, y, x);
    } else if (c < 31) {
      return gaussian(c - 27, z, y, x);
    } else if (c < 36) {
      return difference((int) wider[c - 31][0], wider[c - 31][1], z, y, x);
    } else if (c < 40) {
      return laplacian(c - 35, z, y, x);
    } else if (c < 45) {
      return gradientMagnitude(c - 39, z, y, x);
    }
    return switch (c) {
      case 45 -> deviation(5, z, y, x);
      case 46 -> intensityVariance(3, z, y, x);
      case 47 -> intensityVariance(5, z, y, x);
      case 48 -> entropy(5, z, y, x);
      case 49 -> sphere(3, z, y, x);
      case 50 -> sphere(6, z, y, x);
      default -> throw new IllegalArgumentException("no channel " + c);
    };
  }
}
