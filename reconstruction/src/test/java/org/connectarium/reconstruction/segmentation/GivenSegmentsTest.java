package org.connectarium.reconstruction.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.connectarium.ingest.hdf5.Hdf5Volume;
import org.connectarium.ingest.n5.Compression;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.n5.DatasetPlace;
import org.connectarium.ingest.n5.DatasetSpec;
import org.connectarium.ingest.n5.N5Container;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.block.BlockEngine;
import org.connectarium.reconstruction.hierarchy.Linkage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Segments of others, cut into blocks and put together again.
class GivenSegmentsTest {
  private static final Path PINKY =
      Path.of(System.getenv().getOrDefault("CONNECTARIUM_DATA", "../../shared/data"))
          .resolve("pinky40-seg/pinky40_crop_z256-511_y256-511_x000-255.h5");

  @TempDir Path folder;
  private N5Container container;

  @BeforeEach
  void open() {
    container = N5Container.openOrCreate(folder.resolve("volumes.n5"));
  }

  private N5Dataset dataset(String name, Box volume, int x, int y, int z) {
    return container.createDataset(
        name,
        DatasetSpec.of(
            new long[] {volume.sizeX(), volume.sizeY(), volume.sizeZ()},
            new int[] {x, y, z},
            DataType.UINT64,
            new Compression.Zstd(1)));
  }

  private List<Path> segment(Box volume, int x, int y, int z) throws Exception {
    String name = "segments-" + x;
    dataset(name, volume, x, y, z);
    var plan =
        new SegmentationPlan(
            new SegmentationPlan.Given(DatasetPlace.of(container, "given")),
            List.of(x, y, z),
            List.of(0, 0, 0),
            new VoxelSize(10, 10, 10),
            List.of(0L, 0L, 0L));
    return new BlockSegmentation(
            plan,
            volume,
            () -> box -> new byte[box.arrayLength()],
            DatasetPlace.of(container, name),
            folder.resolve(name))
        .run(BlockEngine.threads(2), 0, _ -> {});
  }

  private static void give(N5Dataset given, Box box, long... ids) {
    given.write(
        new long[] {box.x0(), box.y0(), box.z0()},
        new int[] {(int) box.sizeX(), (int) box.sizeY(), (int) box.sizeZ()},
        ids);
  }

  /// 2⁵³ and its successor are one number as floating point.
  @Test
  void idsBeyondWhatFloatingPointTellsApartStayApart() throws Exception {
    Box volume = Box.ofSize(16, 8, 8);
    N5Dataset given = dataset("given", volume, 16, 8, 8);
    long[] ids = new long[volume.arrayLength()];
    for (int i = 0; i < ids.length; i++) {
      int y = i / 16 % 8;
      ids[i] = y < 4 ? 1L << 53 : (1L << 53) + 1;
    }
    ids[0] = 0;
    ids[15] = Long.MAX_VALUE;
    give(given, volume, ids);
    List<Path> tables = segment(volume, 8, 8, 8);
    List<Long> voxels =
        tables.stream()
            .flatMap(t -> Table.read(t).segments().stream())
            .map(s -> s.voxels())
            .toList();
    assertThat(voxels).containsExactly(255L, 256L, 255L, 1L, 256L);
    LongUnaryOperator whole =
        Continuity.of(tables, new Linkage.Mean()).clusters().at(1.0, Integer.MAX_VALUE);
    long[] own = container.dataset("segments-8").readLongs(volume);
    assertThat(own[0]).isZero();
    assertThat(whole.applyAsLong(own[1])).isEqualTo(whole.applyAsLong(own[14]));
    assertThat(whole.applyAsLong(own[1])).isNotEqualTo(whole.applyAsLong(own[16 * 4]));
    assertThat(whole.applyAsLong(own[16 * 4])).isEqualTo(whole.applyAsLong(own[16 * 4 + 15]));
  }

  /// A piece that leaves a block and comes back elsewhere is two segments there, and one whole.
  @Test
  void aPieceThatLeavesABlockAndComesBackIsOneWhole() throws Exception {
    Box volume = Box.ofSize(16, 8, 8);
    N5Dataset given = dataset("given", volume, 16, 8, 8);
    long[] ids = new long[volume.arrayLength()];
    for (int x = 0; x < 12; x++) {
      ids[x] = 7;
      ids[4 * 16 + x] = 7;
    }
    for (int y = 0; y <= 4; y++) {
      ids[y * 16 + 11] = 7;
    }
    give(given, volume, ids);
    List<Path> tables = segment(volume, 8, 8, 8);
    assertThat(tables.stream().mapToInt(t -> Table.read(t).segments().size()).sum()).isEqualTo(3);
    LongUnaryOperator whole =
        Continuity.of(tables, new Linkage.Mean()).clusters().at(1.0, Integer.MAX_VALUE);
    Set<Long> wholes = new HashSet<>();
    for (long id : container.dataset("segments-8").readLongs(volume)) {
      if (id != 0) {
        wholes.add(whole.applyAsLong(id));
      }
    }
    assertThat(wholes).hasSize(1);
  }

  /// Counted with connected-components-3d 4.1.1 (components of 6 neighbours) and numpy 2.4.6 (voxel
  /// faces between different components, pairs of them) on the whole crop at once.
  @ParameterizedTest
  @CsvSource({"256, 256, 256", "128, 128, 128", "100, 96, 128"})
  void pinkyHasTheSameComponentsAndContactsForAnyBlocks(int x, int y, int z) throws Exception {
    Assumptions.assumeTrue(Files.isRegularFile(PINKY), "no real data at " + PINKY);
    Box volume = Box.ofSize(256, 256, 256);
    N5Dataset given = dataset("given", volume, 128, 128, 128);
    short[] labels = new short[volume.arrayLength()];
    try (Hdf5Volume file = Hdf5Volume.open(PINKY + ":/labels")) {
      file.read(volume, labels);
    }
    long[] ids = new long[labels.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = labels[i] & 0xffff;
    }
    give(given, volume, ids);
    List<Path> tables = segment(volume, x, y, z);
    LongUnaryOperator whole =
        Continuity.of(tables, new Linkage.Mean()).clusters().at(1.0, Integer.MAX_VALUE);
    Set<Long> components = new HashSet<>();
    Map<List<Long>, Long> faces = new TreeMap<>(java.util.Comparator.comparing(List::toString));
    for (Path table : tables) {
      Table t = Table.read(table);
      t.segments().forEach(s -> components.add(whole.applyAsLong(s.id())));
      for (Piece piece : t.pieces()) {
        long a = whole.applyAsLong(piece.lowId());
        long b = whole.applyAsLong(piece.highId());
        if (a != b && piece.faces() > 0) {
          faces.merge(List.of(Math.min(a, b), Math.max(a, b)), piece.faces(), Long::sum);
        }
      }
    }
    assertThat(components).hasSize(1072);
    assertThat(faces).hasSize(8281);
    assertThat(faces.values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(1859005 + 805963 + 614799);
  }
}
