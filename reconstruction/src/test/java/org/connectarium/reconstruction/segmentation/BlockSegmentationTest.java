package org.connectarium.reconstruction.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.ingest.n5.Compression;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.n5.DatasetPlace;
import org.connectarium.ingest.n5.DatasetSpec;
import org.connectarium.ingest.n5.N5Container;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.block.BlockEngine;
import org.connectarium.reconstruction.block.BlocksFailedException;
import org.connectarium.reconstruction.block.ForkedEngine;
import org.connectarium.reconstruction.hierarchy.Linkage;
import org.connectarium.reconstruction.watershed.AffinityParameters;
import org.connectarium.reconstruction.watershed.MutexParameters;
import org.connectarium.reconstruction.watershed.SeededParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockSegmentationTest {
  private static final Box VOLUME = Box.ofSize(48, 30, 20);

  @TempDir Path folder;

  /// Two bars along x, parted by a wall at y = 15; the walls between blocks are not in the map.
  private static byte[] twoBars(Box box) {
    byte[] map = new byte[box.arrayLength()];
    int i = 0;
    for (long z = box.z0(); z < box.z1(); z++) {
      for (long y = box.y0(); y < box.y1(); y++) {
        for (long x = box.x0(); x < box.x1(); x++) {
          map[i++] = (byte) (y == 15 ? 250 : 5);
        }
      }
    }
    return map;
  }

  private record Done(N5Dataset labels, List<Path> tables) {}

  private Done run(String name, int blockX, int threads) throws Exception {
    return segmentation(name, blockX).run(threads);
  }

  private record Prepared(BlockSegmentation segmentation, N5Dataset labels) {
    Done run(int threads) throws Exception {
      return run(BlockEngine.threads(threads), 0);
    }

    Done run(BlockEngine engine, int mayFail) throws Exception {
      return new Done(labels, segmentation.run(engine, mayFail, block -> {}));
    }
  }

  private static final SegmentationPlan.Method SEEDED =
      new SegmentationPlan.Seeded(new SeededParameters(128, 50, 10), false);

  private Prepared segmentation(String name, int blockX) {
    return segmentation(name, blockX, () -> BlockSegmentationTest::twoBars);
  }

  private Prepared segmentation(String name, int blockX, BoundarySource boundary) {
    return segmentation(name, blockX, boundary, SEEDED);
  }

  private Prepared segmentation(
      String name, int blockX, BoundarySource boundary, SegmentationPlan.Method method) {
    N5Container container = N5Container.openOrCreate(folder.resolve(name + ".n5"));
    N5Dataset labels =
        container.createDataset(
            "segments",
            DatasetSpec.of(
                new long[] {48, 30, 20},
                new int[] {blockX, 30, 20},
                DataType.UINT64,
                new Compression.Zstd(1)));
    var plan =
        new SegmentationPlan(
            method,
            List.of(blockX, 30, 20),
            List.of(8, 8, 8),
            new VoxelSize(10, 10, 10),
            List.of(100L, 0L, 0L));
    return new Prepared(
        new BlockSegmentation(
            plan, VOLUME, boundary, DatasetPlace.of(container, "segments"), folder.resolve(name)),
        labels);
  }

  @Test
  void piecesOfOneObjectAreJoinedAcrossBlockFaces() throws Exception {
    Done done = run("blocks", 16, 2);
    Set<Long> ids = new HashSet<>();
    for (long id : done.labels().readLongs(VOLUME)) {
      ids.add(id);
    }
    assertThat(ids).hasSize(6).doesNotContain(0L);
    var cluster = Continuity.of(done.tables(), new Linkage.Mean()).clusters().at(1.0, 10);
    assertThat(ids.stream().map(cluster::applyAsLong).distinct()).hasSize(2);
    List<Piece> faces =
        done.tables().subList(3, 6).stream().flatMap(t -> Table.read(t).pieces().stream()).toList();
    assertThat(faces.stream().filter(Piece::face)).hasSize(4);
    Piece first = faces.getFirst();
    // 15 or 14 rows of 20 sections of faces of 100 nm²
    assertThat(first.areaUm2()).isCloseTo(first.faces() * 1e-4, within(1e-12));
    assertThat(first.xNm()).isCloseTo((100 + 15.5) * 10, within(1e-9));
  }

  @Test
  void everyMethodJoinsAcrossBlockFacesAndKeepsTheWall() throws Exception {
    List<SegmentationPlan.Method> methods =
        List.of(
            new SegmentationPlan.Seeded(new SeededParameters(128, 50, 10), true),
            new SegmentationPlan.Descending(new AffinityParameters(5, 128, 10), false),
            new SegmentationPlan.Descending(new AffinityParameters(5, 128, 10), true),
            new SegmentationPlan.Mutex(new MutexParameters(4, 4, 4, 10), false),
            new SegmentationPlan.Mutex(new MutexParameters(4, 4, 4, 10), true));
    for (int m = 0; m < methods.size(); m++) {
      Done done =
          segmentation("method-" + m, 16, () -> BlockSegmentationTest::twoBars, methods.get(m))
              .run(2);
      Set<Long> ids = new HashSet<>();
      for (long id : done.labels().readLongs(VOLUME)) {
        ids.add(id);
      }
      assertThat(ids).as("method %d", m).hasSize(6).doesNotContain(0L);
      var cluster = Continuity.of(done.tables(), new Linkage.Mean()).clusters().at(1.0, 10);
      assertThat(ids.stream().map(cluster::applyAsLong).distinct()).as("method %d", m).hasSize(2);
    }
  }

  @Test
  void isTheSameForAnyNumberOfThreadsAndAfterAKill() throws Exception {
    Done one = run("one", 16, 1);
    Prepared killed = segmentation("killed", 16);
    Set<Box> seen = new HashSet<>();
    assertThatThrownBy(
            () ->
                killed
                    .segmentation()
                    .run(
                        BlockEngine.threads(1),
                        0,
                        block -> {
                          seen.add(block);
                          throw new IllegalStateException("killed");
                        }))
        .hasMessage("killed");
    assertThat(seen).hasSize(1);
    requireSame(killed.run(3), one);
  }

  @Test
  void isTheSameFromWorkersInOtherProcesses() throws Exception {
    Done one = run("one", 16, 1);
    requireSame(segmentation("forked", 16).run(new ForkedEngine(2, folder), 0), one);
  }

  private static void requireSame(Done some, Done other) throws IOException {
    assertThat(some.labels().readLongs(VOLUME)).isEqualTo(other.labels().readLongs(VOLUME));
    assertThat(some.tables()).hasSameSizeAs(other.tables());
    for (int i = 0; i < other.tables().size(); i++) {
      assertThat(Files.readAllBytes(some.tables().get(i)))
          .isEqualTo(Files.readAllBytes(other.tables().get(i)));
    }
  }

  @Test
  void aBlockThatCannotBeDoneIsNamedAndTriedAgainNextTime() throws Exception {
    AtomicBoolean damaged = new AtomicBoolean(true);
    Prepared poisoned = segmentation("poisoned", 16, poisonedAt(20, damaged));
    assertThatThrownBy(() -> poisoned.run(2))
        .isInstanceOf(BlocksFailedException.class)
        .hasMessage(
            "1 of 3 blocks failed: block at voxel (16, 0, 0): chunk at 20 is damaged;"
                + " all others are done");
    damaged.set(false);
    requireSame(poisoned.run(2), run("one", 16, 1));
  }

  @Test
  void aBlockMayBeLeftOutAndPutInLater() throws Exception {
    AtomicBoolean damaged = new AtomicBoolean(true);
    Prepared poisoned = segmentation("poisoned", 16, poisonedAt(20, damaged));
    Done without = poisoned.run(BlockEngine.threads(2), 1);
    assertThat(poisoned.segmentation().setAside()).containsExactly(new Box(16, 0, 0, 32, 30, 20));
    assertThat(without.tables()).hasSize(4).allMatch(Files::exists);
    Set<Long> listed = new HashSet<>();
    Set<Long> touching = new HashSet<>();
    for (Path table : without.tables()) {
      Table.read(table).segments().forEach(s -> listed.add(s.id()));
      Table.read(table).pieces().forEach(p -> touching.addAll(List.of(p.lowId(), p.highId())));
    }
    assertThat(listed).hasSize(4).containsAll(touching);
    assertThat(without.labels().readLongs(new Box(16, 0, 0, 32, 30, 20))).containsOnly(0L);
    damaged.set(false);
    requireSame(poisoned.run(2), run("one", 16, 1));
    assertThat(poisoned.segmentation().setAside()).isEmpty();
  }

  /* Labels of the block are written, but its table cannot be. */
  @Test
  void nothingHalfWrittenIsLeftOfABlockThatFailsAtItsEnd() throws Exception {
    Prepared late = segmentation("late", 16);
    Path table = folder.resolve("late").resolve("16-0-0.table");
    Files.createDirectories(table.resolve("in the way"));
    assertThatThrownBy(() -> late.run(1))
        .isInstanceOf(BlocksFailedException.class)
        .hasMessageContaining("1 of 3 blocks failed: block at voxel (16, 0, 0): Cannot write");
    assertThat(late.labels().readLongs(new Box(16, 0, 0, 32, 30, 20))).containsOnly(0L);
    assertThat(folder.resolve("late").resolve("16-0-0.overlap")).doesNotExist();
  }

  private static BoundarySource poisonedAt(long x, AtomicBoolean damaged) {
    return () ->
        box -> {
          if (damaged.get() && box.x0() <= x && x < box.x1() && box.x0() > 0 && box.x1() < 48) {
            throw new BadInputException("chunk at " + x + " is damaged");
          }
          return twoBars(box);
        };
  }

  @Test
  void idsTellTheBlockAndTablesListEachSegmentOnce() throws Exception {
    Done done = run("ids", 16, 1);
    List<Long> listed = new ArrayList<>();
    for (Path table : done.tables()) {
      Table.read(table).segments().forEach(s -> listed.add(s.id()));
    }
    long[] ids = Arrays.stream(done.labels().readLongs(VOLUME)).distinct().sorted().toArray();
    assertThat(listed.stream().sorted().mapToLong(Long::longValue).toArray()).isEqualTo(ids);
    assertThat(SegmentId.unpack(done.labels().readLongs(new Box(40, 0, 0, 41, 1, 1))[0]).blockX())
        .isEqualTo(2);
    long voxels =
        done.tables().stream()
            .flatMap(t -> Table.read(t).segments().stream())
            .mapToLong(s -> s.voxels())
            .sum();
    assertThat(voxels).isEqualTo(VOLUME.voxels());
  }

  @Test
  void refusesATruncatedTable() throws Exception {
    Done done = run("cut", 48, 1);
    Path table = done.tables().getFirst();
    byte[] bytes = Files.readAllBytes(table);
    for (int n : new int[] {0, 3, 11, bytes.length - 1}) {
      truncate(table, bytes, n);
      assertThatThrownBy(() -> Table.read(table))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("--from segment");
    }
  }

  private static void truncate(Path table, byte[] bytes, int n) throws IOException {
    Files.write(table, Arrays.copyOf(bytes, n));
  }
}
