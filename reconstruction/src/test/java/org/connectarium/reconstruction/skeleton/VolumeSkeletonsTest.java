package org.connectarium.reconstruction.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.block.BlockEngine;
import org.connectarium.reconstruction.block.BlocksFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeSkeletonsTest {
  private static final SkeletonParameters FINE =
      new SkeletonParameters(1.5, 40, 30, 0, Double.POSITIVE_INFINITY);

  @TempDir private Path folder;

  private static VolumeSkeletons plan(Drawing drawing, int block, Path folder) {
    Box volume = Box.ofSize(drawing.grid.sizeX(), drawing.grid.sizeY(), drawing.grid.sizeZ());
    return new VolumeSkeletons(volume, block, Drawing.VOXEL, FINE, folder.toString());
  }

  private static LabelSource source(Drawing drawing) {
    long[] labels = drawing.longs();
    return box -> {
      long[] out = new long[box.arrayLength()];
      int i = 0;
      for (long z = box.z0(); z < box.z1(); z++) {
        for (long y = box.y0(); y < box.y1(); y++) {
          for (long x = box.x0(); x < box.x1(); x++) {
            long at = (z * drawing.grid.sizeY() + y) * drawing.grid.sizeX() + x;
            out[i++] = labels[(int) at];
          }
        }
      }
      return out;
    };
  }

  private static Drawing randomTubes(long seed) {
    Random random = new Random(seed);
    Drawing drawing = new Drawing(70, 60, 50);
    for (int label = 1; label <= 6; label++) {
      int[] at = {random.nextInt(70), random.nextInt(60), random.nextInt(50)};
      for (int k = 0; k < 3; k++) {
        int[] to = {random.nextInt(70), random.nextInt(60), random.nextInt(50)};
        drawing.tube(label, at, to, 3.5);
        at = to;
      }
    }
    return drawing;
  }

  private List<SkeletonTree> trees(Drawing drawing, int block, int threads) throws Exception {
    VolumeSkeletons plan = plan(drawing, block, folder.resolve(block + "-" + threads));
    plan.run(BlockEngine.threads(threads), source(drawing), _ -> {});
    return plan.trees();
  }

  @Test
  void tubeThroughManyBlocksIsOneLine() throws Exception {
    Drawing tube = new Drawing(80, 20, 20).tube(5, new int[] {5, 9, 8}, new int[] {74, 11, 12}, 4);
    List<SkeletonTree> trees = trees(tube, 16, 1);
    assertThat(trees).hasSize(1);
    assertThat(trees.getFirst().label()).isEqualTo(5 + (1L << 56));
    assertThat(trees.getFirst().pieces()).isEqualTo(1);
    assertThat(trees.getFirst().tips()).isEqualTo(2);
    assertThat(trees.getFirst().branchPoints()).isZero();
    assertThat(trees.getFirst().lengthNm())
        .isCloseTo(trees(tube, 80, 1).getFirst().lengthNm(), withinPercentage(6));
  }

  @Test
  void piecesHangTogetherAsTheObjectsDoWhateverTheBlocks() throws Exception {
    for (long seed = 1; seed <= 3; seed++) {
      Drawing drawing = randomTubes(seed);
      List<SkeletonTree> whole = trees(drawing, 100, 1);
      for (int block : new int[] {20, 32}) {
        List<SkeletonTree> parts = trees(drawing, block, 1);
        String what = "seed " + seed + ", block " + block;
        assertThat(parts).as(what).hasSameSizeAs(whole);
        double lengthOfParts = 0;
        double lengthOfWhole = 0;
        for (int t = 0; t < whole.size(); t++) {
          assertThat(parts.get(t).label()).as(what).isEqualTo(whole.get(t).label());
          assertThat(parts.get(t).pieces()).as(what).isEqualTo(whole.get(t).pieces());
          lengthOfParts += parts.get(t).lengthNm();
          lengthOfWhole += whole.get(t).lengthNm();
        }
        assertThat(lengthOfParts).as(what).isCloseTo(lengthOfWhole, withinPercentage(20));
      }
      clear();
    }
  }

  @Test
  void anyNumberOfThreadsGivesTheSame() throws Exception {
    Drawing drawing = randomTubes(4);
    List<SkeletonTree> one = trees(drawing, 20, 1);
    List<SkeletonTree> three = trees(drawing, 20, 3);
    assertThat(three).hasSameSizeAs(one);
    for (int t = 0; t < one.size(); t++) {
      assertThat(three.get(t).xNm()).isEqualTo(one.get(t).xNm());
      assertThat(three.get(t).yNm()).isEqualTo(one.get(t).yNm());
      assertThat(three.get(t).zNm()).isEqualTo(one.get(t).zNm());
      assertThat(three.get(t).radiusNm()).isEqualTo(one.get(t).radiusNm());
      assertThat(three.get(t).parent()).isEqualTo(one.get(t).parent());
    }
  }

  @Test
  void finishedBlocksAreNotRepeated() throws Exception {
    Drawing drawing = randomTubes(5);
    LabelSource labels = source(drawing);
    VolumeSkeletons plan = plan(drawing, 32, folder);
    AtomicInteger reads = new AtomicInteger();
    LabelSource failing =
        box -> {
          if (reads.incrementAndGet() > 5) {
            throw new IOException("stopped");
          }
          return labels.labels(box);
        };
    assertThatThrownBy(() -> plan.run(BlockEngine.threads(1), failing, _ -> {}))
        .isInstanceOf(BlocksFailedException.class)
        .hasMessageContaining("7 of 12 blocks failed")
        .hasMessageContaining("stopped");
    reads.set(0);
    LabelSource counting =
        box -> {
          reads.incrementAndGet();
          return labels.labels(box);
        };
    plan.run(BlockEngine.threads(2), counting, _ -> {});
    assertThat(reads).hasValue(12 - 5);
    assertThat(plan.trees()).isNotEmpty();
  }

  @Test
  void ridgeInsideAnObjectIsClosed() throws Exception {
    Drawing drawing = new Drawing(40, 9, 9).tube(1, new int[] {3, 4, 4}, new int[] {36, 4, 4}, 3);
    for (int i = 0; i < drawing.labels.length; i++) {
      if (i % 40 == 15 || i % 40 == 16 - i / 40 % 2) {
        drawing.labels[i] = 0;
      }
    }
    assertThat(trees(drawing, 16, 1).getFirst().pieces()).isEqualTo(1);
  }

  @Test
  void ridgeBetweenTwoObjectsStays() {
    long[] labels = {4, 0, 4, 0, 5};
    assertThat(RidgeFill.fill(labels, Box.ofSize(5, 1, 1), Box.ofSize(5, 1, 1)))
        .containsExactly(4, 4, 4, 0, 5);
  }

  @Test
  void oneObjectAloneIsTheSameAsAmongOthers() throws Exception {
    Drawing drawing = randomTubes(7);
    SkeletonTree among = trees(drawing, 32, 1).getFirst();
    LabelSource all = source(drawing);
    LabelSource first =
        new LabelSource() {
          @Override
          public long[] labels(Box box) throws Exception {
            return all.labels(box);
          }

          @Override
          public boolean isWanted(long label) {
            return label == among.label();
          }
        };
    VolumeSkeletons plan = plan(drawing, 32, folder.resolve("alone"));
    plan.run(BlockEngine.threads(1), first, _ -> {});
    List<SkeletonTree> alone = plan.trees();
    assertThat(alone).hasSize(1);
    assertThat(alone.getFirst().xNm()).isEqualTo(among.xNm());
    assertThat(alone.getFirst().radiusNm()).isEqualTo(among.radiusNm());
  }

  @Test
  void damagedFile() throws Exception {
    Drawing drawing = randomTubes(6);
    VolumeSkeletons plan = plan(drawing, 100, folder);
    plan.run(BlockEngine.threads(1), source(drawing), _ -> {});
    Path file = folder.resolve("0-0-0.pieces");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(plan::trees)
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("0-0-0.pieces is damaged");
    Files.delete(file);
    assertThatThrownBy(plan::trees)
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("0-0-0.pieces");
  }

  private void clear() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }
}
