package org.connectarium.reconstruction.feature;

import java.util.Arrays;

/// The volume of the convex hull of points with whole coordinates.
///
/// Points are added one after the other; the faces that a new one sees are replaced by those from
/// it to their rim (the incremental algorithm, M. de Berg et al., *Computational Geometry*,
/// chapter 11). Arithmetic is in whole numbers and exact for coordinates below 2²⁰. Cost: points
/// times faces.
final class ConvexHull {
  private final int[] at;
  /* Three points a face; seen from outside they go around to the left. */
  private int[] faces = new int[3 * 64];
  private int size;

  private ConvexHull(int[] zyx) {
    at = zyx;
  }

  /// The volume in voxels, 0 where all points lie in a plane.
  ///
  /// @param zyx coordinates, three a point
  static double volume(int[] zyx) {
    return new ConvexHull(zyx).volume();
  }

  private double volume() {
    int n = at.length / 3;
    int[] first = tetrahedron(n);
    if (first.length == 0) {
      return 0;
    }
    for (int p = 0; p < n; p++) {
      add(p);
    }
    long six = 0;
    for (int f = 0; f < size; f += 3) {
      six += side(faces[f], faces[f + 1], faces[f + 2], first[0]);
    }
    return -six / 6.0;
  }

  /* Four points that do not lie in a plane, as the first faces. */
  private int[] tetrahedron(int n) {
    for (int b = 1; b < n; b++) {
      if (isSame(0, b)) {
        continue;
      }
      for (int c = b + 1; c < n; c++) {
        if (isLine(0, b, c)) {
          continue;
        }
        for (int d = c + 1; d < n; d++) {
          long side = side(0, b, c, d);
          if (side != 0) {
            int[] t = side < 0 ? new int[] {0, b, c, d} : new int[] {0, c, b, d};
            face(t[0], t[1], t[2]);
            face(t[0], t[3], t[1]);
            face(t[1], t[3], t[2]);
            face(t[2], t[3], t[0]);
            return t;
          }
        }
        return new int[0];
      }
      return new int[0];
    }
    return new int[0];
  }

  private boolean isSame(int a, int b) {
    return at[3 * a] == at[3 * b]
        && at[3 * a + 1] == at[3 * b + 1]
        && at[3 * a + 2] == at[3 * b + 2];
  }

  private boolean isLine(int a, int b, int c) {
    long[] u = step(a, b);
    long[] v = step(a, c);
    return u[1] * v[2] == u[2] * v[1] && u[2] * v[0] == u[0] * v[2] && u[0] * v[1] == u[1] * v[0];
  }

  private long[] step(int a, int b) {
    return new long[] {
      at[3 * b] - at[3 * a], at[3 * b + 1] - at[3 * a + 1], at[3 * b + 2] - at[3 * a + 2]
    };
  }

  /* Six times the volume of a tetrahedron, above 0 if point d lies outside of face a, b, c. */
  private long side(int a, int b, int c, int d) {
    long[] u = step(a, b);
    long[] v = step(a, c);
    long[] w = step(a, d);
    return w[0] * (u[1] * v[2] - u[2] * v[1])
        + w[1] * (u[2] * v[0] - u[0] * v[2])
        + w[2] * (u[0] * v[1] - u[1] * v[0]);
  }

  private void face(int a, int b, int c) {
    if (size == faces.length) {
      faces = Arrays.copyOf(faces, 2 * size);
    }
    faces[size++] = a;
    faces[size++] = b;
    faces[size++] = c;
  }

  private void add(int p) {
    int[] seen = new int[0];
    int kept = 0;
    for (int f = 0; f < size; f += 3) {
      if (side(faces[f], faces[f + 1], faces[f + 2], p) > 0) {
        seen = Arrays.copyOf(seen, seen.length + 3);
        System.arraycopy(faces, f, seen, seen.length - 3, 3);
      } else {
        System.arraycopy(faces, f, faces, kept, 3);
        kept += 3;
      }
    }
    size = kept;
    for (int f = 0; f < seen.length; f += 3) {
      for (int k = 0; k < 3; k++) {
        int from = seen[f + k];
        int to = seen[f + (k + 1) % 3];
        if (!hasEdge(seen, to, from)) {
          face(from, to, p);
        }
      }
    }
  }

  private static boolean hasEdge(int[] faces, int from, int to) {
    for (int f = 0; f < faces.length; f += 3) {
      for (int k = 0; k < 3; k++) {
        if (faces[f + k] == from && faces[f + (k + 1) % 3] == to) {
          return true;
        }
      }
    }
    return false;
  }
}
