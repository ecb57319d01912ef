package org.connectarium.reconstruction.training;

import java.util.List;
import org.connectarium.reconstruction.network.OutputChannel;
import org.connectarium.reconstruction.training.LabelledVolume.TruthKind;

/// What a network should answer, computed from the truth of a crop.
///
/// - input: truth (z, y, x), 0 = unknown
/// - output: 0, 1 or −1 (unknown, ignored), shape (c, z, y, x), smaller by `shrink` on each side
final class Targets {
  private final int[] truth;
  private final int[] zyx;
  private final TruthKind kind;

  private Targets(int[] truth, int[] zyx, TruthKind kind) {
    this.truth = truth;
    this.zyx = zyx;
    this.kind = kind;
  }

  static float[] of(
      int[] truth, int[] zyx, TruthKind kind, List<OutputChannel> outputs, List<Integer> shrink) {
    var self = new Targets(truth, zyx, kind);
    int n = 1;
    for (int a = 0; a < 3; a++) {
      n *= zyx[a] - 2 * shrink.get(a);
    }
    float[] out = new float[n * outputs.size()];
    int i = 0;
    for (OutputChannel channel : outputs) {
      List<Integer> o = channel.offset();
      for (int z = shrink.get(0); z < zyx[0] - shrink.get(0); z++) {
        for (int y = shrink.get(1); y < zyx[1] - shrink.get(1); y++) {
          for (int x = shrink.get(2); x < zyx[2] - shrink.get(2); x++) {
            out[i++] =
                switch (channel.kind()) {
                  case AFFINITY -> self.affinity(z, y, x, o.get(0), o.get(1), o.get(2));
                  case BOUNDARY -> self.boundary(z, y, x);
                };
          }
        }
      }
    }
    return out;
  }

  private int at(int z, int y, int x) {
    boolean inside = z >= 0 && y >= 0 && x >= 0 && z < zyx[0] && y < zyx[1] && x < zyx[2];
    return inside ? truth[(z * zyx[1] + y) * zyx[2] + x] : 0;
  }

  private float affinity(int z, int y, int x, int dz, int dy, int dx) {
    int a = at(z, y, x);
    int b = at(z + dz, y + dy, x + dx);
    if (a == 0 || b == 0) {
      return -1;
    }
    return switch (kind) {
      case LABELS -> a == b ? 1 : 0;
      case MEMBRANE -> a == LabelledVolume.INSIDE && b == LabelledVolume.INSIDE ? 1 : 0;
    };
  }

  private float boundary(int z, int y, int x) {
    int a = at(z, y, x);
    if (a == 0) {
      return -1;
    }
    return switch (kind) {
      case LABELS ->
          differs(a, at(z, y, x - 1))
                  || differs(a, at(z, y, x + 1))
                  || differs(a, at(z, y - 1, x))
                  || differs(a, at(z, y + 1, x))
                  || differs(a, at(z - 1, y, x))
                  || differs(a, at(z + 1, y, x))
              ? 1
              : 0;
      case MEMBRANE -> a == LabelledVolume.MEMBRANE ? 1 : 0;
    };
  }

  private static boolean differs(int a, int b) {
    return b != 0 && b != a;
  }
}
