package org.connectarium.ingest.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.connectarium.ingest.SampleData;
import org.connectarium.ingest.importer.VolumeImport.Content;
import org.connectarium.ingest.importer.VolumeImport.Options;
import org.connectarium.ingest.importer.VolumeImport.Progress;
import org.connectarium.ingest.importer.VolumeImport.Result;
import org.connectarium.ingest.n5.Compression;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.n5.DatasetSpec;
import org.connectarium.ingest.n5.N5Container;
import org.connectarium.ingest.n5.VolumeAttributes;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VolumeImportTest {
  private static final VoxelSize VOXEL = new VoxelSize(4, 5, 40);
  private static final int X = 5;
  private static final int Y = 7;
  private static final int Z = 6;

  @TempDir Path folder;
  private N5Container container;

  @BeforeEach
  void openContainer() {
    container = N5Container.openOrCreate(folder.resolve("volumes.n5"));
  }

  private static int grey(long x, long y, long z) {
    return (int) (1 + x + X * y + X * Y * z);
  }

  private void writeSections() throws IOException {
    Files.createDirectories(folder.resolve("sections"));
    for (int z = 0; z < Z; z++) {
      BufferedImage image = new BufferedImage(X, Y, BufferedImage.TYPE_BYTE_GRAY);
      for (int i = 0; i < X * Y; i++) {
        image.getRaster().setSample(i % X, i / X, 0, grey(i % X, i / X, z));
      }
      ImageIO.write(image, "png", folder.resolve("sections/" + z + ".png").toFile());
    }
  }

  private static byte[] expected(Box box) {
    byte[] out = new byte[box.arrayLength()];
    int i = 0;
    for (long z = box.z0(); z < box.z1(); z++) {
      for (long y = box.y0(); y < box.y1(); y++) {
        for (long x = box.x0(); x < box.x1(); x++) {
          out[i++] = (byte) grey(x, y, z);
        }
      }
    }
    return out;
  }

  /// Small blocks; memory for one row of blocks only.
  private static Options options(Content content, int threads) {
    return new Options(VOXEL, content, Optional.empty(), List.of(3, 2, 4), threads, 1);
  }

  private Result importSections(Options options, Progress progress) {
    try (VolumeSource source = VolumeSource.open("sections", folder)) {
      return VolumeImport.run(source, container, "raw", options, progress);
    }
  }

  @Test
  void copiesAFolderOfSections() throws IOException {
    writeSections();
    AtomicLong last = new AtomicLong();
    Progress progress =
        new Progress() {
          @Override
          public void done(long doneVoxels, long totalVoxels) {
            last.accumulateAndGet(doneVoxels, Math::max);
            assertThat(totalVoxels).isEqualTo(X * Y * Z);
          }

          @Override
          public boolean stopped() {
            return false;
          }
        };
    Result result = importSections(options(Content.IMAGE, 3), progress);

    Box whole = Box.ofSize(X, Y, Z);
    assertThat(result.copiedVoxels()).isEqualTo(X * Y * Z);
    assertThat(last).hasValue(X * Y * Z);
    assertThat(result.dataset().readBytes(whole)).isEqualTo(expected(whole));
    assertThat(container.attributes("raw")).containsEntry("complete", true);
    assertThat(VolumeAttributes.read(container, "raw")).hasValue(VolumeAttributes.of(VOXEL));
  }

  @Test
  void copiesAPartAndKeepsItsPlace() throws IOException {
    writeSections();
    Box crop = new Box(1, 2, 1, 4, 7, 6);
    Result result = importSections(options(Content.IMAGE, 2).withCrop(crop), Progress.NONE);

    assertThat(result.dataset().readBytes(Box.ofSize(3, 5, 5))).isEqualTo(expected(crop));
    VolumeAttributes place = VolumeAttributes.read(container, "raw").orElseThrow();
    assertThat(List.of(place.offsetXNm(), place.offsetYNm(), place.offsetZNm()))
        .containsExactly(4.0, 10.0, 40.0);
    assertThatThrownBy(
            () ->
                importSections(
                    options(Content.IMAGE, 1).withCrop(Box.ofSize(X + 1, 1, 1)), Progress.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("leaves the volume [0, 0, 0, 5, 7, 6]");
  }

  @Test
  void aStoppedImportGoesOnToTheSameBytes() throws IOException {
    writeSections();
    AtomicLong parts = new AtomicLong();
    Progress stopsSoon =
        new Progress() {
          @Override
          public void done(long doneVoxels, long totalVoxels) {
            parts.incrementAndGet();
          }

          @Override
          public boolean stopped() {
            return parts.get() >= 3;
          }
        };
    Options options = options(Content.IMAGE, 1);
    assertThatThrownBy(() -> importSections(options, stopsSoon))
        .isInstanceOf(CancellationException.class);
    assertThat(container.attributes("raw")).containsEntry("complete", false);

    Result rest = importSections(options, Progress.NONE);
    Box whole = Box.ofSize(X, Y, Z);
    assertThat(rest.copiedVoxels()).isEqualTo(whole.voxels() - 3 * X * 2 * 4);
    assertThat(rest.dataset().readBytes(whole)).isEqualTo(expected(whole));
    assertThat(importSections(options, Progress.NONE).copiedVoxels()).isZero();
  }

  @Test
  void aChangedSourceIsCopiedAnew() throws IOException {
    writeSections();
    importSections(options(Content.IMAGE, 2), Progress.NONE);
    BufferedImage black = new BufferedImage(X, Y, BufferedImage.TYPE_BYTE_GRAY);
    Path first = folder.resolve("sections/0.png");
    ImageIO.write(black, "png", first.toFile());
    Files.setLastModifiedTime(first, java.nio.file.attribute.FileTime.fromMillis(1_000));

    Result again = importSections(options(Content.IMAGE, 2), Progress.NONE);

    assertThat(again.copiedVoxels()).isEqualTo(X * Y * Z);
    assertThat(again.dataset().readBytes(Box.ofSize(X, Y, 1))).isEqualTo(new byte[X * Y]);
  }

  @Test
  void keepsItsHandsOffWhatItDidNotMake() throws IOException {
    writeSections();
    DatasetSpec spec =
        DatasetSpec.of(new long[] {2}, new int[] {2}, DataType.INT8, new Compression.Raw());
    container.createDataset("raw/s0", spec);
    assertThatThrownBy(() -> importSections(options(Content.IMAGE, 1), Progress.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("was not made by an import");
    assertThat(container.datasets()).containsExactly("raw/s0");
  }

  @Test
  void aDamagedSectionLeavesTheDatasetIncomplete() throws IOException {
    writeSections();
    Path file = folder.resolve("sections/4.png");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 43, 50, (byte) 0xFF);
    Files.write(file, bytes);
    assertThatThrownBy(() -> importSections(options(Content.IMAGE, 2), Progress.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("Cannot read section 4 from " + file);
    assertThat(container.attributes("raw")).containsEntry("complete", false);
  }

  @Test
  void labelsBecomeUnsigned64BitOrAreRefused() {
    try (WritableHdfFile hdf = HdfFile.write(folder.resolve("l.h5"))) {
      hdf.putDataset("ok", new int[][][] {{{1, 2}, {0, Integer.MAX_VALUE}}});
      hdf.putDataset("bad", new int[][][] {{{1, 2}, {0, -1}}});
      hdf.putDataset("float", new float[][][] {{{1}}});
    }
    try (VolumeSource source = VolumeSource.open("l.h5:/ok", folder)) {
      Result result =
          VolumeImport.run(source, container, "truth", options(Content.LABELS, 1), Progress.NONE);
      assertThat(result.dataset().spec().dataType()).isEqualTo(DataType.UINT64);
      assertThat(result.dataset().readLongs(Box.ofSize(2, 2, 1)))
          .containsExactly(1, 2, 0, Integer.MAX_VALUE);
    }
    try (VolumeSource bad = VolumeSource.open("l.h5:/bad", folder);
        VolumeSource floats = VolumeSource.open("l.h5:/float", folder)) {
      Options labels = options(Content.LABELS, 1);
      assertThatThrownBy(() -> VolumeImport.run(bad, container, "b", labels, Progress.NONE))
          .isInstanceOf(BadInputException.class)
          .hasMessageStartingWith("Label at x, y, z = 1, 1, 0 is -1");
      assertThatThrownBy(() -> VolumeImport.run(floats, container, "f", labels, Progress.NONE))
          .hasMessageContaining("float32 but must be integers");
      assertThatThrownBy(
              () -> VolumeImport.run(bad, container, "i", options(Content.IMAGE, 1), Progress.NONE))
          .hasMessageContaining("int32; convert it to uint8");
    }
  }

  @Test
  void opensContainersWithAndWithoutPath() throws IOException {
    writeSections();
    importSections(options(Content.IMAGE, 1), Progress.NONE);
    for (String spec : List.of("volumes.n5", "volumes.n5:/raw", "volumes.n5:/")) {
      try (VolumeSource source = VolumeSource.open(spec, folder)) {
        assertThat(source.box()).isEqualTo(Box.ofSize(X, Y, Z));
        assertThat(source.voxelSize()).hasValue(VOXEL);
        byte[] all = new byte[X * Y * Z];
        source.read(source.box(), all);
        assertThat(all).isEqualTo(expected(source.box()));
      }
    }
    container.putAttributes("", Map.of("a", 1));
    assertThatThrownBy(() -> VolumeSource.open("volumes.n5:/rwa", folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("did you mean \"raw\"?");
    assertThatThrownBy(() -> VolumeSource.open("sectoins", folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("did you mean \"sections\"?");
    assertThatThrownBy(() -> VolumeSource.open("sections/0.png:/x", folder))
        .hasMessageContaining("neither an HDF5 file nor an N5 container");
  }

  @Test
  void importsTheMedullaWithItsBodies() {
    Path medulla = SampleData.require("fibsem-medulla");
    VoxelSize voxel = new VoxelSize(10, 10, 10);
    Box box = new Box(0, 0, 100, 250, 250, 150);
    try (VolumeSource image = VolumeSource.open("grayscale_maps", medulla);
        VolumeSource truth = VolumeSource.open("groundtruth_z000-149.h5:/bodies", medulla)) {
      Result raw =
          VolumeImport.run(
              image, container, "raw", Options.image(voxel).withCrop(box), Progress.NONE);
      Result bodies =
          VolumeImport.run(
              truth, container, "truth", Options.labels(voxel).withCrop(box), Progress.NONE);
      byte[] section = new byte[250 * 250];
      image.read(new Box(0, 0, 149, 250, 250, 150), section);
      assertThat(raw.dataset().readBytes(new Box(0, 0, 49, 250, 250, 50))).isEqualTo(section);
      // Sum over z 140 to 149 as read by h5py 3.16.
      assertThat(Arrays.stream(bodies.dataset().readLongs(new Box(0, 0, 40, 250, 250, 50))).sum())
          .isEqualTo(58_471_433_559L);
    }
  }

  @Test
  void probabilitiesBecomeLevelsOfBoundary() {
    Box box = new Box(2, 0, 0, 6, 1, 1);
    float[] floats = {0, 0.5f, 0.2f, 1};
    assertThat(Conversion.boundary(floats, box, false)).containsExactly(0, 128, 51, 255);
    assertThat(Conversion.boundary(floats, box, true)).containsExactly(255, 128, 204, 0);
    double[] doubles = {0, 0.5, 0.2, 1};
    assertThat(Conversion.boundary(doubles, box, false)).containsExactly(0, 128, 51, 255);
    byte[] bytes = {0, 127, 51, (byte) 255};
    assertThat(Conversion.boundary(bytes, box, false)).containsExactly(0, 127, 51, 255);
    assertThat(Conversion.boundary(bytes, box, true)).containsExactly(255, 128, 204, 0);
  }

  @Test
  void whatIsNoProbabilityIsRefusedWithItsPlace() {
    Box box = new Box(2, 3, 4, 4, 5, 5);
    assertThatThrownBy(() -> Conversion.boundary(new float[] {0, 0, 0, Float.NaN}, box, false))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("Probability at x, y, z = 3, 4, 4 is NaN");
    for (float bad : new float[] {-0.01f, 1.01f, Float.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> Conversion.boundary(new float[] {bad, 0, 0, 0}, box, true))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("Probability at x, y, z = 2, 3, 4 is " + (double) bad);
    }
  }
}
