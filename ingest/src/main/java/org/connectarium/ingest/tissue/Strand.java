package org.connectarium.ingest.tissue;

import java.util.List;

/// An unbranched piece of one neurite inside a tile: nodes about 70 nm apart, in planned space.
///
/// @param object index of the neurite in its tile
/// @param part what the piece is
/// @param x nodes, nm
/// @param y nodes, nm
/// @param z nodes, nm
/// @param radiusNm radius at each node
/// @param trunk index of the strand that its first node hangs on, −1 if none
/// @param trunkNode node there
@SuppressWarnings("ArrayRecordComponent")
record Strand(
    int object,
    Part part,
    double[] x,
    double[] y,
    double[] z,
    float[] radiusNm,
    int trunk,
    int trunkNode) {
  /// Parts of neurites that differ inside.
  enum Part {
    AXON(0),
    DENDRITE(1),
    SPINE(2),
    SOMA(3),
    VESSEL(4);

    private static final List<Part> ALL = List.of(values());

    final byte code;

    Part(int code) {
      this.code = (byte) code;
    }

    static Part of(byte code) {
      return ALL.get(code);
    }
  }

  static final double STEP_NM = 70;

  int nodes() {
    return x.length;
  }

  double[] node(int i) {
    return new double[] {x[i], y[i], z[i]};
  }

  /// Direction of the strand at a node, of length 1.
  double[] tangent(int i) {
    int a = Math.max(0, i - 1);
    int b = Math.min(nodes() - 1, i + 1);
    return unit(x[b] - x[a], y[b] - y[a], z[b] - z[a]);
  }

  static double[] unit(double dx, double dy, double dz) {
    double length = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy + dz * dz));
    return new double[] {dx / length, dy / length, dz / length};
  }

  /// The part of a direction that is across an axis of length 1, of length 1 itself.
  static double[] across(double[] axis, double[] any) {
    double dot = any[0] * axis[0] + any[1] * axis[1] + any[2] * axis[2];
    return unit(any[0] - dot * axis[0], any[1] - dot * axis[1], any[2] - dot * axis[2]);
  }

  /// The direction across two others, right-handed.
  static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  static double distance(double[] a, double[] b) {
    double dx = a[0] - b[0];
    double dy = a[1] - b[1];
    double dz = a[2] - b[2];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}
