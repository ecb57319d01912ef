package org.connectarium.reconstruction.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.Blocks;
import org.connectarium.reconstruction.RealData;
import org.connectarium.reconstruction.grid.Grid;
import org.junit.jupiter.api.Test;

class FaceCountsTest {
  private static final VoxelSize CUBES = new VoxelSize(10, 10, 10);

  @Test
  void countsFacesOnEachAxis() {
    int[] labels = {
      1, 1, 2, //
      1, 0, 2, //
      /* z = 1 */
      1, 3, 3, //
      1, 1, 2,
    };
    FaceCounts faces = FaceCounts.of(labels, new Grid(3, 2, 2));
    assertThat(text(faces))
        .isEqualTo(
            """
            1 2: z 0, y 0, x 2
            1 3: z 1, y 1, x 1
            2 3: z 1, y 1, x 0
            """);
  }

  @Test
  void takesFacesOfTheVoxelsSize() {
    FaceCounts faces = FaceCounts.of(new int[] {1, 1, 2, 2}, new Grid(1, 2, 2));
    VoxelSize size = new VoxelSize(10, 20, 40);
    assertThat(faces.stairsUm2(0, size)).isCloseTo(2 * 10 * 20 * 1e-6, within(1e-12));
    assertThat(faces.flatUm2(0, size)).isCloseTo(2 * 10 * 20 * 1e-6, within(1e-12));
  }

  @Test
  void agreesWithAllPairsOfVoxelsWhateverTheBlocks() {
    Random random = new Random(52);
    for (int round = 0; round < 100; round++) {
      Box whole = Box.ofSize(1 + random.nextInt(11), 1 + random.nextInt(9), 1 + random.nextInt(9));
      int[] labels = new int[whole.arrayLength()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = i > 0 && random.nextBoolean() ? labels[i - 1] : random.nextInt(5) * 400_000_000;
      }
      String expected = slowly(labels, Grid.of(whole));
      String at = "seed 52, round %d, %s".formatted(round, whole);
      assertThat(text(FaceCounts.of(labels, Grid.of(whole)))).as(at).isEqualTo(expected);
      List<Box> blocks =
          whole.blocks(1 + random.nextInt(8), 1 + random.nextInt(8), 1 + random.nextInt(8));
      assertThat(text(inBlocks(labels, whole, blocks))).as(at).isEqualTo(expected);
    }
  }

  @Test
  void doesNotDependOnDirections() {
    Random random = new Random(53);
    int[] labels = random.ints(6 * 7 * 8, 0, 4).toArray();
    int[] turned = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      turned[labels.length - 1 - i] = labels[i];
    }
    Grid grid = new Grid(6, 7, 8);
    assertThat(text(FaceCounts.of(turned, grid))).isEqualTo(text(FaceCounts.of(labels, grid)));
  }

  /* Pairs and faces on z, y, x of pinky40-seg, by numpy 2.4.6: for each axis
  a, b = labels[:-1], labels[1:]; np.unique of the sorted pairs where a != b and both are not 0.
  connected-components-3d 4.1.1 counts the same: cc3d.contacts(labels, connectivity=6) has 7,078
  pairs with 3,279,767 faces. */
  @Test
  void findsAsManyInMouseCortexAsOthersWhateverTheBlocks() {
    int[] labels = RealData.pinky40();
    int n = RealData.PINKY_EDGE;
    FaceCounts whole = FaceCounts.of(labels, new Grid(n, n, n));
    assertThat(whole.size()).isEqualTo(7078);
    long[] sum = new long[3];
    for (int i = 0; i < whole.size(); i++) {
      for (int axis = 0; axis < 3; axis++) {
        sum[axis] += whole.faces(i, axis);
      }
    }
    assertThat(sum).containsExactly(1_859_005, 805_963, 614_799);
    assertThat(text(whole)).contains("94 125: z 10976, y 5874, x 4497\n");
    for (int block : new int[] {64, 100, 128}) {
      FaceCounts parts = inBlocks(labels, Box.ofSize(n, n, n), Blocks.of(n, block));
      assertThat(text(parts)).isEqualTo(text(whole));
    }
  }

  @Test
  void bringsFlatBordersToTheirAreaAndLiesByAnEighthOnSpheres() {
    int n = 64;
    double[] normal = {0.36, 0.48, 0.8};
    double plane =
        error(
            n,
            p -> normal[0] * p[0] + normal[1] * p[1] + normal[2] * p[2] - 1,
            areaOfPlane(n, normal),
            true);
    assertThat(plane).as("flat, plane").isCloseTo(0, within(0.02));
    ToDoubleFunction<double[]> sphere = p -> Math.hypot(Math.hypot(p[0], p[1]), p[2]) - 24;
    double area = 4 * Math.PI * 24 * 24;
    assertThat(error(n, sphere, area, true)).as("flat, sphere").isCloseTo(-0.134, within(0.01));
    assertThat(error(n, sphere, area, false)).as("stairs, sphere").isCloseTo(0.5, within(0.01));
    ToDoubleFunction<double[]> tube = p -> Math.hypot(p[0], p[1]) - 24;
    double side = 2 * Math.PI * 24 * n;
    assertThat(error(n, tube, side, true)).as("flat, cylinder").isCloseTo(-0.1, within(0.01));
    assertThat(error(n, tube, side, false)).as("stairs, cylinder").isCloseTo(0.273, within(0.01));
  }

  @Test
  void refusesWhatItCannotCount() {
    assertThatThrownBy(() -> FaceCounts.of(new int[] {1, -1}, new Grid(2, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Labels must not be negative; renumber them");
    assertThatThrownBy(() -> FaceCounts.across(3, new int[2], new int[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("axis 3");
    assertThatThrownBy(() -> FaceCounts.across(0, new int[2], new int[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 and 3 labels");
    assertThat(FaceCounts.of(new int[0], new Grid(0, 4, 4)).size()).isZero();
    assertThat(FaceCounts.sum(List.of()).size()).isZero();
  }

  /* Relative error of the border between inside (distance < 0) and outside in a cube of n voxels
  whose middle, off the grid, is the origin. */
  private static double error(
      int n, ToDoubleFunction<double[]> distance, double area, boolean flat) {
    double half = n / 2.0;
    int[] labels = new int[n * n * n];
    for (int i = 0; i < labels.length; i++) {
      int x = i % n;
      int y = i / n % n;
      int z = i / n / n;
      double[] p = {x - half + 0.31, y - half + 0.17, z - half + 0.43};
      labels[i] = distance.applyAsDouble(p) < 0 ? 1 : 2;
    }
    FaceCounts faces = FaceCounts.of(labels, new Grid(n, n, n));
    double um2 = flat ? faces.flatUm2(0, CUBES) : faces.stairsUm2(0, CUBES);
    return um2 / (area * 1e-4) - 1;
  }

  /* The part of the plane through the cube above each (x, y), where z does not leave the cube. */
  private static double areaOfPlane(int n, double[] normal) {
    double half = n / 2.0;
    int inside = 0;
    int fine = 512;
    for (int i = 0; i < fine * fine; i++) {
      int column = i % fine;
      int row = i / fine;
      double x = (column + 0.5) * n / fine - half + 0.31 - 0.5;
      double y = (row + 0.5) * n / fine - half + 0.17 - 0.5;
      double z = (1 - normal[0] * x - normal[1] * y) / normal[2] - 0.43 + 0.5;
      inside += z > -half && z < half ? 1 : 0;
    }
    return (double) inside * n * n / fine / fine / normal[2];
  }

  private static FaceCounts inBlocks(int[] labels, Box whole, List<Box> blocks) {
    List<FaceCounts> parts = new ArrayList<>();
    for (Box b : blocks) {
      parts.add(FaceCounts.of(Blocks.cut(labels, whole, b), Grid.of(b)));
      Box[] last = {
        new Box(b.x0(), b.y0(), b.z1() - 1, b.x1(), b.y1(), b.z1()),
        new Box(b.x0(), b.y1() - 1, b.z0(), b.x1(), b.y1(), b.z1()),
        new Box(b.x1() - 1, b.y0(), b.z0(), b.x1(), b.y1(), b.z1())
      };
      for (int axis = 0; axis < 3; axis++) {
        Box next = last[axis].translate(axis == 2 ? 1 : 0, axis == 1 ? 1 : 0, axis == 0 ? 1 : 0);
        if (whole.contains(next)) {
          int[] near = Blocks.cut(labels, whole, last[axis]);
          parts.add(FaceCounts.across(axis, near, Blocks.cut(labels, whole, next)));
        }
      }
    }
    return FaceCounts.sum(parts);
  }

  private static String slowly(int[] labels, Grid grid) {
    int[] strides = {grid.sizeX() * grid.sizeY(), grid.sizeX(), 1};
    int[] sizes = {grid.sizeZ(), grid.sizeY(), grid.sizeX()};
    Map<Long, long[]> counts = new TreeMap<>();
    for (int p = 0; p < labels.length; p++) {
      for (int axis = 0; axis < 3; axis++) {
        boolean hasNext = p / strides[axis] % sizes[axis] < sizes[axis] - 1;
        int next = hasNext ? labels[p + strides[axis]] : labels[p];
        if (next != labels[p] && next != 0 && labels[p] != 0) {
          long key = ((long) Math.min(next, labels[p]) << 32) | Math.max(next, labels[p]);
          counts.computeIfAbsent(key, k -> new long[3])[axis]++;
        }
      }
    }
    StringBuilder out = new StringBuilder();
    counts.forEach((key, c) -> line(out, (int) (key >>> 32), key.intValue(), c[0], c[1], c[2]));
    return out.toString();
  }

  private static String text(FaceCounts faces) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < faces.size(); i++) {
      line(out, faces.a(i), faces.b(i), faces.faces(i, 0), faces.faces(i, 1), faces.faces(i, 2));
    }
    return out.toString();
  }

  private static void line(StringBuilder out, int a, int b, long z, long y, long x) {
    out.append("%d %d: z %d, y %d, x %d\n".formatted(a, b, z, y, x));
  }
}
