package org.connectarium.reconstruction.watershed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Grid;
import org.junit.jupiter.api.Test;

class RidgeWatershedTest {
  @Test
  void leavesARidgeOneVoxelWideBetweenTwoCells() {
    byte[] map = row(0, 0, 1, 5, 9, 5, 2, 2, 1);
    int[] labels = Watershed.withRidge(map(map), new RidgeParameters(0, 1, 1));
    assertThat(labels).containsExactly(1, 1, 1, 1, 0, 2, 2, 2, 2);
  }

  @Test
  void joinsMinimaThatAreNotDeeperThanTheDepth() {
    byte[] map = row(0, 3, 1, 9, 0);
    assertThat(Watershed.withRidge(map(map), new RidgeParameters(1, 1, 1)))
        .containsExactly(1, 0, 2, 0, 3);
    assertThat(Watershed.withRidge(map(map), new RidgeParameters(2, 1, 1)))
        .containsExactly(1, 1, 1, 0, 2);
    assertThat(Watershed.withRidge(map(map), new RidgeParameters(9, 1, 1))).containsOnly(1);
  }

  @Test
  void dropsMarkersAndSegmentsThatAreTooSmall() {
    byte[] map = row(0, 0, 0, 9, 1, 9, 1, 1, 1);
    assertThat(Watershed.withRidge(map(map), new RidgeParameters(0, 2, 1)))
        .containsExactly(1, 1, 1, 1, 0, 2, 2, 2, 2);
    assertThat(Watershed.withRidge(map(map), new RidgeParameters(0, 1, 2)))
        .containsExactly(1, 1, 1, 1, 0, 2, 2, 2, 2);
    assertThat(Watershed.withRidge(map(map), new RidgeParameters(0, 4, 1))).containsOnly(0);
  }

  @Test
  void doesNotFloodThroughExcludedVoxels() {
    byte[] map = row(0, 1, 2, 1, 2, 3);
    byte[] mask = {0, 0, 1, 0, 0, 0};
    assertThat(Watershed.withRidge(map(map).excluding(mask), new RidgeParameters(3, 1, 1)))
        .containsExactly(1, 1, 0, 2, 2, 2);
  }

  @Test
  void markersEqualTheRegionalMinimaOfTheSlowHMinimaTransform() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      BoundaryMap map = randomMap(random);
      int h = random.nextInt(8);
      Relief relief = Relief.of(map);
      int[] heights = heights(map);
      boolean[] excluded = excluded(map);
      int[] transform = SlowWatershed.hMinima(map.grid(), heights, excluded, h);
      int[] expected = SlowWatershed.regionalMinima(map.grid(), transform, excluded);
      assertThat(map.grid().crop(HMinima.markers(relief, h, 0)))
          .as("seed 7, round %d, depth %d, %s", round, h, map.grid())
          .isEqualTo(expected);
    }
  }

  @Test
  void floodingEqualsTheSlowOne() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      BoundaryMap map = randomMap(random);
      Relief relief = Relief.of(map);
      int[] markers = HMinima.markers(relief, random.nextInt(4), random.nextInt(3));
      int[] expected =
          SlowWatershed.flood(map.grid(), heights(map), excluded(map), map.grid().crop(markers));
      assertThat(map.grid().crop(RidgeFlooding.flood(relief, markers)))
          .as("seed 11, round %d, %s", round, map.grid())
          .isEqualTo(expected);
    }
  }

  @Test
  void leavesNoSegmentBelowTheSmallestSizeAndNoTwoThatTouch() {
    Random random = new Random(3);
    for (int round = 0; round < 100; round++) {
      BoundaryMap map = randomMap(random);
      Grid grid = map.grid();
      int[] labels = Watershed.withRidge(map, new RidgeParameters(1, 1, 5));
      int[] voxels = new int[labels.length + 1];
      int last = 0;
      for (int i = 0; i < labels.length; i++) {
        int label = labels[i];
        voxels[label]++;
        if (label > 0) {
          assertThat(label).as("order of first voxel").isLessThanOrEqualTo(last + 1);
          last = Math.max(last, label);
          for (int j : SlowWatershed.around(grid, i)) {
            assertThat(labels[j]).as("seed 3, round %d", round).isIn(0, label);
          }
        }
      }
      assertThat(Arrays.stream(voxels, 1, last + 1).min().orElse(5)).isGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void refusesParametersAndMapsThatDoNotFit() {
    assertThatThrownBy(() -> new RidgeParameters(256, 1, 1)).hasMessageContaining("256");
    assertThatThrownBy(() -> BoundaryMap.of(Box.ofSize(2, 2, 2), new byte[9]))
        .hasMessageContaining("9 values")
        .hasMessageContaining("8 (one channel) or 24");
  }

  private static byte[] row(int... values) {
    byte[] out = new byte[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) values[i];
    }
    return out;
  }

  private static BoundaryMap map(byte[] row) {
    return BoundaryMap.of(Box.ofSize(row.length, 1, 1), row);
  }

  /* Few levels give plateaus, many give slopes; some voxels are excluded. */
  private static BoundaryMap randomMap(Random random) {
    Box box = Box.ofSize(1 + random.nextInt(9), 1 + random.nextInt(8), 1 + random.nextInt(7));
    int levels = random.nextBoolean() ? 4 : 256;
    byte[] map = new byte[box.arrayLength()];
    byte[] mask = new byte[map.length];
    for (int i = 0; i < map.length; i++) {
      map[i] = (byte) (random.nextInt(levels) * (levels == 4 ? 1 : random.nextInt(2)));
      mask[i] = (byte) (random.nextInt(10) == 0 ? 1 : 0);
    }
    return BoundaryMap.of(box, map).excluding(mask);
  }

  private static int[] heights(BoundaryMap map) {
    int[] out = new int[map.boundary().length];
    for (int i = 0; i < out.length; i++) {
      out[i] = map.boundary()[i] & 255;
    }
    return out;
  }

  private static boolean[] excluded(BoundaryMap map) {
    boolean[] out = new boolean[map.boundary().length];
    for (int i = 0; i < out.length; i++) {
      out[i] = map.isExcluded(i);
    }
    return out;
  }
}
