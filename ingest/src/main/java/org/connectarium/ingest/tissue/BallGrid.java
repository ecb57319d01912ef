package org.connectarium.ingest.tissue;

/// Finds the balls near a position of one tile.
final class BallGrid {
  private static final int N = 34;
  private static final double EDGE_NM = Tiles.EDGE_NM / N;

  /* no ball reaches farther over a middle line that it is not to hide */
  private static final double DEEPEST_NM = 500;

  private final double lowX;
  private final double lowY;
  private final double lowZ;
  private final Balls balls;
  private final int[] begin = new int[N * N * N + 1];
  private final int[] items;

  /// What to do with a ball, given its index and the distance of its middle.
  interface Visitor {
    void at(int ball, double distanceNm);
  }

  BallGrid(Tiles.Index tile, Balls balls) {
    this.lowX = Tiles.lowNm(tile.x());
    this.lowY = Tiles.lowNm(tile.y());
    this.lowZ = Tiles.lowNm(tile.z());
    this.balls = balls;
    for (int i = 0; i < balls.n; i++) {
      begin[cell(i) + 1]++;
    }
    for (int c = 0; c < N * N * N; c++) {
      begin[c + 1] += begin[c];
    }
    this.items = new int[balls.n];
    int[] next = begin.clone();
    for (int i = 0; i < balls.n; i++) {
      items[next[cell(i)]++] = i;
    }
  }

  private int cell(int i) {
    return (index(balls.z[i] - lowZ) * N + index(balls.y[i] - lowY)) * N + index(balls.x[i] - lowX);
  }

  private static int index(double offset) {
    return Math.clamp((int) Math.floor(offset / EDGE_NM), 0, N - 1);
  }

  void visit(double[] p, double reachNm, Visitor visitor) {
    int x1 = index(p[0] - lowX + reachNm);
    int y1 = index(p[1] - lowY + reachNm);
    int z1 = index(p[2] - lowZ + reachNm);
    for (int z = index(p[2] - lowZ - reachNm); z <= z1; z++) {
      for (int y = index(p[1] - lowY - reachNm); y <= y1; y++) {
        for (int x = index(p[0] - lowX - reachNm); x <= x1; x++) {
          int c = (z * N + y) * N + x;
          for (int k = begin[c]; k < begin[c + 1]; k++) {
            int b = items[k];
            double dx = balls.x[b] - p[0];
            double dy = balls.y[b] - p[1];
            double dz = balls.z[b] - p[2];
            double d2 = dx * dx + dy * dy + dz * dz;
            if (d2 < reachNm * reachNm) {
              visitor.at(b, Math.sqrt(d2));
            }
          }
        }
      }
    }
  }

  /// Object whose surface is nearest to a position, −1 if there is none within reach.
  int owner(double[] p) {
    double[] least = {Scene.REACH_NM};
    int[] object = {-1};
    visit(
        p,
        1100,
        (b, d) -> {
          if (d - balls.radiusNm[b] < least[0]) {
            least[0] = d - balls.radiusNm[b];
            object[0] = balls.object[b];
          }
        });
    return object[0];
  }

  /// How deep a position lies inside the balls of all other objects; negative outside.
  double depth(double[] p, int object) {
    double[] most = {-Scene.REACH_NM};
    visit(
        p,
        DEEPEST_NM,
        (b, d) -> {
          if (balls.object[b] != object) {
            most[0] = Math.max(most[0], balls.radiusNm[b] - d);
          }
        });
    return most[0];
  }

  /// How large a ball of an object may be here without swallowing the middle of anything else.
  double room(double[] p, double mostNm, int object) {
    double[] least = {mostNm};
    visit(
        p,
        mostNm + 20,
        (b, d) -> {
          if (balls.object[b] != object) {
            least[0] = Math.min(least[0], d + 0.15 * balls.radiusNm[b] - 5);
          }
        });
    return least[0];
  }
}
