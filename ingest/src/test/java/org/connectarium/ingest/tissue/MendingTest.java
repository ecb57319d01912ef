package org.connectarium.ingest.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two straight neurites at right angles in the middle of a tile.
class MendingTest {
  private static final Tiles.Index TILE = new Tiles.Index(0, 0, 0);
  private static final Warp WARP = new Warp(1);
  private static final int THIN = 0;
  private static final int THICK = 1;
  private static final int CUBE = 50;

  private static Strand straight(int object, int axis, double radiusNm, double zNm) {
    double[][] q = new double[3][21];
    float[] radius = new float[21];
    for (int i = 0; i < 21; i++) {
      for (int k = 0; k < 3; k++) {
        q[k][i] = Tiles.MIDDLE_NM + (k == axis ? (i - 10) * Strand.STEP_NM + 5 : 0);
      }
      q[2][i] += zNm;
      radius[i] = (float) radiusNm;
    }
    return new Strand(object, Strand.Part.AXON, q[0], q[1], q[2], radius, -1, -1);
  }

  /* Mended balls of two neurites whose middle lines are so far apart. */
  private static Balls mended(double apartNm) {
    List<Strand> strands = List.of(straight(THIN, 0, 60, 0), straight(THICK, 1, 200, apartNm));
    Balls balls = new Balls();
    strands.forEach(s -> balls.add(s, -1));
    balls.bend(WARP);
    Mending.mend(TILE, WARP, strands, new Balls(), balls);
    return balls;
  }

  private static int owner(BallGrid grid, double x, double y, double z) {
    return grid.owner(new double[] {WARP.x(x, y, z), WARP.y(x, y, z), WARP.z(x, y, z)});
  }

  private static void assertShows(Balls balls, int object, int axis, double zNm) {
    BallGrid grid = new BallGrid(TILE, balls);
    for (double at = -600; at <= 600; at += 10) {
      double x = Tiles.MIDDLE_NM + (axis == 0 ? at : 0);
      double y = Tiles.MIDDLE_NM + (axis == 1 ? at : 0);
      assertThat(owner(grid, x, y, Tiles.MIDDLE_NM + zNm)).as("at %s", at).isEqualTo(object);
    }
  }

  @Test
  void bothMiddleLinesShowWhereAThickNeuriteHidAThinOne() {
    Balls balls = mended(90);
    assertShows(balls, THIN, 0, 0);
    assertShows(balls, THICK, 1, 90);
  }

  @Test
  void leavesNeuritesAloneThatDoNotTouch() {
    assertThat(mended(400).n).isEqualTo(42);
  }

  @Test
  void leadsOneOfTwoPastTheOtherWhereTheyNearlyMeet() {
    Balls balls = mended(4);
    assertThat(pieces(balls, THIN)).isEqualTo(1);
    assertThat(pieces(balls, THICK)).isEqualTo(1);
  }

  /* Pieces of an object in a cube of 0.8 µm, 16 nm from site to site, joined by faces. */
  private static int pieces(Balls balls, int object) {
    BallGrid grid = new BallGrid(TILE, balls);
    boolean[] left = new boolean[CUBE * CUBE * CUBE];
    for (int i = 0; i < left.length; i++) {
      double x = Tiles.MIDDLE_NM + 16 * (i % CUBE - CUBE / 2);
      double y = Tiles.MIDDLE_NM + 16 * (i / CUBE % CUBE - CUBE / 2);
      double z = Tiles.MIDDLE_NM + 16 * (i / CUBE / CUBE - CUBE / 2);
      left[i] = owner(grid, x, y, z) == object;
    }
    int pieces = 0;
    for (int i = 0; i < left.length; i++) {
      if (left[i]) {
        pieces++;
        take(left, i);
      }
    }
    return pieces;
  }

  private static void take(boolean[] left, int start) {
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    left[start] = false;
    while (!open.isEmpty()) {
      int i = open.pop();
      int[] at = {i % CUBE, i / CUBE % CUBE, i / CUBE / CUBE};
      for (int k = 0; k < 3; k++) {
        int step = k == 0 ? 1 : k == 1 ? CUBE : CUBE * CUBE;
        for (int side : new int[] {-1, 1}) {
          boolean inside = at[k] + side >= 0 && at[k] + side < CUBE;
          if (inside && left[i + side * step]) {
            left[i + side * step] = false;
            open.push(i + side * step);
          }
        }
      }
    }
  }
}
