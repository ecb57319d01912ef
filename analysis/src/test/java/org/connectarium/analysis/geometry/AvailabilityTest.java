package org.connectarium.analysis.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.connectarium.analysis.Reference;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
  private static final Workers ONE = Workers.of(1);
  private static final byte NONE = MembraneBlocks.NO_CLASS;

  /// Blocks of 1 µm in a row: the axon (0) in block 2; a dendrite of class A (1) touches it there
  /// with 3 µm², and itself in block 4 with 5 µm², which are two sides; one of class B (2) touches
  /// something that is none in block 0 with 7 µm².
  @Test
  void areasAreWorkedOutByHand() {
    BlockGrid grid = BlockGrid.over(new double[3], new double[] {9, 0, 0}, new double[] {1, 1, 1});
    MembraneBlocks blocks =
        MembraneBlocks.builder(grid, List.of("A", "B"), new byte[] {NONE, 0, 1, NONE}, axons(0))
            .add(2.5, 0.5, 0.5, 0, 1, 3)
            .add(4.1, 0.5, 0.5, 1, 1, 5)
            .add(0.9, 0.5, 0.5, -1, 2, 7)
            .add(9.5, 0.5, 0.5, 3, 3, 100)
            .build();
    Availability found =
        Geometry.availability(blocks, new int[] {0}, new double[] {0, 1, 2, 1000}, ONE);
    assertThat(areas(found, 0)).containsExactly(3, 0, 3, 0, 13, 7, 13, 7);
    assertThat(found.shares(0, 3)).containsExactly(0.65, 0.35);
    assertThat(found.reaching(0)).containsExactly(0);
  }

  @Test
  void areasWithinReachAreThoseOfTheDistanceTransformOfSciPy() {
    int[] shape = {7, 12, 70};
    double[] area = Reference.numbers("reach.area");
    int[] own = Reference.counts("reach.blocks");
    BlockGrid grid = new BlockGrid(-3, 0, 11, 0.36, 0.36, 0.448, shape[2], shape[1], shape[0]);
    MembraneBlocks.Builder builder =
        MembraneBlocks.builder(grid, List.of("A", "B"), new byte[] {0, 1, NONE, NONE}, axons(2, 3));
    for (int i = 0; i < area.length; i++) {
      int block = i % grid.blocks();
      add(builder, grid, block / 840, block / 70 % 12, block % 70, i / grid.blocks(), area[i]);
    }
    for (int i = 0; i < own.length; i += 3) {
      add(builder, grid, own[i], own[i + 1], own[i + 2], 2, 0.5);
    }
    double[] radii = {0, 0.36, 0.72, 1, 2.5, 30};
    Availability found =
        Geometry.availability(builder.build(), new int[] {2, 3}, radii, Workers.of(2));
    double[] expected = Reference.numbers("reach.within");
    double[] areas = areas(found, 0);
    for (int i = 0; i < expected.length; i++) {
      assertThat(areas[i]).isCloseTo(expected[i], within(1e-5 * expected[i]));
    }
    assertThat(areas(found, 1)).as("an axon without membrane").containsOnly(0);
    assertThat(found.shares(1, 5)).containsOnly(Double.NaN);
    assertThat(found.reaching(5)).containsExactly(0);
  }

  private static void add(
      MembraneBlocks.Builder to, BlockGrid g, int z, int y, int x, int neurite, double area) {
    to.add(
        g.xUm() + (x + 0.5) * g.sizeXUm(),
        g.yUm() + (y + 0.5) * g.sizeYUm(),
        g.zUm() + (z + 0.5) * g.sizeZUm(),
        neurite,
        -1,
        area);
  }

  /// Against a search over all pairs of blocks, with rows of more than one word of bits and axons
  /// that touch the sides.
  @Test
  void areasWithinReachAreThoseOfAllPairsOfBlocks() {
    BlockGrid grid = new BlockGrid(0, 0, 0, 0.5, 0.7, 1, 130, 9, 6);
    byte[] kinds = new byte[21];
    Arrays.fill(kinds, 0, 20, NONE);
    int[] axons = IntStream.range(0, 20).toArray();
    MembraneBlocks.Builder builder =
        MembraneBlocks.builder(grid, List.of("A"), kinds, axons(axons));
    float[] areas = new float[grid.blocks()];
    boolean[][] own = new boolean[20][grid.blocks()];
    SplittableRandom random = Seeds.random(3, 3);
    for (int i = 0; i < 600; i++) {
      int axon = i % 20;
      int block = random.nextInt(grid.blocks());
      float area = random.nextInt(1, 64) / 8f;
      areas[block] += area;
      own[axon][block] = true;
      add(builder, grid, block / 1170, block / 130 % 9, block % 130, axon, 0);
      add(builder, grid, block / 1170, block / 130 % 9, block % 130, 20, area);
    }
    double[] radii = {0, 0.7, 2, 5};
    Availability found = Geometry.availability(builder.build(), axons, radii, Workers.of(3));
    for (int axon = 0; axon < 20; axon++) {
      for (int r = 0; r < radii.length; r++) {
        double sum = 0;
        for (int block = 0; block < areas.length; block++) {
          sum += areas[block] > 0 && near(grid, own[axon], block, radii[r]) ? areas[block] : 0;
        }
        assertThat(found.areaUm2(axon, r, 0)).as("axon %d, %s µm", axon, radii[r]).isEqualTo(sum);
      }
    }
  }

  private static boolean near(BlockGrid g, boolean[] own, int block, double radius) {
    for (int other = 0; other < own.length; other++) {
      if (own[other]) {
        double x = (other % 130 - block % 130) * g.sizeXUm();
        double y = (other / 130 % 9 - block / 130 % 9) * g.sizeYUm();
        double z = (other / 1170 - block / 1170) * g.sizeZUm();
        if (x * x + y * y + z * z <= radius * radius + 1e-9) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void refusesWhatHasNoPlace() {
    BlockGrid grid = new BlockGrid(0, 0, 0, 1, 1, 1, 2, 2, 2);
    assertThatThrownBy(() -> MembraneBlocks.builder(grid, List.of("A"), new byte[] {1}, axons()))
        .hasMessage("neurite 0 has class 1 but the classes are [A]");
    MembraneBlocks.Builder builder =
        MembraneBlocks.builder(grid, List.of("A"), new byte[] {0}, axons());
    assertThatThrownBy(() -> builder.add(2, 0, 0, 0, 0, 1))
        .hasMessageStartingWith("place 2.0, 0.0, 0.0 µm lies outside of the blocks");
    assertThatThrownBy(() -> builder.add(0, 0, 0, 0, 1, 1))
        .hasMessage("neurite 1 has no class: only 1 were given");
    assertThatThrownBy(() -> builder.add(0, 0, 0, 0, 0, -1))
        .hasMessage("areas of borders must be 0 or more but one was -1.0");
    assertThatThrownBy(() -> new BlockGrid(0, 0, 0, 1, 1, 1, 2000, 2000, 2000))
        .hasMessageContaining("more than 2³¹ − 1");
    assertThatThrownBy(
            () -> Geometry.availability(builder.build(), new int[0], new double[] {-1}, ONE))
        .hasMessage("distances of 0 µm or more are needed but were [-1.0]");
  }

  /// Neuron 0 is an axon and of class A; what it touches itself with is not available to it.
  @Test
  void ownMembraneIsNotAvailable() {
    BlockGrid grid = new BlockGrid(0, 0, 0, 1, 1, 1, 3, 1, 1);
    MembraneBlocks blocks =
        MembraneBlocks.builder(grid, List.of("A"), new byte[] {0, 0}, axons(0, 1))
            .add(0, 0, 0, 0, 0, 2)
            .add(0, 0, 0, 0, 1, 3)
            .add(1, 0, 0, 1, -1, 5)
            .build();
    Availability found = Geometry.availability(blocks, new int[] {0, 1}, new double[] {0, 1}, ONE);
    assertThat(areas(found, 0)).containsExactly(3, 8);
    assertThat(areas(found, 1)).containsExactly(7, 7);
    assertThat(areas(found.without((row, column) -> row == 0 ? 2.5 : 9), 0))
        .containsExactly(0.5, 5.5);
    assertThat(areas(found.without((row, column) -> 9), 1)).containsExactly(0, 0);
  }

  private static BitSet axons(int... numbers) {
    BitSet axons = new BitSet();
    IntStream.of(numbers).forEach(axons::set);
    return axons;
  }

  private static double[] areas(Availability found, int row) {
    int width = found.classes().size();
    double[] areas = new double[found.radiiUm().length * width];
    Arrays.setAll(areas, i -> found.areaUm2(row, i / width, i % width));
    return areas;
  }
}
