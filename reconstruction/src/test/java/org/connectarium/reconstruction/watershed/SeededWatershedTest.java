package org.connectarium.reconstruction.watershed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.components.Components;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Connectivity;
import org.connectarium.reconstruction.grid.Grid;
import org.junit.jupiter.api.Test;

class SeededWatershedTest {
  private static final VoxelSize CUBES = new VoxelSize(10, 10, 10);

  @Test
  void twoThickPartsOfARowGetOneSeedEach() {
    /* wall in the middle; the walls themselves are shared out */
    int w = 200;
    byte[] map = bytes(0, 0, 0, 0, 0, w, w, 0, 0, 0, 0, 0);
    int[] labels =
        Watershed.seeded(
            BoundaryMap.of(Box.ofSize(12, 1, 1), map), CUBES, new SeededParameters(128, 20, 1));
    assertThat(labels).containsExactly(1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2);
  }

  @Test
  void aPartThatIsThinnerThanTheDepthGetsNoSeed() {
    int w = 200;
    byte[] map = bytes(0, 0, 0, 0, 0, w, 0, w, 0, 0, 0, 0);
    BoundaryMap row = BoundaryMap.of(Box.ofSize(12, 1, 1), map);
    assertThat(max(Watershed.seeded(row, CUBES, new SeededParameters(128, 10, 1)))).isEqualTo(3);
    assertThat(max(Watershed.seeded(row, CUBES, new SeededParameters(128, 20, 1)))).isEqualTo(2);
  }

  @Test
  void smallSegmentsDissolveOverTheirWeakestFace() {
    /* faces along x: 9 before voxel 3, 5 behind it */
    int[] labels = {1, 1, 1, 0, 2, 2, 2};
    byte[] map = new byte[21];
    map[14 + 3] = 9;
    map[14 + 4] = 5;
    BoundaryMap affinities = BoundaryMap.of(Box.ofSize(7, 1, 1), map);
    assertThat(new EdgeFlooding(affinities).flood(labels)).containsExactly(1, 1, 1, 2, 2, 2, 2);
  }

  @Test
  void floodingGivesEveryVoxelASeedItReachesOverTheLowestPossiblePass() {
    Random random = new Random(21);
    for (int round = 0; round < 200; round++) {
      BoundaryMap map = randomMap(random, round % 2 == 0 ? 1 : 3);
      Grid grid = map.grid();
      int[] seeds = new int[grid.voxels()];
      for (int s = 1; s <= 3; s++) {
        seeds[random.nextInt(seeds.length)] = s;
      }
      int[] labels = new EdgeFlooding(map).flood(seeds);
      int[] best = passTo(map, seeds, 0);
      for (int s = 1; s <= 3; s++) {
        int[] pass = passTo(map, seeds, s);
        for (int i = 0; i < labels.length; i++) {
          String at = "seed 21, round %d, voxel %d".formatted(round, i);
          if (map.isExcluded(i) || best[i] == Integer.MAX_VALUE) {
            assertThat(labels[i]).as(at).isZero();
          } else if (labels[i] == s) {
            assertThat(pass[i]).as(at).isEqualTo(best[i]);
          } else {
            assertThat(labels[i]).as(at).isPositive();
          }
        }
      }
      int pieces = Components.of(labels, grid, Connectivity.FACES_6).count();
      assertThat(pieces).as("one piece each").isEqualTo(distinct(labels));
    }
  }

  @Test
  void keepsTheSmallestSizeAndLeavesNoVoxelWithoutLabel() {
    Random random = new Random(22);
    for (int round = 0; round < 100; round++) {
      byte[] map = new byte[3 * 720];
      random.nextBytes(map);
      int[] labels =
          Watershed.seeded(
              BoundaryMap.of(Box.ofSize(10, 9, 8), map), CUBES, new SeededParameters(150, 5, 12));
      int[] voxels = new int[max(labels) + 1];
      for (int label : labels) {
        voxels[label]++;
      }
      assertThat(voxels[0]).as("seed 22, round %d", round).isZero();
      for (int s = 1; s < voxels.length; s++) {
        assertThat(voxels[s]).as("seed 22, round %d", round).isGreaterThanOrEqualTo(12);
      }
    }
  }

  @Test
  void distancesEqualTheSlowOnes() {
    Random random = new Random(23);
    VoxelSize size = new VoxelSize(11.24, 7, 28);
    for (int round = 0; round < 100; round++) {
      Grid grid = new Grid(1 + random.nextInt(8), 1 + random.nextInt(7), 1 + random.nextInt(6));
      boolean[] walls = new boolean[grid.voxels()];
      for (int i = 0; i < walls.length; i++) {
        walls[i] = random.nextInt(12) == 0;
      }
      float[] squared = DistanceTransform.squaredNm(grid, walls, size);
      for (int i = 0; i < walls.length; i++) {
        double expected = DistanceTransform.FAR;
        for (int j = 0; j < walls.length; j++) {
          if (walls[j]) {
            expected = Math.min(expected, squaredNm(grid, size, i, j));
          }
        }
        assertThat(squared[i])
            .as("seed 23, round %d", round)
            .isCloseTo((float) expected, withinPercentage(1e-4));
      }
    }
  }

  @Test
  void cuttingGivesPiecesTheirOwnLabels() {
    int[] labels = {
      4, 4, 4, 4, //
      4, 0, 0, 4, //
      0, 4, 0, 4
    };
    Box whole = new Box(10, 20, 5, 14, 23, 6);
    Box part = new Box(10, 21, 5, 14, 23, 6);
    assertThat(Watershed.cut(labels, whole, part, Connectivity.ALL_26))
        .containsExactly(1, 0, 0, 2, 0, 1, 0, 2);
    assertThat(Watershed.cut(labels, whole, part, Connectivity.FACES_6))
        .containsExactly(1, 0, 0, 2, 0, 3, 0, 2);
    assertThatThrownBy(() -> Watershed.cut(labels, part, whole, Connectivity.FACES_6))
        .hasMessageContaining("12 values");
    assertThatThrownBy(
            () -> Watershed.cut(labels, whole, part.translate(1, 0, 0), Connectivity.FACES_6))
        .hasMessageContaining("inside");
  }

  @Test
  void refusesParametersOutsideTheirRange() {
    assertThatThrownBy(() -> new SeededParameters(0, 10, 1)).hasMessageContaining("1…255");
    assertThatThrownBy(() -> new SeededParameters(9, Double.NaN, 1)).hasMessageContaining("NaN");
  }

  /* Lowest possible highest face on the way to each voxel from any seed (0) or from one. */
  private static int[] passTo(BoundaryMap map, int[] seeds, int seed) {
    Grid grid = map.grid();
    int[] pass = new int[seeds.length];
    Arrays.fill(pass, Integer.MAX_VALUE);
    ArrayDeque<Integer> todo = new ArrayDeque<>();
    for (int i = 0; i < seeds.length; i++) {
      if (!map.isExcluded(i) && (seed == 0 ? seeds[i] > 0 : seeds[i] == seed)) {
        pass[i] = 0;
        todo.add(i);
      }
    }
    int[] strides = {grid.sizeX() * grid.sizeY(), grid.sizeX(), 1};
    int[] sizes = {grid.sizeZ(), grid.sizeY(), grid.sizeX()};
    while (!todo.isEmpty()) {
      int i = todo.remove();
      for (int axis = 0; axis < 3; axis++) {
        for (int sign = -1; sign <= 1; sign += 2) {
          int at = i / strides[axis] % sizes[axis] + sign;
          if (at < 0 || at >= sizes[axis]) {
            continue;
          }
          int j = i + sign * strides[axis];
          if (map.isExcluded(j) || (seeds[j] > 0 && seed != 0 && seeds[j] != seed)) {
            continue;
          }
          int later = Math.max(i, j);
          int level =
              map.isAffinity()
                  ? map.boundary()[axis * seeds.length + later] & 255
                  : Math.max(map.boundary()[i] & 255, map.boundary()[j] & 255);
          int reached = Math.max(pass[i], level);
          if (reached < pass[j]) {
            pass[j] = reached;
            todo.add(j);
          }
        }
      }
    }
    return pass;
  }

  private static BoundaryMap randomMap(Random random, int channels) {
    Box box = Box.ofSize(2 + random.nextInt(6), 1 + random.nextInt(5), 1 + random.nextInt(4));
    byte[] map = new byte[channels * box.arrayLength()];
    byte[] mask = new byte[box.arrayLength()];
    int levels = random.nextBoolean() ? 5 : 256;
    for (int i = 0; i < map.length; i++) {
      map[i] = (byte) random.nextInt(levels);
    }
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) (random.nextInt(8) == 0 ? 1 : 0);
    }
    return BoundaryMap.of(box, map).excluding(mask);
  }

  private static double squaredNm(Grid grid, VoxelSize size, int i, int j) {
    int area = grid.sizeX() * grid.sizeY();
    double x = (i % grid.sizeX() - j % grid.sizeX()) * size.xNm();
    double y = (i % area / grid.sizeX() - j % area / grid.sizeX()) * size.yNm();
    double z = (i / area - j / area) * size.zNm();
    return x * x + y * y + z * z;
  }

  private static byte[] bytes(int... values) {
    byte[] out = new byte[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) values[i];
    }
    return out;
  }

  private static int max(int[] labels) {
    return Arrays.stream(labels).max().orElse(0);
  }

  private static int distinct(int[] labels) {
    return (int) Arrays.stream(labels).filter(l -> l > 0).distinct().count();
  }
}
