package org.connectarium.reconstruction.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.Grid;
import org.junit.jupiter.api.Test;

class LabelDistanceTest {
  private static final VoxelSize CUBES = new VoxelSize(1, 1, 1);
  private static final VoxelSize SECTIONS = new VoxelSize(4, 5, 40);

  @Test
  void row() {
    int[] labels = {7, 7, 7, 7, 7, 0, 3, 3, 9};
    Grid grid = new Grid(9, 1, 1);
    assertThat(LabelDistance.nm(labels, grid, new VoxelSize(4, 1, 1), Edge.OPEN))
        .containsExactly(20, 16, 12, 8, 4, 0, 4, 4, 4);
    /* the faces along y and z are nearer than all else: 1 nm */
    assertThat(LabelDistance.nm(labels, grid, new VoxelSize(4, 1, 1), Edge.OTHER_LABEL))
        .containsExactly(1, 1, 1, 1, 1, 0, 1, 1, 1);
  }

  @Test
  void squareAroundOneVoxel() {
    int[] labels = {
      1, 1, 1, 1, //
      1, 2, 1, 1, //
      1, 1, 1, 1
    };
    assertThat(
            LabelDistance.squaredNm(labels, new Grid(4, 3, 1), new VoxelSize(2, 3, 9), Edge.OPEN))
        .containsExactly(
            13, 9, 13, 25, //
            4, 4, 4, 16, //
            13, 9, 13, 25);
  }

  @Test
  void oneObjectWithoutEnd() {
    int[] labels = new int[24];
    Arrays.fill(labels, 5);
    Grid grid = new Grid(4, 3, 2);
    assertThat(LabelDistance.nm(labels, grid, CUBES, Edge.OPEN)).containsOnly(1f / 0);
    assertThat(LabelDistance.nm(labels, grid, CUBES, Edge.OTHER_LABEL)).containsOnly(1);
    assertThat(LabelDistance.nm(new int[24], grid, CUBES, Edge.OPEN)).containsOnly(0);
  }

  @Test
  void noVoxels() {
    assertThat(LabelDistance.nm(new int[0], new Grid(0, 4, 4), CUBES, Edge.OPEN)).isEmpty();
  }

  @Test
  void equalsTheSlowOneOnRandomLabels() {
    Random random = new Random(4);
    for (int round = 0; round < 40; round++) {
      Grid grid = new Grid(1 + random.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(9));
      int[] labels = blobs(grid, 1 + random.nextInt(30), random);
      check(labels, grid, round % 2 == 0 ? CUBES : SECTIONS, "seed 4, round " + round);
    }
  }

  @Test
  void equalsTheSlowOneInDeepObjects() {
    Random random = new Random(5);
    for (Grid grid : new Grid[] {new Grid(3, 150, 2), new Grid(2, 3, 150), new Grid(150, 3, 2)}) {
      int[] labels = new int[grid.voxels()];
      Arrays.fill(labels, 1);
      for (int k = 0; k < 3; k++) {
        labels[random.nextInt(labels.length)] = k;
      }
      check(labels, grid, CUBES, "seed 5, " + grid);
      check(labels, grid, SECTIONS, "seed 5, " + grid);
    }
  }

  @Test
  void equalsTheSlowOneOnRowsWiderThanASlab() {
    Random random = new Random(6);
    Grid grid = new Grid(300, 4, 3);
    check(blobs(grid, 40, random), grid, SECTIONS, "seed 6");
  }

  @Test
  void turnsWithTheVolume() {
    Random random = new Random(7);
    Grid grid = new Grid(13, 9, 6);
    int[] labels = blobs(grid, 12, random);
    float[] straight = LabelDistance.squaredNm(labels, grid, SECTIONS, Edge.OPEN);
    Grid turned = new Grid(6, 9, 13);
    int[] turnedLabels = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      turnedLabels[turned(i, grid)] = -labels[i];
    }
    float[] other =
        LabelDistance.squaredNm(turnedLabels, turned, new VoxelSize(40, 5, 4), Edge.OPEN);
    for (int i = 0; i < labels.length; i++) {
      assertThat(other[turned(i, grid)]).as("voxel " + i).isEqualTo(straight[i]);
    }
  }

  @Test
  void wrongLength() {
    assertThatThrownBy(() -> LabelDistance.nm(new int[5], new Grid(2, 3, 1), CUBES, Edge.OPEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 values");
  }

  /* x and z exchanged, and y mirrored */
  private static int turned(int i, Grid grid) {
    int x = i % grid.sizeX();
    int y = i / grid.sizeX() % grid.sizeY();
    int z = i / (grid.sizeX() * grid.sizeY());
    return (x * grid.sizeY() + grid.sizeY() - 1 - y) * grid.sizeZ() + z;
  }

  private static int[] blobs(Grid grid, int seeds, Random random) {
    int[][] points = new int[seeds][];
    for (int s = 0; s < seeds; s++) {
      points[s] =
          new int[] {
            random.nextInt(grid.sizeX()), random.nextInt(grid.sizeY()), random.nextInt(grid.sizeZ())
          };
    }
    int[] labels = new int[grid.voxels()];
    for (int i = 0; i < labels.length; i++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int s = 0; s < seeds; s++) {
        double d = squared(i, points[s], grid, CUBES);
        if (d < nearest) {
          nearest = d;
          labels[i] = s;
        }
      }
    }
    return labels;
  }

  private static double squared(int i, int[] xyz, Grid grid, VoxelSize voxel) {
    double dx = (i % grid.sizeX() - xyz[0]) * voxel.xNm();
    double dy = (i / grid.sizeX() % grid.sizeY() - xyz[1]) * voxel.yNm();
    double dz = (i / (grid.sizeX() * grid.sizeY()) - xyz[2]) * voxel.zNm();
    return dx * dx + dy * dy + dz * dz;
  }

  private static void check(int[] labels, Grid grid, VoxelSize voxel, String what) {
    for (Edge edge : Edge.values()) {
      float[] fast = LabelDistance.squaredNm(labels, grid, voxel, edge);
      for (int i = 0; i < labels.length; i++) {
        assertThat(fast[i])
            .as("%s, %s, voxel %d", what, edge, i)
            .isEqualTo((float) slow(labels, i, grid, voxel, edge));
      }
    }
  }

  private static double slow(int[] labels, int i, Grid grid, VoxelSize voxel, Edge edge) {
    if (labels[i] == 0) {
      return 0;
    }
    int x = i % grid.sizeX();
    int y = i / grid.sizeX() % grid.sizeY();
    int z = i / (grid.sizeX() * grid.sizeY());
    double nearest = Double.POSITIVE_INFINITY;
    if (edge == Edge.OTHER_LABEL) {
      double toX = Math.min(x + 1, grid.sizeX() - x) * voxel.xNm();
      double toY = Math.min(y + 1, grid.sizeY() - y) * voxel.yNm();
      double toZ = Math.min(z + 1, grid.sizeZ() - z) * voxel.zNm();
      nearest = Math.min(toX * toX, Math.min(toY * toY, toZ * toZ));
    }
    for (int j = 0; j < labels.length; j++) {
      if (labels[j] != labels[i]) {
        nearest = Math.min(nearest, squared(j, new int[] {x, y, z}, grid, voxel));
      }
    }
    return nearest;
  }
}
