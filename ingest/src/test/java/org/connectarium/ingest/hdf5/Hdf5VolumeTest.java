package org.connectarium.ingest.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.connectarium.ingest.SampleData;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Hdf5VolumeTest {
  @TempDir Path folder;

  /// 1 + x + 10 y + 100 z, z, y, x = 4, 3, 5.
  private static int[][][] positions() {
    int[][][] volume = new int[4][3][5];
    for (int z = 0; z < 4; z++) {
      for (int y = 0; y < 3; y++) {
        for (int x = 0; x < 5; x++) {
          volume[z][y][x] = 1 + x + 10 * y + 100 * z;
        }
      }
    }
    return volume;
  }

  @Test
  void readsABoxOfAContiguousDataset() {
    Path file = folder.resolve("a.h5");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      var dataset = hdf.putDataset("labels", positions());
      dataset.putAttribute("resolution", new double[] {40, 4, 5});
    }
    try (Hdf5Volume volume = Hdf5Volume.open(file.toString())) {
      assertThat(List.of(volume.sizeX(), volume.sizeY(), volume.sizeZ()))
          .containsExactly(5L, 3L, 4L);
      assertThat(volume.dataType()).isEqualTo(DataType.INT32);
      assertThat(volume.path()).isEqualTo("labels");
      assertThat(volume.voxelSize()).hasValue(new VoxelSize(5, 4, 40));
      int[] box = new int[8];
      volume.read(new Box(3, 1, 2, 5, 3, 4), box);
      assertThat(box).containsExactly(214, 215, 224, 225, 314, 315, 324, 325);
      assertThatThrownBy(() -> volume.read(new Box(0, 0, 0, 6, 1, 1), new int[6]))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> volume.read(new Box(0, 0, 0, 2, 1, 1), new long[2]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void asksWhichOfSeveralDatasets() {
    Path file = folder.resolve("b.h5");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putGroup("volumes").putDataset("raw", positions());
      hdf.putDataset("labels", positions());
      hdf.putDataset("list", new int[] {1, 2});
    }
    assertThatThrownBy(() -> Hdf5Volume.open(file.toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            file
                + " holds several datasets: /labels (5 x 3 x 4), /volumes/raw (5 x 3 x 4);"
                + " give one as b.h5:/path");
    assertThatThrownBy(() -> Hdf5Volume.open(file + ":/volumes/rw"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("No dataset /volumes/rw")
        .hasMessageEndingWith("did you mean \"volumes/raw\"?");
    assertThatThrownBy(() -> Hdf5Volume.open(file + ":/list"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("has 1 dimensions but must have three");
    try (Hdf5Volume volume = Hdf5Volume.open(file + ":/volumes/raw")) {
      assertThat(volume.path()).isEqualTo("volumes/raw");
    }
  }

  @Test
  void partsThatWereNeverWrittenReadAsTheFillValue() {
    Path file = Path.of("src/test/resources/hdf5/sparse.h5");
    short[] values = new short[12 * 11 * 10];
    try (Hdf5Volume chunked = Hdf5Volume.open(file, "chunked")) {
      chunked.read(Box.ofSize(12, 11, 10), values);
      assertThat(values[0]).isEqualTo((short) 9);
      assertThat(values[2]).as("in a written chunk").isEqualTo((short) 65_000);
      assertThat(values[values.length - 1]).as("in no chunk").isEqualTo((short) 65_000);
    }
    try (Hdf5Volume contiguous = Hdf5Volume.open(file, "contiguous")) {
      contiguous.read(Box.ofSize(12, 11, 10), values);
      assertThat(values).containsOnly((short) 0);
    }
  }

  @Test
  void refusesWhatIsNoHdf5() throws IOException {
    assertThatThrownBy(() -> Hdf5Volume.open(folder.resolve("absent.h5").toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("No HDF5 file");
    for (String text : List.of("", "no hdf5", "\u0089HDF")) {
      Path file = Files.writeString(folder.resolve("x.h5"), text);
      assertThatThrownBy(() -> Hdf5Volume.open(file.toString()))
          .isInstanceOf(BadInputException.class)
          .hasMessageStartingWith("Cannot read HDF5 file " + file);
    }
  }

  @Test
  void everyTruncationIsOneError() throws IOException {
    byte[] whole = Files.readAllBytes(SampleData.require("fibsem-gala/train-gt.lzf.h5"));
    Random random = new Random(7);
    for (int i = 0; i < 40; i++) {
      int length = random.nextInt(whole.length);
      Path file = folder.resolve("cut.h5");
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(
              () -> {
                try (Hdf5Volume volume = Hdf5Volume.open(file.toString())) {
                  volume.read(Box.ofSize(200, 100, 50), new int[1_000_000]);
                }
              })
          .as("cut to %d bytes", length)
          .isInstanceOf(BadInputException.class)
          .message()
          .contains(file.toString())
          .doesNotContain("\n");
    }
  }

  // Expected numbers as read by h5py 3.16.

  @Test
  void readsLzfChunksInParallelBoxes() throws Exception {
    Path file = SampleData.require("fibsem-gala/train-gt.lzf.h5");
    try (Hdf5Volume volume = Hdf5Volume.open(file.toString());
        var pool = Executors.newFixedThreadPool(4)) {
      int[] whole = new int[200 * 100 * 50];
      volume.read(Box.ofSize(200, 100, 50), whole);
      assertThat(Arrays.stream(whole).asLongStream().sum()).isEqualTo(25251679);
      assertThat(whole[(31 * 100 + 57) * 200 + 123]).isEqualTo(40);

      List<Callable<Boolean>> tasks = new ArrayList<>();
      Random random = new Random(11);
      for (int i = 0; i < 24; i++) {
        int x0 = random.nextInt(150);
        int y0 = random.nextInt(70);
        int z0 = random.nextInt(30);
        Box box = new Box(x0, y0, z0, x0 + 47, y0 + 29, z0 + 17);
        tasks.add(() -> same(volume, box, whole));
      }
      for (var task : pool.invokeAll(tasks)) {
        assertThat(task.get()).isTrue();
      }
    }
  }

  private static boolean same(Hdf5Volume volume, Box box, int[] whole) {
    int[] part = new int[box.arrayLength()];
    volume.read(box, part);
    int i = 0;
    for (int z = (int) box.z0(); z < box.z1(); z++) {
      for (int y = (int) box.y0(); y < box.y1(); y++) {
        for (int x = (int) box.x0(); x < box.x1(); x++) {
          if (part[i++] != whole[(z * 100 + y) * 200 + x]) {
            return false;
          }
        }
      }
    }
    return true;
  }

  @Test
  void readsFloatsAndContiguousBytes() {
    try (Hdf5Volume p =
            Hdf5Volume.open(SampleData.require("fibsem-gala/train-p1.lzf.h5").toString());
        Hdf5Volume image =
            Hdf5Volume.open(SampleData.require("fibsem-gala/train-image.h5").toString())) {
      float[] probability = new float[1];
      p.read(new Box(123, 57, 31, 124, 58, 32), probability);
      assertThat(probability[0]).isEqualTo(0.98f);
      byte[] grey = new byte[1_000_000];
      image.read(Box.ofSize(200, 100, 50), grey);
      long sum = 0;
      for (byte b : grey) {
        sum += b & 0xFF;
      }
      assertThat(sum).isEqualTo(148221759);
    }
  }

  @Test
  void readsTheProofreadBodies() {
    Path file = SampleData.require("fibsem-medulla/groundtruth_z000-149.h5");
    assertThatThrownBy(() -> Hdf5Volume.open(file.toString()))
        .hasMessageContaining("/bodies (250 x 250 x 150), /stack (250 x 250 x 150);");
    try (Hdf5Volume bodies = Hdf5Volume.open(file + ":/bodies")) {
      int[] slab = new int[250 * 250 * 10];
      bodies.read(new Box(0, 0, 140, 250, 250, 150), slab);
      assertThat(Arrays.stream(slab).asLongStream().sum()).isEqualTo(58471433559L);
    }
  }
}
