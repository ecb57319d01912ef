package org.connectarium.reconstruction.watershed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Grid;
import org.junit.jupiter.api.Test;

class MutexWatershedTest {
  @Test
  void whatLiesAtBothSidesOfAWallStaysApart() {
    /* pushes of 200 go out from voxels 4 (to 1) and 6 (to 3) before the pull of 55 joins 3 and 4 */
    BoundaryMap map = DescendingWatershedTest.rowMap(5, 5, 5, 200, 5, 5);
    assertThat(Watershed.mutex(map, new MutexParameters(3, 0, 0, 1)))
        .containsExactly(1, 1, 1, 1, 2, 2, 2);
  }

  @Test
  void withoutPushesAllIsOne() {
    BoundaryMap map = DescendingWatershedTest.rowMap(5, 5, 5, 200, 5, 5);
    assertThat(Watershed.mutex(map, new MutexParameters(0, 0, 0, 1)))
        .containsExactly(1, 1, 1, 1, 1, 1, 1);
  }

  @Test
  void aWeakWallIsCrossedBeforeItPushes() {
    /* pull 255 − 100 = 155 comes before the push of 100 */
    BoundaryMap map = DescendingWatershedTest.rowMap(5, 5, 5, 100, 5, 5);
    assertThat(Watershed.mutex(map, new MutexParameters(3, 0, 0, 1)))
        .containsExactly(1, 1, 1, 1, 1, 1, 1);
  }

  @Test
  void equalsKruskalWithExclusions() {
    Random random = new Random(41);
    for (int round = 0; round < 300; round++) {
      BoundaryMap plain = DescendingWatershedTest.randomMap(random, round % 3 == 0 ? 1 : 3);
      Box at = plain.box().translate(random.nextInt(3), random.nextInt(3), random.nextInt(3));
      byte[] mask = new byte[at.arrayLength()];
      for (int i = 0; i < mask.length; i++) {
        mask[i] = (byte) (random.nextInt(12) == 0 ? 1 : 0);
      }
      BoundaryMap map = BoundaryMap.of(at, plain.boundary()).excluding(mask);
      MutexParameters p =
          new MutexParameters(
              reach(random.nextInt(4)), reach(random.nextInt(4)), reach(random.nextInt(4)), 1);
      assertThat(Watershed.mutex(map, p)).as("seed 41, round %d", round).isEqualTo(slow(map, p));
    }
  }

  private static int reach(int r) {
    return r == 1 ? 0 : r;
  }

  @Test
  void smallSegmentsAreJoined() {
    BoundaryMap map = DescendingWatershedTest.rowMap(5, 5, 5, 200, 5, 5);
    assertThat(Watershed.mutex(map, new MutexParameters(3, 0, 0, 4)))
        .containsExactly(1, 1, 1, 1, 1, 1, 1);
  }

  @Test
  void refusesParametersOutsideTheirRange() {
    assertThatThrownBy(() -> new MutexParameters(1, 3, 3, 0)).hasMessageContaining("was 1");
    assertThatThrownBy(() -> new MutexParameters(3, 3, 1001, 0)).hasMessageContaining("1001");
    assertThatThrownBy(() -> new MutexParameters(3, 3, 3, -1)).hasMessageContaining("-1");
  }

  private record Edge(int strength, boolean push, int a, int b) {}

  /* All edges sorted, groups as labels a voxel, exclusions as pairs of voxels. */
  private static int[] slow(BoundaryMap map, MutexParameters parameters) {
    Grid grid = map.grid();
    int[] size = {grid.sizeZ(), grid.sizeY(), grid.sizeX()};
    int[] stride = {grid.sizeX() * grid.sizeY(), grid.sizeX(), 1};
    int[] reach = {parameters.reachZ(), parameters.reachY(), parameters.reachX()};
    long[] begin = {map.box().z0(), map.box().y0(), map.box().x0()};
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < grid.voxels(); i++) {
      int[] at = {i / stride[0], i / stride[1] % size[1], i % size[2]};
      boolean onLattice = true;
      for (int c = 0; c < 3; c++) {
        onLattice &= (begin[c] + at[c]) % 2 == 0;
      }
      for (int c = 0; c < 3; c++) {
        if (at[c] > 0 && level(map, i, c, stride[c]) < 255) {
          edges.add(new Edge(255 - level(map, i, c, stride[c]), false, i, i - stride[c]));
        }
        int far = i - reach[c] * stride[c];
        if (onLattice && reach[c] > 0 && at[c] >= reach[c]) {
          int highest = 0;
          for (int p = i; p > far; p -= stride[c]) {
            highest = Math.max(highest, level(map, p, c, stride[c]));
          }
          if (!map.isExcluded(i) && !map.isExcluded(far) && highest > 0) {
            edges.add(new Edge(highest, true, i, far));
          }
        }
      }
    }
    /* a stable sort keeps the order of voxels and axes */
    edges.sort(
        (e, f) ->
            e.strength != f.strength
                ? Integer.compare(f.strength, e.strength)
                : Boolean.compare(e.push, f.push));
    int[] group = new int[grid.voxels()];
    Arrays.setAll(group, i -> i);
    Set<Edge> exclusions = new HashSet<>();
    for (Edge e : edges) {
      int a = group[e.a];
      int b = group[e.b];
      if (a == b) {
        continue;
      }
      if (e.push) {
        exclusions.add(e);
      } else if (exclusions.stream()
          .noneMatch(
              x -> (group[x.a] == a && group[x.b] == b) || (group[x.a] == b && group[x.b] == a))) {
        for (int i = 0; i < group.length; i++) {
          group[i] = group[i] == b ? a : group[i];
        }
      }
    }
    int[] out = new int[group.length];
    int[] number = new int[group.length];
    int n = 0;
    for (int i = 0; i < out.length; i++) {
      if (!map.isExcluded(i)) {
        number[group[i]] = number[group[i]] == 0 ? ++n : number[group[i]];
        out[i] = number[group[i]];
      }
    }
    return out;
  }

  private static int level(BoundaryMap map, int i, int axis, int stride) {
    if (map.isExcluded(i) || map.isExcluded(i - stride)) {
      return 255;
    }
    return Math.min(
        254,
        map.isAffinity()
            ? map.boundary()[axis * map.grid().voxels() + i] & 255
            : Math.max(map.boundary()[i] & 255, map.boundary()[i - stride] & 255));
  }
}
