package org.connectarium.ingest.n5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class N5DatasetTest {
  private static final List<Compression> COMPRESSIONS =
      List.of(
          new Compression.Raw(),
          new Compression.Gzip(-1, false),
          new Compression.Gzip(1, true),
          new Compression.Lz4(64),
          new Compression.Lz4(1 << 16),
          new Compression.Zstd(3));

  @TempDir Path folder;
  private N5Container container;

  @BeforeEach
  void openContainer() {
    container = N5Container.openOrCreate(folder.resolve("test.n5"));
  }

  static List<Compression> compressions() {
    return COMPRESSIONS;
  }

  private N5Dataset create(long[] size, int[] block, DataType type, Compression compression) {
    return container.createDataset("volume", DatasetSpec.of(size, block, type, compression));
  }

  private N5Dataset bytes7x5() {
    return create(new long[] {7, 5}, new int[] {5, 4}, DataType.UINT8, new Compression.Raw());
  }

  @Test
  void writesTheBytesThatTheSpecificationShows() throws IOException {
    N5Dataset dataset =
        create(new long[] {3, 3}, new int[] {2, 2}, DataType.UINT16, new Compression.Raw());

    dataset.writeBlock(new short[] {1, 0x0203}, 0, 1);

    assertThat(HexFormat.of().formatHex(Files.readAllBytes(file(dataset, "0/1"))))
        .isEqualTo("00000002" + "00000002" + "00000001" + "0001" + "0203");
  }

  @ParameterizedTest
  @EnumSource(DataType.class)
  void readsBackEveryTypeWithEveryCompression(DataType type) {
    for (Compression compression : COMPRESSIONS) {
      N5Dataset dataset =
          container.createDataset(
              "all/" + type + "/" + compression.toString().replaceAll("\\W", "_"),
              DatasetSpec.of(new long[] {5, 7, 11}, new int[] {3, 4, 5}, type, compression));
      Object values = random(type, 5 * 7 * 11, new Random(20260101));

      dataset.write(new long[3], new int[] {5, 7, 11}, values);
      Object back = type.newArray(5 * 7 * 11);
      container.dataset(dataset.path()).read(new long[3], new int[] {5, 7, 11}, back);

      assertThat(back).as("%s %s", type, compression).isEqualTo(values);
    }
  }

  private static Object random(DataType type, int length, Random random) {
    Object array = type.newArray(length);
    for (int i = 0; i < length; i++) {
      switch (array) {
        case byte[] a -> a[i] = (byte) random.nextInt();
        case short[] a -> a[i] = (short) random.nextInt();
        case int[] a -> a[i] = random.nextInt();
        case long[] a -> a[i] = random.nextLong();
        case float[] a -> a[i] = (float) random.nextGaussian();
        case double[] a -> a[i] = random.nextGaussian();
        default -> throw new IllegalStateException();
      }
    }
    return array;
  }

  @Test
  void blocksAtTheFarEdgesAreCutOff() {
    N5Dataset dataset = bytes7x5();
    dataset.writeBlock(new byte[] {1, 2}, 1, 1);

    assertThat(dataset.readBlock(1, 1)).hasValue(new byte[] {1, 2});
    assertThatThrownBy(() -> dataset.writeBlock(new byte[20], 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Array of size [2, 1] needs length 2 not 20");
    assertThatThrownBy(() -> dataset.readBlock(2, 0)).hasMessageContaining("outside the grid");
  }

  @Test
  void blocksThatAreNotStoredReadAsZero() {
    N5Dataset dataset = bytes7x5();
    dataset.writeBlock(new byte[] {1, 2}, 1, 1);
    byte[] all = new byte[35];
    Arrays.fill(all, (byte) 9);

    dataset.read(new long[2], new int[] {7, 5}, all);

    assertThat(dataset.readBlock(0, 0)).isEmpty();
    assertThat(dataset.hasBlock(0, 0)).isFalse();
    assertThat(dataset.hasBlock(1, 1)).isTrue();
    byte[] expected = new byte[35];
    expected[33] = 1;
    expected[34] = 2;
    assertThat(all).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void regionByRegionEqualsTheWhole(long seed) {
    Random random = new Random(seed);
    int[] size = {1 + random.nextInt(20), 1 + random.nextInt(20), 1 + random.nextInt(20)};
    int[] block = {1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(9)};
    N5Dataset dataset =
        create(
            new long[] {size[0], size[1], size[2]}, block, DataType.INT32, new Compression.Lz4(64));
    int[] whole = new int[size[0] * size[1] * size[2]];

    for (int step = 0; step < 60; step++) {
      long[] min = new long[3];
      int[] extent = new int[3];
      for (int d = 0; d < 3; d++) {
        min[d] = random.nextInt(size[d]);
        extent[d] = 1 + random.nextInt(size[d] - (int) min[d]);
      }
      int[] part = new int[extent[0] * extent[1] * extent[2]];
      boolean write = step % 2 == 0;
      int[] expected = new int[part.length];
      for (int i = 0; i < part.length; i++) {
        int x = (int) min[0] + i % extent[0];
        int y = (int) min[1] + i / extent[0] % extent[1];
        int z = (int) min[2] + i / extent[0] / extent[1];
        int at = (z * size[1] + y) * size[0] + x;
        if (write) {
          part[i] = random.nextInt();
          whole[at] = part[i];
        }
        expected[i] = whole[at];
      }
      if (write) {
        dataset.write(min, extent, part);
      } else {
        dataset.read(min, extent, part);
        assertThat(part).as("seed %d step %d", seed, step).isEqualTo(expected);
      }
    }
    int[] back = new int[whole.length];
    dataset.read(new long[3], size, back);
    assertThat(back).as("seed %d", seed).isEqualTo(whole);
  }

  @Test
  void manyThreadsWriteAndReadDifferentBlocks() throws Exception {
    N5Dataset dataset =
        create(
            new long[] {40, 40, 40}, new int[] {8, 8, 8}, DataType.UINT64, new Compression.Zstd(1));
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < 125; i++) {
      long[] grid = {i % 5, i / 5 % 5, i / 25};
      long[] values = new long[512];
      Arrays.fill(values, i + 1);
      tasks.add(
          () -> {
            dataset.writeBlock(values, grid);
            return Arrays.equals((long[]) dataset.readBlock(grid).orElseThrow(), values);
          });
    }
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (var done : pool.invokeAll(tasks)) {
        assertThat(done.get()).isTrue();
      }
    }
    assertThat(dataset.readLongs(new Box(39, 39, 39, 40, 40, 40))).containsExactly(125L);
    assertThat(dataset.readLongs(new Box(8, 0, 0, 9, 1, 1))).containsExactly(2L);
  }

  @Test
  void widensUnsignedNumbers() {
    Object[][] cases = {
      {DataType.UINT8, new byte[] {-1}, 255L},
      {DataType.INT8, new byte[] {-1}, -1L},
      {DataType.UINT16, new short[] {-1}, 65_535L},
      {DataType.UINT32, new int[] {-1}, 4_294_967_295L},
      {DataType.INT32, new int[] {-1}, -1L},
      {DataType.UINT64, new long[] {-2}, -2L},
    };
    for (Object[] c : cases) {
      N5Dataset dataset =
          container.createDataset(
              "w" + c[0],
              DatasetSpec.of(
                  new long[] {1, 1, 1},
                  new int[] {4, 4, 4},
                  (DataType) c[0],
                  new Compression.Raw()));
      dataset.writeBlock(c[1], 0, 0, 0);
      Box one = Box.ofSize(1, 1, 1);
      assertThat(dataset.readLongs(one)).containsExactly((long) c[2]);
      float expected = c[0] == DataType.UINT64 ? 0x1p64f : (long) c[2];
      assertThat(dataset.readFloats(one)).containsExactly(expected);
    }
  }

  @Test
  void refusesToReadAnotherType() {
    N5Dataset dataset =
        create(new long[] {2, 2, 2}, new int[] {2, 2, 2}, DataType.FLOAT32, new Compression.Raw());
    Box box = Box.ofSize(2, 2, 2);
    assertThatThrownBy(() -> dataset.readBytes(box))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("float32 but must hold uint8");
    assertThatThrownBy(() -> dataset.readLongs(box)).isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> dataset.read(new long[3], new int[] {2, 2, 2}, new int[8]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("float32 needs float[] but was int[]");
    assertThatThrownBy(() -> dataset.readFloats(new Box(1, 1, 1, 3, 2, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not inside a volume of [2, 2, 2]");
  }

  @ParameterizedTest
  @MethodSource("compressions")
  void everyTruncatedBlockIsNamed(Compression compression) throws IOException {
    N5Dataset dataset =
        create(new long[] {4, 3, 2}, new int[] {4, 3, 2}, DataType.UINT32, compression);
    dataset.writeBlock(random(DataType.UINT32, 24, new Random(5)), 0, 0, 0);
    Path file = file(dataset, "0/0/0");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      // The last bytes of a gzip file are its checksum; those of an LZ4 stream are its end mark,
      // which the format does without.
      if (compression instanceof Compression.Lz4 && length >= whole.length - 21) {
        break;
      }
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> dataset.readBlock(0, 0, 0))
          .as("%s cut to %d of %d bytes", compression, length, whole.length)
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("damaged");
    }
  }

  @ParameterizedTest
  @MethodSource("compressions")
  void noDamageLeadsToAnythingButTheOneError(Compression compression) throws IOException {
    N5Dataset dataset =
        create(new long[] {8, 8, 8}, new int[] {8, 8, 8}, DataType.UINT16, compression);
    short[] values = new short[512];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) (i / 7);
    }
    dataset.writeBlock(values, 0, 0, 0);
    Path file = file(dataset, "0/0/0");
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(31);
    int refused = 0;
    for (int i = 0; i < 100; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      try {
        assertThat((short[]) dataset.readBlock(0, 0, 0).orElseThrow()).hasSize(512);
      } catch (BadInputException e) {
        refused++;
        assertThat(e).hasMessageContaining(file.toString()).message().doesNotContain("\n");
      }
    }
    assertThat(refused).isPositive();
  }

  @ParameterizedTest
  @MethodSource("compressions")
  void aBlockThatClaimsMoreThanItsSizeIsRefused(Compression compression) throws IOException {
    N5Dataset big =
        container.createDataset(
            "big",
            DatasetSpec.of(new long[] {4000}, new int[] {4000}, DataType.UINT8, compression));
    big.writeBlock(new byte[4000], 0);
    byte[] bytes = Files.readAllBytes(file(big, "0"));
    bytes[6] = 0; // size 4000 -> 4000 & 0xFF in the header
    N5Dataset small =
        container.createDataset(
            "small",
            DatasetSpec.of(new long[] {160}, new int[] {160}, DataType.UINT8, compression));
    Files.write(file(small, "0"), bytes);

    assertThatThrownBy(() -> small.readBlock(0))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void damagedHeadersAreRefusedWithTheReason() throws IOException {
    N5Dataset dataset = bytes7x5();
    String[][] cases = {
      {"00020002" + "0000000500000004", "block mode 2 is not supported"},
      {"00000003" + "000000050000000400000001", "says 3 dimensions, not 2"},
      {"00000002" + "7fffffff7fffffff", "size 2147483647, not 1 to 5"},
      {"00000002" + "ffffffff00000004", "size -1, not 1 to 5"},
      {"00010002" + "000000050000000400000063", "another number of values than voxels"},
    };
    Files.createDirectories(file(dataset, "0"));
    for (String[] c : cases) {
      Files.write(file(dataset, "0/0"), HexFormat.of().parseHex(c[0]));
      assertThatThrownBy(() -> dataset.readBlock(0, 0)).hasMessageContaining(c[1]);
    }
  }

  @Test
  void readsBlocksInVariableLengthMode() throws IOException {
    N5Dataset dataset = bytes7x5();
    Files.createDirectories(file(dataset, "1"));
    Files.write(
        file(dataset, "1/1"),
        HexFormat.of().parseHex("00010002" + "00000002" + "00000001" + "00000002" + "0708"));
    assertThat(dataset.readBlock(1, 1)).hasValue(new byte[] {7, 8});
  }

  @Test
  void whatAKilledWriterLeftIsNotSeen() throws IOException {
    N5Dataset dataset = bytes7x5();
    dataset.writeBlock(new byte[] {1, 2}, 1, 1);
    Files.write(file(dataset, "1/.1.4711-1.tmp"), new byte[] {0});
    Files.write(file(dataset, "1/.0.4711-2.tmp"), new byte[] {0});

    assertThat(dataset.readBlock(1, 1)).hasValue(new byte[] {1, 2});
    assertThat(dataset.readBlock(1, 0)).isEmpty();
    container.removeDataset("volume");
    assertThat(container.root().resolve("volume")).doesNotExist();
  }

  @Test
  void aFailedWriteNamesThePathAndLeavesNothing() throws IOException {
    N5Dataset dataset = bytes7x5();
    Files.write(file(dataset, "1"), new byte[0]); // a file where the folder has to be

    assertThatThrownBy(() -> dataset.writeBlock(new byte[] {1, 2}, 1, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("Cannot write " + file(dataset, "1/1"));

    Files.delete(file(dataset, "1"));
    Files.createDirectories(file(dataset, "1/1/in-the-way")); // the rename fails
    assertThatThrownBy(() -> dataset.writeBlock(new byte[] {1, 2}, 1, 1))
        .isInstanceOf(BadInputException.class);
    try (var files = Files.list(file(dataset, "1"))) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly("1");
    }
  }

  private static Path file(N5Dataset dataset, String name) {
    return dataset.folder().resolve(name);
  }
}
