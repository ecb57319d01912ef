package org.connectarium.reconstruction.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ConvexHullTest {
  @Test
  void aTetrahedronHasASixthOfItsCube() {
    assertThat(ConvexHull.volume(new int[] {0, 0, 0, 6, 0, 0, 0, 6, 0, 0, 0, 6}))
        .isCloseTo(36, within(1e-12));
  }

  @Test
  void aCubeWithPointsOnFacesEdgesAndInside() {
    int[] all = new int[3 * 5 * 5 * 5];
    for (int i = 0; i < 125; i++) {
      all[3 * i] = i / 25;
      all[3 * i + 1] = i / 5 % 5;
      all[3 * i + 2] = i % 5;
    }
    assertThat(ConvexHull.volume(all)).isCloseTo(64, within(1e-12));
  }

  @Test
  void flatThingsHaveNoVolume() {
    assertThat(ConvexHull.volume(new int[0])).isZero();
    assertThat(ConvexHull.volume(new int[] {1, 2, 3})).isZero();
    assertThat(ConvexHull.volume(new int[] {1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3})).isZero();
    assertThat(ConvexHull.volume(new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3})).isZero();
    assertThat(ConvexHull.volume(new int[] {0, 0, 0, 0, 4, 0, 0, 0, 4, 0, 4, 4, 0, 1, 1})).isZero();
  }

  @Test
  void anOctahedronOfAnyOrderOfPoints() {
    // corners at distance 3: 4/3 · 27
    int[] a = {3, 0, 0, 0, 3, 0, 0, 0, 3, -3, 0, 0, 0, -3, 0, 0, 0, -3};
    int[] b = {0, 0, -3, 0, 3, 0, -3, 0, 0, 0, -3, 0, 3, 0, 0, 0, 0, 3};
    assertThat(ConvexHull.volume(a)).isCloseTo(36, within(1e-12));
    assertThat(ConvexHull.volume(b)).isCloseTo(36, within(1e-12));
  }

  @Test
  void thinningKeepsTheHull() {
    Random random = new Random(11);
    for (int n = 0; n < 40; n++) {
      HullPoints points = new HullPoints();
      int count = 1 + random.nextInt(60);
      int[] all = new int[6 * count];
      for (int i = 0; i < count; i++) {
        int z = random.nextInt(9);
        int y = random.nextInt(12);
        int x = random.nextInt(20);
        int length = 1 + random.nextInt(5);
        points.addRun(z, y, x, length);
        System.arraycopy(new int[] {z, y, x, z, y, x + length - 1}, 0, all, 6 * i, 6);
      }
      assertThat(ConvexHull.volume(points.corners()))
          .as("seed 11, set %d", n)
          .isCloseTo(ConvexHull.volume(all), within(1e-9));
    }
  }

  @Test
  void aFullBallThinsToFewPoints() {
    HullPoints points = new HullPoints();
    for (int z = -15; z <= 15; z++) {
      for (int y = -15; y <= 15; y++) {
        int left = 15 * 15 - z * z - y * y;
        if (left >= 0) {
          int half = (int) Math.sqrt(left);
          points.addRun(z + 20, y + 20, 20 - half, 2 * half + 1);
        }
      }
    }
    int[] corners = points.corners();
    assertThat(corners.length / 3).isLessThan(400);
    assertThat(ConvexHull.volume(corners)).isBetween(0.93 * 14137, 14137.0);
  }
}
