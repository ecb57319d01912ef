package org.connectarium.reconstruction.watershed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.components.Components;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Connectivity;
import org.connectarium.reconstruction.grid.Grid;
import org.junit.jupiter.api.Test;

class DescendingWatershedTest {
  @Test
  void eachVoxelGoesOverItsLowestStep() {
    /* steps:   5  9  4  7  3 | voxel 2 goes right (4), voxel 3 back (4), voxel 4 on (3) */
    assertThat(row(1, 5, 9, 4, 7, 3)).containsExactly(1, 1, 2, 2, 3, 3);
    /* voxel 1 goes on (2), voxel 0 follows it */
    assertThat(row(1, 5, 2, 4)).containsExactly(1, 1, 1, 1);
  }

  @Test
  void aPlateauIsDividedEvenly() {
    /* 6 is lowest for voxels 3…6, which lead off to both sides over 4 */
    assertThat(row(1, 1, 4, 6, 6, 6, 6, 4, 1)).containsExactly(1, 1, 1, 1, 1, 2, 2, 2, 2);
  }

  @Test
  void stepsBelowTheInsideLevelAreAlike() {
    int[] apart = row(1, 10, 30, 20);
    assertThat(apart).containsExactly(1, 1, 2, 2);
    BoundaryMap map = rowMap(10, 30, 20);
    assertThat(Watershed.descending(map, new AffinityParameters(30, 255, 1)))
        .containsExactly(1, 1, 1, 1);
  }

  @Test
  void wallsAreNotGoneAndSmallSegmentsJoinOverTheirLowestStep() {
    BoundaryMap map = rowMap(9, 120, 110, 3);
    assertThat(Watershed.descending(map, new AffinityParameters(0, 100, 1)))
        .containsExactly(1, 1, 2, 3, 3);
    assertThat(Watershed.descending(map, new AffinityParameters(0, 100, 2)))
        .containsExactly(1, 1, 2, 2, 2);
    assertThat(Watershed.descending(map, new AffinityParameters(0, 100, 3)))
        .containsExactly(1, 1, 1, 1, 1);
  }

  @Test
  void excludedVoxelsAreNoSegment() {
    BoundaryMap map = rowMap(9, 1, 1, 3).excluding(new byte[] {0, 0, 1, 0, 0});
    assertThat(Watershed.descending(map, new AffinityParameters(0, 255, 100)))
        .containsExactly(1, 1, 0, 2, 2);
  }

  @Test
  void basinsAreThoseOfTheDefinition() {
    Random random = new Random(31);
    for (int round = 0; round < 400; round++) {
      BoundaryMap map = randomMap(random, round % 2 == 0 ? 3 : 1);
      int inside = random.nextInt(3);
      int wall = inside + 1 + random.nextInt(255 - inside);
      Steps steps = new Steps(map);
      int[] labels = SteepestDescent.basins(steps, inside, wall);
      new Definition(map, inside, wall).check(labels, "seed 31, round " + round);
    }
  }

  @Test
  void smallSegmentsAreJoinedAsByTheSlowSingleLinkage() {
    Random random = new Random(32);
    for (int round = 0; round < 200; round++) {
      BoundaryMap map = randomMap(random, 3);
      int minVoxels = 1 + random.nextInt(12);
      int[] labels = Watershed.descending(map, new AffinityParameters(0, 200, 1));
      int[] slow = slowJoin(map, labels, minVoxels);
      assertThat(Watershed.descending(map, new AffinityParameters(0, 200, minVoxels)))
          .as("seed 32, round %d", round)
          .isEqualTo(slow);
    }
  }

  @Test
  void flippedOrTransposedMapsGiveTheSamePartition() {
    Random random = new Random(33);
    for (int round = 0; round < 60; round++) {
      int[] size = {4, 3, 5}; // x, y, z
      int[] levels = distinctLevels(random, 3 * 60);
      byte[] map = new byte[levels.length];
      for (int i = 0; i < map.length; i++) {
        map[i] = (byte) levels[i];
      }
      AffinityParameters parameters = new AffinityParameters(0, 170, 1 + random.nextInt(5));
      Box box = Box.ofSize(size[0], size[1], size[2]);
      int[] plain = Watershed.descending(BoundaryMap.of(box, map), parameters);
      /* x and z swapped: channels 0 and 2 change places */
      byte[] swapped = new byte[map.length];
      byte[] flipped = new byte[map.length];
      int[] swappedPlain = new int[60];
      int[] flippedPlain = new int[60];
      for (int z = 0, i = 0; z < 5; z++) {
        for (int y = 0; y < 3; y++) {
          for (int x = 0; x < 4; x++, i++) {
            int j = (x * 3 + y) * 5 + z;
            swappedPlain[j] = plain[i];
            int k = (z * 3 + y) * 4 + 3 - x;
            flippedPlain[k] = plain[i];
            for (int c = 0; c < 3; c++) {
              swapped[(2 - c) * 60 + j] = map[c * 60 + i];
            }
            flipped[k] = map[i];
            flipped[60 + k] = map[60 + i];
            /* the step before x becomes the step behind 3 − x, which is before 4 − x */
            if (x > 0) {
              flipped[120 + k + 1] = map[120 + i];
            }
          }
        }
      }
      String at = "seed 33, round " + round;
      assertThat(
              samePartition(
                  Watershed.descending(BoundaryMap.of(Box.ofSize(5, 3, 4), swapped), parameters),
                  swappedPlain))
          .as(at)
          .isTrue();
      assertThat(
              samePartition(
                  Watershed.descending(BoundaryMap.of(box, flipped), parameters), flippedPlain))
          .as(at)
          .isTrue();
    }
  }

  @Test
  void labelsAreOnePieceEachAndNumberedByFirstVoxel() {
    Random random = new Random(34);
    for (int round = 0; round < 100; round++) {
      BoundaryMap map = randomMap(random, 3);
      int[] labels = Watershed.descending(map, new AffinityParameters(1, 250, random.nextInt(9)));
      assertThat(Components.of(labels, map.grid(), Connectivity.FACES_6).labels())
          .as("seed 34, round %d", round)
          .isEqualTo(labels);
    }
  }

  @Test
  void refusesParametersOutsideTheirRange() {
    assertThatThrownBy(() -> new AffinityParameters(9, 9, 1)).hasMessageContaining("9 and 9");
    assertThatThrownBy(() -> new AffinityParameters(-1, 9, 1)).hasMessageContaining("-1 and 9");
    assertThatThrownBy(() -> new AffinityParameters(0, 256, 1)).hasMessageContaining("0 and 256");
    assertThatThrownBy(() -> new AffinityParameters(0, 9, -1)).hasMessageContaining("-1");
  }

  @Test
  void anEmptyBlockHasNoSegments() {
    BoundaryMap map = BoundaryMap.of(Box.ofSize(0, 3, 2), new byte[0]);
    assertThat(Watershed.descending(map, new AffinityParameters(0, 255, 5))).isEmpty();
  }

  private static int[] row(int minVoxels, int... steps) {
    return Watershed.descending(rowMap(steps), new AffinityParameters(0, 255, minVoxels));
  }

  /* A row of voxels with these steps between them. */
  static BoundaryMap rowMap(int... steps) {
    int n = steps.length + 1;
    byte[] map = new byte[3 * n];
    for (int i = 1; i < n; i++) {
      map[2 * n + i] = (byte) steps[i - 1];
    }
    return BoundaryMap.of(Box.ofSize(n, 1, 1), map);
  }

  static int[] distinctLevels(Random random, int n) {
    int[] levels = new int[n];
    for (int i = 0; i < n; i++) {
      int at = random.nextInt(i + 1);
      levels[i] = levels[at];
      levels[at] = i;
    }
    return levels;
  }

  static boolean samePartition(int[] one, int[] other) {
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < i; j++) {
        if ((one[i] == one[j]) != (other[i] == other[j])) {
          return false;
        }
      }
    }
    return true;
  }

  static BoundaryMap randomMap(Random random, int channels) {
    Box box = Box.ofSize(1 + random.nextInt(6), 1 + random.nextInt(5), 1 + random.nextInt(5));
    byte[] map = new byte[channels * box.arrayLength()];
    byte[] mask = new byte[box.arrayLength()];
    int levels = random.nextBoolean() ? 4 : 256;
    for (int i = 0; i < map.length; i++) {
      map[i] = (byte) random.nextInt(levels);
    }
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) (random.nextInt(10) == 0 ? 1 : 0);
    }
    return BoundaryMap.of(box, map).excluding(mask);
  }

  /* All steps sorted by level and place, then one after the other with sizes counted anew. */
  private static int[] slowJoin(BoundaryMap map, int[] labels, int minVoxels) {
    int[] out = labels.clone();
    Definition d = new Definition(map, 0, 255);
    for (int level = 0; level < 255; level++) {
      for (int i = 0; i < out.length; i++) {
        for (int k = 0; k < 3; k++) {
          if (d.has(i, k) && d.level(i, k) == level) {
            int a = out[i];
            int b = out[d.to(i, k)];
            long na = Arrays.stream(out).filter(l -> l == a).count();
            long nb = Arrays.stream(out).filter(l -> l == b).count();
            if (a != b && Math.min(na, nb) < minVoxels) {
              for (int j = 0; j < out.length; j++) {
                out[j] = out[j] == Math.max(a, b) ? Math.min(a, b) : out[j];
              }
            }
          }
        }
      }
    }
    int[] number = new int[out.length + 1];
    int next = 0;
    for (int i = 0; i < out.length; i++) {
      if (out[i] > 0) {
        number[out[i]] = number[out[i]] == 0 ? ++next : number[out[i]];
        out[i] = number[out[i]];
      }
    }
    return out;
  }

  /* The watershed as it is defined, voxel by voxel. Directions −z, −y, −x, x, y, z. */
  private static final class Definition {
    private final BoundaryMap map;
    private final Grid grid;
    private final int inside;
    private final int wall;

    Definition(BoundaryMap map, int inside, int wall) {
      this.map = map;
      this.grid = map.grid();
      this.inside = inside;
      this.wall = wall;
    }

    int[] position(int i) {
      int area = grid.sizeX() * grid.sizeY();
      return new int[] {i / area, i % area / grid.sizeX(), i % grid.sizeX()};
    }

    int to(int i, int k) {
      int[] stride = {grid.sizeX() * grid.sizeY(), grid.sizeX(), 1};
      return k < 3 ? i - stride[k] : i + stride[5 - k];
    }

    boolean has(int i, int k) {
      int axis = k < 3 ? k : 5 - k;
      int at = position(i)[axis] + (k < 3 ? -1 : 1);
      int[] size = {grid.sizeZ(), grid.sizeY(), grid.sizeX()};
      return at >= 0 && at < size[axis] && !map.isExcluded(i) && !map.isExcluded(to(i, k));
    }

    int level(int i, int k) {
      int axis = k < 3 ? k : 5 - k;
      int j = to(i, k);
      int level =
          map.isAffinity()
              ? map.boundary()[axis * grid.voxels() + Math.max(i, j)] & 255
              : Math.max(map.boundary()[i] & 255, map.boundary()[j] & 255);
      return Math.clamp(level, inside, 254);
    }

    boolean isLowest(int i, int k) {
      if (!has(i, k) || level(i, k) >= wall) {
        return false;
      }
      for (int other = 0; other < 6; other++) {
        if (has(i, other) && level(i, other) < level(i, k)) {
          return false;
        }
      }
      return true;
    }

    boolean isPlateau(int i, int k) {
      return isLowest(i, k) && isLowest(to(i, k), 5 - k);
    }

    int leading(int i) {
      for (int k = 0; k < 6; k++) {
        if (isLowest(i, k) && !isPlateau(i, k)) {
          return k;
        }
      }
      return -1;
    }

    void check(int[] labels, String at) {
      int n = labels.length;
      int[] distance = new int[n];
      for (int i = 0; i < n; i++) {
        distance[i] = leading(i) >= 0 ? 0 : n;
      }
      for (int round = 0; round < n; round++) {
        for (int i = 0; i < n; i++) {
          for (int k = 0; k < 6; k++) {
            if (isPlateau(i, k)) {
              distance[i] = Math.min(distance[i], distance[to(i, k)] + 1);
            }
          }
        }
      }
      int[] minimum = new int[n + 1];
      Arrays.fill(minimum, -1);
      for (int i = 0; i < n; i++) {
        String voxel = at + ", voxel " + i;
        if (map.isExcluded(i)) {
          assertThat(labels[i]).as(voxel).isZero();
        } else if (distance[i] == 0) {
          assertThat(labels[i]).as(voxel).isEqualTo(labels[to(i, leading(i))]);
        } else if (distance[i] < n) {
          boolean found = false;
          for (int k = 0; k < 6; k++) {
            found |=
                isPlateau(i, k)
                    && distance[to(i, k)] == distance[i] - 1
                    && labels[to(i, k)] == labels[i];
          }
          assertThat(found).as(voxel).isTrue();
        } else {
          int lowest = lowestOfPlateau(i);
          assertThat(labels[i]).as(voxel).isEqualTo(labels[lowest]).isPositive();
          assertThat(minimum[labels[i]]).as(voxel).isIn(-1, lowest);
          minimum[labels[i]] = lowest;
        }
      }
    }

    private int lowestOfPlateau(int i) {
      boolean[] in = new boolean[grid.voxels()];
      in[i] = true;
      for (boolean grown = true; grown; ) {
        grown = false;
        for (int j = 0; j < in.length; j++) {
          for (int k = 0; in[j] && k < 6; k++) {
            if (isPlateau(j, k) && !in[to(j, k)]) {
              in[to(j, k)] = true;
              grown = true;
            }
          }
        }
      }
      int first = 0;
      while (!in[first]) {
        first++;
      }
      return first;
    }
  }
}
