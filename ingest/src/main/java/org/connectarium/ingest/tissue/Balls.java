package org.connectarium.ingest.tissue;

import java.util.Arrays;

/// Balls that neurites are made of: lists that grow.
final class Balls {
  /// Index of the owner in its tile.
  int[] object = new int[1024];

  byte[] part = new byte[1024];
  double[] x = new double[1024];
  double[] y = new double[1024];
  double[] z = new double[1024];
  float[] radiusNm = new float[1024];

  /// What the owner's ball belongs to: the strand or spine that it came from.
  int[] source = new int[1024];

  int n;

  void add(int owner, byte what, double px, double py, double pz, double radius, int from) {
    if (n == object.length) {
      object = Arrays.copyOf(object, 2 * n);
      part = Arrays.copyOf(part, 2 * n);
      x = Arrays.copyOf(x, 2 * n);
      y = Arrays.copyOf(y, 2 * n);
      z = Arrays.copyOf(z, 2 * n);
      radiusNm = Arrays.copyOf(radiusNm, 2 * n);
      source = Arrays.copyOf(source, 2 * n);
    }
    object[n] = owner;
    part[n] = what;
    x[n] = px;
    y[n] = py;
    z[n] = pz;
    radiusNm[n] = (float) radius;
    source[n++] = from;
  }

  void add(Strand s, int from) {
    for (int i = 0; i < s.nodes(); i++) {
      add(s.object(), s.part().code, s.x()[i], s.y()[i], s.z()[i], s.radiusNm()[i], from);
    }
  }

  void addAll(Balls other) {
    for (int i = 0; i < other.n; i++) {
      add(
          other.object[i],
          other.part[i],
          other.x[i],
          other.y[i],
          other.z[i],
          other.radiusNm[i],
          other.source[i]);
    }
  }

  /// Moves all from planned space to their places in the tissue.
  void bend(Warp warp) {
    for (int i = 0; i < n; i++) {
      double px = x[i];
      double py = y[i];
      double pz = z[i];
      x[i] = warp.x(px, py, pz);
      y[i] = warp.y(px, py, pz);
      z[i] = warp.z(px, py, pz);
    }
  }
}
