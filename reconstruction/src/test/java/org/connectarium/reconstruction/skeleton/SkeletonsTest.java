package org.connectarium.reconstruction.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.Grid;
import org.junit.jupiter.api.Test;

class SkeletonsTest {
  private static final SkeletonParameters FINE =
      new SkeletonParameters(1.5, 20, 1, 0, Double.POSITIVE_INFINITY);

  private static SkeletonTree only(Drawing drawing, SkeletonParameters parameters) {
    List<SkeletonTree> trees =
        Skeletons.of(drawing.labels, drawing.grid, Drawing.VOXEL, parameters);
    assertThat(trees).hasSize(1);
    return trees.getFirst();
  }

  @Test
  void straightTubeIsItsMiddleLine() {
    SkeletonTree tree =
        only(new Drawing(70, 15, 15).tube(3, new int[] {8, 7, 7}, new int[] {61, 7, 7}, 4.2), FINE);
    assertThat(tree.label()).isEqualTo(3);
    assertThat(tree.tips()).isEqualTo(2);
    assertThat(tree.branchPoints()).isZero();
    /* 53 voxels between the ends and about 4 more on each side, ends cut off-middle */
    assertThat(tree.lengthNm()).isBetween(530.0, 670.0);
    for (int i = 0; i < tree.nodes(); i++) {
      if (tree.xNm()[i] > 130 && tree.xNm()[i] < 560) {
        assertThat(tree.yNm()[i]).isEqualTo(70);
        assertThat(tree.zNm()[i]).isEqualTo(70);
        assertThat(tree.radiusNm()[i]).isCloseTo(42.426f, within(0.001f));
      }
    }
  }

  @Test
  void bentTubeGoesAroundTheCorner() {
    SkeletonTree tree =
        only(
            new Drawing(60, 60, 9)
                .tube(1, new int[] {6, 6, 4}, new int[] {50, 6, 4}, 3.2)
                .tube(1, new int[] {50, 6, 4}, new int[] {50, 50, 4}, 3.2),
            FINE);
    assertThat(tree.tips()).isEqualTo(2);
    assertThat(tree.branchPoints()).isZero();
    assertThat(tree.lengthNm()).isBetween(780.0, 960.0);
  }

  @Test
  void forkHasThreeTips() {
    SkeletonTree tree =
        only(
            new Drawing(90, 60, 9)
                .tube(1, new int[] {5, 30, 4}, new int[] {45, 30, 4}, 3.2)
                .tube(1, new int[] {45, 30, 4}, new int[] {80, 5, 4}, 3.2)
                .tube(1, new int[] {45, 30, 4}, new int[] {80, 55, 4}, 3.2),
            FINE);
    assertThat(tree.tips()).isEqualTo(3);
    assertThat(tree.branchPoints()).isEqualTo(1);
    assertThat(tree.pieces()).isEqualTo(1);
    assertThat(tree.lengthNm()).isBetween(1200.0, 1450.0);
  }

  @Test
  void sphereIsOneLineThatCoversIt() {
    SkeletonTree tree =
        only(
            new Drawing(31, 31, 31).tube(1, new int[] {15, 15, 15}, new int[] {15, 15, 15}, 12),
            FINE);
    assertThat(tree.pieces()).isEqualTo(1);
    assertThat(tree.tips()).isEqualTo(2);
    assertThat(tree.lengthNm()).isBetween(120.0, 300.0);
  }

  @Test
  void somaIsTheRootAndHasNoBranches() {
    Drawing cell =
        new Drawing(90, 41, 41)
            .tube(1, new int[] {20, 20, 20}, new int[] {20, 20, 20}, 15)
            .tube(1, new int[] {20, 20, 20}, new int[] {85, 20, 20}, 2.5);
    SkeletonTree tree = only(cell, new SkeletonParameters(1, 10, 1, 0, 100));
    assertThat(tree.tips()).isEqualTo(2);
    assertThat(new double[] {tree.xNm()[0], tree.yNm()[0], tree.zNm()[0]})
        .containsExactly(200, 200, 200);
    assertThat(tree.radiusNm()[0]).isGreaterThan(145);
  }

  @Test
  void oneVoxelIsOneNode() {
    Drawing drawing = new Drawing(3, 3, 3);
    drawing.labels[13] = 9;
    SkeletonTree tree = only(drawing, FINE);
    assertThat(tree.nodes()).isEqualTo(1);
    assertThat(tree.parent()).containsExactly(-1);
    assertThat(tree.xNm()).containsExactly(10);
    assertThat(tree.radiusNm()).containsExactly(10);
    assertThat(tree.lengthNm()).isZero();
    assertThat(tree.tips()).isZero();
  }

  @Test
  void dustHasNoSkeleton() {
    Drawing drawing = new Drawing(9, 3, 3);
    drawing.labels[0] = 1;
    drawing.labels[5] = 2;
    drawing.labels[6] = 2;
    SkeletonParameters two = new SkeletonParameters(1, 10, 2, 0, 1000);
    assertThat(only(drawing, two).label()).isEqualTo(2);
  }

  @Test
  void planeAsThinAsAVoxelIsCovered() {
    Drawing drawing = new Drawing(20, 20, 3);
    Arrays.fill(drawing.labels, 400, 800, 1);
    SkeletonTree tree = only(drawing, FINE);
    assertThat(tree.pieces()).isEqualTo(1);
    assertThat(tree.tips()).isGreaterThan(3);
    for (int x = 0; x < 20; x++) {
      for (int y = 0; y < 20; y++) {
        assertThat(nearestNm(tree, 10 * x, 10 * y, 10)).as(x + ", " + y).isLessThanOrEqualTo(35);
      }
    }
  }

  @Test
  void ringOpensOnce() {
    Drawing ring = new Drawing(61, 61, 9);
    int[][] corners = {{30, 8, 4}, {46, 15, 4}, {53, 30, 4}, {46, 46, 4}, {30, 53, 4}};
    for (int k = 0; k + 1 < corners.length; k++) {
      ring.tube(1, corners[k], corners[k + 1], 3.2);
      ring.tube(1, mirrored(corners[k]), mirrored(corners[k + 1]), 3.2);
    }
    SkeletonTree tree = only(ring, FINE);
    assertThat(tree.pieces()).isEqualTo(1);
    assertThat(tree.tips()).isBetween(2, 3);
    /* around the ring: 8 · 17.3 voxels, less what the root covers */
    assertThat(tree.lengthNm()).isBetween(1150.0, 1500.0);
  }

  @Test
  void partsOfALabelAreRootsOfTheirOwn() {
    SkeletonTree tree =
        only(
            new Drawing(60, 9, 9)
                .tube(1, new int[] {4, 4, 4}, new int[] {24, 4, 4}, 2.5)
                .tube(1, new int[] {34, 4, 4}, new int[] {54, 4, 4}, 2.5),
            FINE);
    assertThat(tree.pieces()).isEqualTo(2);
  }

  @Test
  void thickSectionsAreMeasuredInNm() {
    Drawing drawing = new Drawing(9, 9, 40).tube(1, new int[] {4, 4, 3}, new int[] {4, 4, 36}, 2.5);
    SkeletonTree tree =
        Skeletons.of(drawing.labels, drawing.grid, new VoxelSize(10, 10, 40), FINE).getFirst();
    assertThat(tree.lengthNm()).isBetween(1300.0, 1600.0);
  }

  @Test
  void nothingOfNothing() {
    assertThat(Skeletons.of(new int[0], new Grid(0, 0, 0), Drawing.VOXEL, FINE)).isEmpty();
    assertThat(Skeletons.of(new int[8], new Grid(2, 2, 2), Drawing.VOXEL, FINE)).isEmpty();
  }

  @Test
  void oneObjectThatFillsTheBlock() {
    int[] labels = new int[1000];
    Arrays.fill(labels, 1);
    SkeletonTree tree = Skeletons.of(labels, new Grid(10, 10, 10), Drawing.VOXEL, FINE).getFirst();
    for (float radius : tree.radiusNm()) {
      assertThat(radius).isLessThanOrEqualTo(50);
    }
  }

  @Test
  void badInput() {
    assertThatThrownBy(() -> Skeletons.of(new int[7], new Grid(2, 2, 2), Drawing.VOXEL, FINE))
        .isInstanceOf(IllegalArgumentException.class);
    int[] negative = {0, -4};
    assertThatThrownBy(() -> Skeletons.of(negative, new Grid(2, 1, 1), Drawing.VOXEL, FINE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-4");
    assertThatThrownBy(() -> new SkeletonParameters(Double.NaN, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("scale");
  }

  private static int[] mirrored(int[] xyz) {
    return new int[] {60 - xyz[0], xyz[1], xyz[2]};
  }

  private static double nearestNm(SkeletonTree tree, double x, double y, double z) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < tree.nodes(); i++) {
      double dx = tree.xNm()[i] - x;
      double dy = tree.yNm()[i] - y;
      double dz = tree.zNm()[i] - z;
      nearest = Math.min(nearest, Math.sqrt(dx * dx + dy * dy + dz * dz));
    }
    return nearest;
  }
}
