package org.connectarium.reconstruction.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlaneWarpTest {
  @Test
  void leavesEveryVoxelInPlaceWhereItIsStraight() {
    PlaneWarp warp = PlaneWarp.straight(2, 3);

    assertThat(new float[] {warp.y(0), warp.x(0)}).containsExactly(0, 0);
    assertThat(new float[] {warp.y(5), warp.x(5)}).containsExactly(1, 2);
  }

  @Test
  void turnsAboutTheMiddleWithoutChangingDistances() {
    PlaneWarp warp = PlaneWarp.random(65, 65, 0, 0, new SplittableRandom(7));

    int middle = 32 * 65 + 32;
    assertThat(warp.y(middle)).isEqualTo(32);
    assertThat(warp.x(middle)).isEqualTo(32);
    for (int place : new int[] {0, 64, 65 * 65 - 1, 32 * 65}) {
      double there = Math.hypot(place / 65 - 32, place % 65 - 32);
      assertThat(Math.hypot(warp.y(place) - 32, warp.x(place) - 32)).isCloseTo(there, within(1e-4));
    }
    assertThat(warp.y(0)).isNotCloseTo(0, within(0.5f));
  }

  @Test
  void stretchesAllDistancesAlikeAndNoMoreThanAsked() {
    PlaneWarp warp = PlaneWarp.random(65, 65, 0.2, 0, new SplittableRandom(3));

    double stretch = Math.hypot(warp.y(0) - 32, warp.x(0) - 32) / Math.hypot(32, 32);
    assertThat(stretch).isBetween(1 / 1.2, 1.2).isNotCloseTo(1, within(0.01));
    assertThat(Math.hypot(warp.y(64) - 32, warp.x(64) - 32) / Math.hypot(32, 32))
        .isCloseTo(stretch, within(1e-5));
  }

  @Test
  void bendsSmoothlySoThatNeighboursStayNeighbours() {
    int size = 160;
    PlaneWarp warp = PlaneWarp.random(size, size, 0, 2.5, new SplittableRandom(11));

    double moved = 0;
    for (int y = 0; y < size; y++) {
      for (int x = 1; x < size; x++) {
        int here = y * size + x;
        double step = Math.hypot(warp.y(here) - warp.y(here - 1), warp.x(here) - warp.x(here - 1));
        assertThat(step).as("step at y %d, x %d", y, x).isBetween(0.4, 1.8);
        moved = Math.max(moved, Math.abs(step - 1));
      }
    }
    assertThat(moved).isGreaterThan(0.05);
  }

  @Test
  void isTheSameForTheSameRandomNumbers() {
    PlaneWarp one = PlaneWarp.random(40, 40, 0.18, 2.5, new SplittableRandom(5));
    PlaneWarp other = PlaneWarp.random(40, 40, 0.18, 2.5, new SplittableRandom(5));

    for (int i = 0; i < 1600; i++) {
      assertThat(one.y(i)).isEqualTo(other.y(i));
      assertThat(one.x(i)).isEqualTo(other.x(i));
    }
  }
}
