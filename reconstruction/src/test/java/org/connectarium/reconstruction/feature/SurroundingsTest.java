package org.connectarium.reconstruction.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.Grid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {
  private static List<Integer> voxels(SubVolumes volumes, int from, int to) {
    List<Integer> out = new ArrayList<>();
    volumes.forEach(
        from,
        to,
        (begin, length) -> {
          for (int i = begin; i < begin + length; i++) {
            out.add(i);
          }
        });
    return out;
  }

  @Test
  void aBorderInTheMiddleOfARow() {
    // object 1 | border at 6 | object 2, voxels of 20 nm: 40 nm are two voxels, 80 four, 160 eight
    int[] objects = {1, 1, 1, 1, 1, 1, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2};
    Surroundings around = new Surroundings(new Grid(18, 1, 1), objects, new VoxelSize(20, 20, 20));
    SubVolumes v = around.of(new int[] {6}, 1, 2);
    assertThat(voxels(v, 0, 1)).containsExactly(6);
    assertThat(voxels(v, 1, 2)).containsExactly(4, 5);
    assertThat(voxels(v, 2, 3)).containsExactly(2, 3);
    assertThat(voxels(v, 3, 4)).containsExactly(0, 1);
    assertThat(voxels(v, 4, 5)).containsExactly(7, 8);
    assertThat(voxels(v, 5, 6)).containsExactly(9, 10);
    assertThat(voxels(v, 6, 7)).containsExactly(11, 12, 13, 14);
    assertThat(v.voxels(SubVolume.S2_160.from(), SubVolume.S2_160.to())).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"10, 10, 10", "11.24, 11.24, 28", "30, 12, 50"})
  void agreesWithAllDistances(double x, double y, double z) {
    Random random = new Random(5);
    Grid grid = new Grid(23, 19, 17);
    int[] objects = new int[grid.voxels()];
    for (int i = 0; i < objects.length; i++) {
      objects[i] = random.nextInt(4);
    }
    VoxelSize nm = new VoxelSize(x, y, z);
    Surroundings around = new Surroundings(grid, objects, nm);
    for (int n = 0; n < 5; n++) {
      int[] border = random.ints(6, 0, objects.length).sorted().distinct().toArray();
      SubVolumes v = around.of(border, 2, 3);
      for (int side = 0; side < 2; side++) {
        double nearest = -1;
        for (int shell = 0; shell < 3; shell++) {
          int group = SubVolumes.side(side) + shell;
          double radius = Surroundings.RADII_NM[shell];
          assertThat(voxels(v, group, group + 1))
              .as("side %d shell %d", side, shell)
              .isEqualTo(expected(grid, objects, border, nm, 2 + side, nearest, radius));
          nearest = radius;
        }
      }
    }
  }

  private static List<Integer> expected(
      Grid grid, int[] objects, int[] border, VoxelSize nm, int object, double above, double upTo) {
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < objects.length; i++) {
      double nearest = Double.MAX_VALUE;
      for (int b : border) {
        double dx = (i % grid.sizeX() - b % grid.sizeX()) * nm.xNm();
        double dy = (i / grid.sizeX() % grid.sizeY() - b / grid.sizeX() % grid.sizeY()) * nm.yNm();
        int area = grid.sizeX() * grid.sizeY();
        double dz = (i / area - b / area) * nm.zNm();
        nearest = Math.min(nearest, Math.sqrt(dx * dx + dy * dy + dz * dz));
      }
      if (objects[i] == object && nearest > above && nearest <= upTo) {
        out.add(i);
      }
    }
    return out;
  }
}
