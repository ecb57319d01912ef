package org.connectarium.reconstruction.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.Blocks;
import org.connectarium.reconstruction.RealData;
import org.connectarium.reconstruction.grid.Connectivity;
import org.connectarium.reconstruction.grid.Grid;
import org.junit.jupiter.api.Test;

class ComponentsTest {
  /* connectivity → components of pinky40-seg, by connected-components-3d 4.1.1 in Python:
  cc3d.connected_components(labels, connectivity=c, return_N=True)[1] */
  private static final int PINKY_6 = 1072;
  private static final int PINKY_18 = 890;
  private static final int PINKY_26 = 884;

  @Test
  void tellsFacesEdgesAndCornersApart() {
    int[] edge = {7, 0, 0, 7};
    assertThat(of(edge, new Grid(2, 2, 1), Connectivity.FACES_6)).containsExactly(1, 0, 0, 2);
    assertThat(of(edge, new Grid(2, 1, 2), Connectivity.EDGES_18)).containsExactly(1, 0, 0, 1);
    assertThat(of(edge, new Grid(1, 2, 2), Connectivity.EDGES_18)).containsExactly(1, 0, 0, 1);
    int[] corner = {7, 0, 0, 0, 0, 0, 0, 7};
    Grid cube = new Grid(2, 2, 2);
    assertThat(of(corner, cube, Connectivity.EDGES_18)).containsExactly(1, 0, 0, 0, 0, 0, 0, 2);
    assertThat(of(corner, cube, Connectivity.ALL_26)).containsExactly(1, 0, 0, 0, 0, 0, 0, 1);
  }

  @Test
  void keepsLabelsApartAndNumbersByFirstVoxel() {
    int[] labels = {
      5, 5, 0, 9, //
      9, 5, 9, 9, //
      9, 0, 5, 5,
    };
    assertThat(of(labels, new Grid(4, 3, 1), Connectivity.FACES_6))
        .containsExactly(1, 1, 0, 2, 3, 1, 2, 2, 3, 0, 4, 4);
    assertThat(of(labels, new Grid(4, 3, 1), Connectivity.ALL_26))
        .containsExactly(1, 1, 0, 2, 3, 1, 2, 2, 3, 0, 1, 1);
  }

  @Test
  void joinsArmsThatMeetOnlyLater() {
    int[] labels = {
      1, 0, 1, 0, 1, //
      1, 0, 1, 0, 1, //
      1, 1, 1, 1, 1,
    };
    assertThat(Components.of(labels, new Grid(5, 3, 1), Connectivity.FACES_6).count()).isEqualTo(1);
  }

  @Test
  void agreesWithFloodingOnRandomLabels() {
    Random random = new Random(51);
    for (int round = 0; round < 600; round++) {
      Grid grid = new Grid(1 + random.nextInt(12), 1 + random.nextInt(9), 1 + random.nextInt(9));
      int kinds = 1 + random.nextInt(4);
      int[] names = {0, 3, Integer.MAX_VALUE, -2, 1};
      int[] labels = new int[grid.voxels()];
      int stay = random.nextInt(4);
      for (int i = 0; i < labels.length; i++) {
        boolean same = i > 0 && random.nextInt(4) < stay;
        labels[i] = same ? labels[i - 1] : names[random.nextInt(kinds + 1)];
      }
      for (Connectivity connectivity : Connectivity.values()) {
        assertThat(of(labels, grid, connectivity))
            .as("seed 51, round %d, %s, %s", round, grid, connectivity)
            .isEqualTo(flooded(labels, grid, connectivity));
      }
    }
  }

  @Test
  void paintsOverItsInput() {
    int[] labels = {4, 4, 0, 4};
    Components components = Components.of(labels, new Grid(4, 1, 1), Connectivity.ALL_26);
    assertThat(components.paint(labels)).isSameAs(labels).containsExactly(1, 1, 0, 2);
    assertThat(components.labels()).containsExactly(1, 1, 0, 2);
  }

  @Test
  void takesVolumesOfNothingAndOfOneSegment() {
    assertThat(Components.of(new int[0], new Grid(0, 3, 3), Connectivity.ALL_26).count()).isZero();
    assertThat(Components.of(new int[0], new Grid(3, 3, 0), Connectivity.ALL_26).labels())
        .isEmpty();
    int[] giant = new int[64 * 64 * 64];
    assertThat(Components.of(giant, new Grid(64, 64, 64), Connectivity.ALL_26).count()).isZero();
    Arrays.fill(giant, Integer.MAX_VALUE);
    assertThat(Components.of(giant, new Grid(64, 64, 64), Connectivity.FACES_6).count())
        .isEqualTo(1);
  }

  @Test
  void refusesArraysOfAnotherSize() {
    Grid grid = new Grid(2, 2, 1);
    assertThatThrownBy(() -> Components.of(new int[3], grid, Connectivity.FACES_6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 values but the block of 2 x 2 x 1 voxels needs 4");
    Components components = Components.of(new int[4], grid, Connectivity.FACES_6);
    assertThatThrownBy(() -> components.paint(new int[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 values but the block has 4 voxels");
  }

  @Test
  void findsAsManyInMouseCortexAsOthers() {
    int[] labels = RealData.pinky40();
    int n = RealData.PINKY_EDGE;
    Grid grid = new Grid(n, n, n);
    assertThat(Components.of(labels, grid, Connectivity.FACES_6).count()).isEqualTo(PINKY_6);
    assertThat(Components.of(labels, grid, Connectivity.EDGES_18).count()).isEqualTo(PINKY_18);
    assertThat(Components.of(labels, grid, Connectivity.ALL_26).count()).isEqualTo(PINKY_26);
  }

  @Test
  void findsAsManyInBlocksThatAreJoinedAsInTheWhole() {
    int[] labels = RealData.pinky40();
    int n = RealData.PINKY_EDGE;
    assertThat(inBlocks(labels, n, 64, Connectivity.ALL_26)).isEqualTo(PINKY_26);
    assertThat(inBlocks(labels, n, 100, Connectivity.FACES_6)).isEqualTo(PINKY_6);
    assertThat(inBlocks(labels, n, 100, Connectivity.ALL_26)).isEqualTo(PINKY_26);
    assertThat(inBlocks(labels, n, 128, Connectivity.FACES_6)).isEqualTo(PINKY_6);
  }

  /* Components of each block by themselves, then joined over all pairs of neighbours between blocks. */
  private static int inBlocks(int[] labels, int n, int block, Connectivity connectivity) {
    Box whole = Box.ofSize(n, n, n);
    int[] component = new int[labels.length];
    int count = 0;
    for (Box part : Blocks.of(n, block)) {
      int[] cut = Blocks.cut(labels, whole, part);
      Components own = Components.of(cut, Grid.of(part), connectivity);
      int[] numbers = own.labels();
      for (int z = 0, i = 0; z < part.sizeZ(); z++) {
        for (int y = 0; y < part.sizeY(); y++) {
          int row = (int) (((part.z0() + z) * n + part.y0() + y) * n + part.x0());
          for (int x = 0; x < part.sizeX(); x++, i++) {
            component[row + x] = numbers[i] == 0 ? 0 : count + numbers[i];
          }
        }
      }
      count += own.count();
    }
    int[] parent = new int[count + 1];
    Arrays.setAll(parent, i -> i);
    int joined = count;
    for (int z = 0, p = 0; z < n; z++) {
      for (int y = 0; y < n; y++) {
        for (int x = 0; x < n; x++, p++) {
          boolean atRim = z % block == 0 || y % block == 0 || x % block == 0;
          boolean atEnd = (y + 1) % block == 0 || (x + 1) % block == 0;
          for (int k = 0; k < 13 && labels[p] != 0 && (atRim || atEnd); k++) {
            int[] step = Grid.step(k);
            int q = p + (step[0] * n + step[1]) * n + step[2];
            boolean inside =
                z + step[0] >= 0
                    && y + step[1] >= 0
                    && y + step[1] < n
                    && x + step[2] >= 0
                    && x + step[2] < n;
            if (inside && isStep(step, connectivity) && labels[q] == labels[p]) {
              int a = root(parent, component[p]);
              int b = root(parent, component[q]);
              joined -= a == b ? 0 : 1;
              parent[a] = b;
            }
          }
        }
      }
    }
    return joined;
  }

  private static int root(int[] parent, int number) {
    int r = number;
    while (parent[r] != r) {
      parent[r] = parent[parent[r]];
      r = parent[r];
    }
    return r;
  }

  private static int[] of(int[] labels, Grid grid, Connectivity connectivity) {
    return Components.of(labels, grid, connectivity).labels();
  }

  private static boolean isStep(int[] step, Connectivity connectivity) {
    int axes = Math.abs(step[0]) + Math.abs(step[1]) + Math.abs(step[2]);
    return switch (connectivity) {
      case FACES_6 -> axes == 1;
      case EDGES_18 -> axes <= 2;
      case ALL_26 -> true;
    };
  }

  private static int[] flooded(int[] labels, Grid grid, Connectivity connectivity) {
    int[] out = new int[labels.length];
    int n = 0;
    for (int first = 0; first < labels.length; first++) {
      if (labels[first] == 0 || out[first] != 0) {
        continue;
      }
      out[first] = ++n;
      ArrayDeque<Integer> queue = new ArrayDeque<>();
      queue.add(first);
      while (!queue.isEmpty()) {
        int p = queue.remove();
        int x = p % grid.sizeX();
        int y = p / grid.sizeX() % grid.sizeY();
        int z = p / grid.sizeX() / grid.sizeY();
        for (int k = 0; k < 26; k++) {
          int[] step = Grid.step(k);
          int qx = x + step[2];
          int qy = y + step[1];
          int qz = z + step[0];
          boolean inside =
              qx >= 0
                  && qx < grid.sizeX()
                  && qy >= 0
                  && qy < grid.sizeY()
                  && qz >= 0
                  && qz < grid.sizeZ();
          int q = (qz * grid.sizeY() + qy) * grid.sizeX() + qx;
          if (inside && isStep(step, connectivity) && labels[q] == labels[p] && out[q] == 0) {
            out[q] = n;
            queue.add(q);
          }
        }
      }
    }
    return out;
  }
}
