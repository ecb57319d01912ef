package org.connectarium.reconstruction.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class SegmentTableTest {
  private static final VoxelSize SIZE = new VoxelSize(10, 20, 30);

  @Test
  void measuresARowInVoxelsOfTheVolume() {
    Box box = new Box(100, 200, 300, 104, 202, 301);
    int[] labels = {
      1, 1, 1, 0, //
      2, 0, 1, 0
    };
    SegmentTable table = SegmentTable.of(labels, box, SIZE);
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.voxels(1)).isEqualTo(4);
    assertThat(table.x(1)).isEqualTo(101.25);
    assertThat(table.y(1)).isEqualTo(200.25);
    assertThat(table.z(1)).isEqualTo(300);
    assertThat(table.bounds(1)).isEqualTo(new Box(100, 200, 300, 103, 202, 301));
    assertThat(table.bounds(2)).isEqualTo(new Box(100, 201, 300, 101, 202, 301));
    /* x: 0, 1, 2, 2: mean square 9/4 − (5/4)²; y: 0, 0, 0, 1; xy: 2/4 − 5/16 */
    assertThat(table.covarianceNm2(1))
        .containsExactly(
            new double[] {0.6875 * 100, 0.1875 * 400, 0, 0.1875 * 200, 0, 0}, within(1e-9));
    assertThat(table.covarianceNm2(2)).containsExactly(new double[6], within(1e-9));
  }

  @Test
  void insidePointIsTheDeepestVoxel() {
    int[] labels = {
      2, 2, 2, 2, 2, 2, //
      2, 1, 1, 1, 2, 2, //
      2, 1, 1, 1, 1, 2, //
      2, 1, 1, 1, 2, 2, //
      2, 2, 2, 2, 2, 2
    };
    SegmentTable table = SegmentTable.of(labels, Box.ofSize(6, 5, 1), new VoxelSize(10, 10, 10));
    assertThat(table.insideX(1)).isEqualTo(2);
    assertThat(table.insideY(1)).isEqualTo(2);
    assertThat(table.insideZ(1)).isEqualTo(0);
    assertThat(table.thicknessNm(1)).isCloseTo(2 * 20, within(1e-5));
    /* the corner of the outer one is the only voxel that is one step along both axes away */
    assertThat(table.insideX(2)).isEqualTo(5);
    assertThat(table.insideY(2)).isEqualTo(0);
    assertThat(table.thicknessNm(2)).isCloseTo(2 * 10 * Math.sqrt(5), within(1e-5));
  }

  @Test
  void aBlockThatIsOneSegmentEndsAtItsFaces() {
    int[] labels = new int[5 * 7 * 3];
    Arrays.fill(labels, 1);
    SegmentTable table = SegmentTable.of(labels, Box.ofSize(5, 7, 3), SIZE);
    assertThat(table.insideX(1)).isEqualTo(2);
    assertThat(table.thicknessNm(1)).isCloseTo(2 * 30, within(1e-5));
  }

  @Test
  void thicknessOfBallsAndCylinders() {
    Random random = new Random(31);
    for (int round = 0; round < 40; round++) {
      double[] d = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      double length = Math.hypot(Math.hypot(d[0], d[1]), d[2]);
      double radius = 6 + 3 * random.nextDouble();
      double[] c = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      boolean isBall = round % 2 == 0;
      int edge = 24;
      int[] labels = new int[edge * edge * edge];
      for (int i = 0; i < labels.length; i++) {
        int column = i % edge;
        int row = i / edge % edge;
        int section = i / edge / edge;
        double x = column - 12 + c[0];
        double y = row - 12 + c[1];
        double z = section - 12 + c[2];
        double along = isBall ? 0 : (x * d[0] + y * d[1] + z * d[2]) / length;
        double square = x * x + y * y + z * z - along * along;
        labels[i] = square < radius * radius ? 1 : 2;
      }
      Box box = Box.ofSize(edge, edge, edge);
      SegmentTable table = SegmentTable.of(labels, box, new VoxelSize(10, 10, 10));
      double error = table.thicknessNm(1) / 10 - 2 * radius;
      assertThat(error).as("seed 31, round %d", round).isBetween(-1.3, 1.3);
    }
  }

  @Test
  void axesOfARodAndOfAPlate() {
    int[] labels = new int[9 * 9 * 9];
    for (int i = 0; i < labels.length; i++) {
      int x = i % 9;
      int y = i / 9 % 9;
      int z = i / 81;
      labels[i] = x == y && z == 4 ? 1 : 2;
    }
    VoxelSize cubes = new VoxelSize(10, 10, 10);
    PrincipalAxes rod = SegmentTable.of(labels, Box.ofSize(9, 9, 9), cubes).axes(1);
    assertThat(rod.x()).isCloseTo(Math.sqrt(0.5), within(1e-12));
    assertThat(rod.y()).isCloseTo(Math.sqrt(0.5), within(1e-12));
    assertThat(rod.z()).isCloseTo(0, within(1e-12));
    /* variance of 0…8 is 20/3 steps of 10·√2 nm */
    assertThat(rod.longestNm()).isCloseTo(Math.sqrt(20.0 / 3 * 200), within(1e-9));
    assertThat(rod.middleNm()).isCloseTo(0, within(1e-6));
    assertThat(rod.shortestNm()).isCloseTo(0, within(1e-6));
    int[] plate = new int[5 * 3];
    Arrays.fill(plate, 1);
    PrincipalAxes axes = SegmentTable.of(plate, Box.ofSize(5, 3, 1), SIZE).axes(1);
    /* variances 2 · 10² along x and 2/3 · 20² along y */
    assertThat(axes.y()).isCloseTo(1, within(1e-12));
    assertThat(axes.longestNm()).isCloseTo(Math.sqrt(800.0 / 3), within(1e-9));
    assertThat(axes.middleNm()).isCloseTo(Math.sqrt(200), within(1e-9));
    assertThat(axes.shortestNm()).isZero();
  }

  @Test
  void axesOfRandomCloudsAreThoseOfTheirCovariance() {
    Random random = new Random(32);
    for (int round = 0; round < 200; round++) {
      double[][] a = new double[3][3];
      for (double[] row : a) {
        Arrays.setAll(row, k -> random.nextGaussian() * 100);
      }
      double[][] c = new double[3][3];
      for (int i = 0; i < 9; i++) {
        for (int k = 0; k < 3; k++) {
          c[i / 3][i % 3] += a[i / 3][k] * a[i % 3][k];
        }
      }
      PrincipalAxes axes =
          PrincipalAxes.of(new double[] {c[0][0], c[1][1], c[2][2], c[0][1], c[0][2], c[1][2]});
      double[] v = {axes.x(), axes.y(), axes.z()};
      double longest = axes.longestNm() * axes.longestNm();
      for (int i = 0; i < 3; i++) {
        assertThat(c[i][0] * v[0] + c[i][1] * v[1] + c[i][2] * v[2])
            .as("seed 32, round %d", round)
            .isCloseTo(longest * v[i], within(1e-6));
      }
      double middle = axes.middleNm() * axes.middleNm();
      double shortest = axes.shortestNm() * axes.shortestNm();
      assertThat(longest).isGreaterThanOrEqualTo(middle);
      assertThat(middle).isGreaterThanOrEqualTo(shortest);
      assertThat(longest + middle + shortest).isCloseTo(c[0][0] + c[1][1] + c[2][2], within(1e-6));
      assertThat(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(v).max().orElseThrow())
          .isEqualTo(Arrays.stream(v).map(Math::abs).max().orElseThrow());
    }
  }

  @Test
  void insidePointsLieInTheirSegmentAndSizesAddUp() {
    Random random = new Random(8);
    Box box = new Box(5, 6, 7, 14, 14, 14);
    int[] labels = random.ints(box.arrayLength(), 0, 12).toArray();
    SegmentTable table = SegmentTable.of(labels, box, SIZE);
    int sum = 0;
    for (int s = 1; s <= table.size(); s++) {
      sum += table.voxels(s);
      long at = ((table.insideZ(s) - 7) * 8 + table.insideY(s) - 6) * 9 + table.insideX(s) - 5;
      assertThat(labels[(int) at]).as("seed 8").isEqualTo(s);
      assertThat(table.bounds(s).contains(table.insideX(s), table.insideY(s), table.insideZ(s)))
          .isTrue();
    }
    int background = 0;
    for (int label : labels) {
      background += label == 0 ? 1 : 0;
    }
    assertThat(sum + background).isEqualTo(box.arrayLength());
  }

  @Test
  void refusesGapsInTheNumbering() {
    assertThatThrownBy(() -> SegmentTable.of(new int[] {1, 3}, Box.ofSize(2, 1, 1), SIZE))
        .hasMessageContaining("2 has no voxel");
  }

  @Test
  void aBlockWithoutSegmentsHasAnEmptyTable() {
    assertThat(SegmentTable.of(new int[8], Box.ofSize(2, 2, 2), SIZE).size()).isZero();
  }
}
