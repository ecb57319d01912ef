package org.connectarium.ingest.tissue;

import java.util.Arrays;

/// Organelles as capsules: all points within a radius of a line segment, inside one cell. A growing
/// list.
final class Capsules {
  int[] object = new int[256];

  /// Ordinal of the [Material] inside.
  byte[] material = new byte[256];

  float[] radiusNm = new float[256];

  /// Begin and end: x, y, z, x, y, z in nm.
  double[] ends = new double[6 * 256];

  int n;

  void add(int owner, Material what, double radius, double[] a, double[] b) {
    add(owner, what.code(), radius, a[0], a[1], a[2], b[0], b[1], b[2]);
  }

  private void add(
      int owner,
      byte what,
      double radius,
      double ax,
      double ay,
      double az,
      double bx,
      double by,
      double bz) {
    if (n == object.length) {
      object = Arrays.copyOf(object, 2 * n);
      material = Arrays.copyOf(material, 2 * n);
      radiusNm = Arrays.copyOf(radiusNm, 2 * n);
      ends = Arrays.copyOf(ends, 12 * n);
    }
    object[n] = owner;
    material[n] = what;
    radiusNm[n] = (float) radius;
    ends[6 * n] = ax;
    ends[6 * n + 1] = ay;
    ends[6 * n + 2] = az;
    ends[6 * n + 3] = bx;
    ends[6 * n + 4] = by;
    ends[6 * n + 5] = bz;
    n++;
  }

  /// Adds those of another list that reach a box, under other numbers of their owners.
  void addNear(Capsules from, int[] index, double[] lowNm, double[] highNm) {
    for (int i = 0; i < from.n; i++) {
      if (from.isNear(i, lowNm, highNm)) {
        double[] e = from.ends;
        int k = 6 * i;
        add(
            index[from.object[i]],
            from.material[i],
            from.radiusNm[i],
            e[k],
            e[k + 1],
            e[k + 2],
            e[k + 3],
            e[k + 4],
            e[k + 5]);
      }
    }
  }

  boolean isNear(int i, double[] lowNm, double[] highNm) {
    for (int k = 0; k < 3; k++) {
      double a = ends[6 * i + k];
      double b = ends[6 * i + 3 + k];
      if (Math.max(a, b) + radiusNm[i] < lowNm[k] || Math.min(a, b) - radiusNm[i] > highNm[k]) {
        return false;
      }
    }
    return true;
  }
}
