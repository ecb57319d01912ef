package org.connectarium.ingest.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.connectarium.ingest.SampleData;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageStackTest {
  @TempDir Path folder;

  /// Grey value at (x, y) of section z, different for each within 5 x 4 x 12.
  private static int grey(int x, int y, int z) {
    return 1 + x + 5 * y + 20 * z;
  }

  private static BufferedImage section(int sizeX, int sizeY, int z) {
    BufferedImage image = new BufferedImage(sizeX, sizeY, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < sizeY; y++) {
      for (int x = 0; x < sizeX; x++) {
        image.getRaster().setSample(x, y, 0, grey(x, y, z));
      }
    }
    return image;
  }

  private static byte[] expected(int z) {
    byte[] out = new byte[20];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) grey(i % 5, i / 5, z);
    }
    return out;
  }

  private Path write(String name, BufferedImage image) {
    Path file = folder.resolve(name);
    try {
      String format = name.endsWith(".png") ? "png" : "tiff";
      assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private Path writePages(String name, String compression, BufferedImage... pages)
      throws IOException {
    Path file = folder.resolve(name);
    Files.deleteIfExists(file);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionType(compression);
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        writer.writeToSequence(new IIOImage(page, null, null), parameters);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return file;
  }

  private void refuses(Path what, String... parts) {
    assertThatThrownBy(() -> ImageStack.open(what))
        .isInstanceOf(BadInputException.class)
        .message()
        .contains(parts)
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tif", "TIFF"})
  void readsAFolderInNaturalOrder(String ending) {
    for (int z : new int[] {10, 2, 1, 9, 11}) {
      write("s" + z + "." + ending, section(5, 4, z));
    }
    try (ImageStack stack = ImageStack.open(folder)) {
      assertThat(List.of(stack.sizeX(), stack.sizeY(), stack.sizeZ())).containsExactly(5L, 4L, 5L);
      int[] order = {1, 2, 9, 10, 11};
      for (int z = 0; z < 5; z++) {
        assertThat(stack.readSection(z)).as("section %d", z).isEqualTo(expected(order[z]));
      }
      byte[] rows = new byte[12];
      stack.readRows(3, 1, 3, rows, 2);
      assertThat(Arrays.copyOfRange(rows, 2, 12))
          .isEqualTo(Arrays.copyOfRange(expected(10), 5, 15));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LZW", "Deflate", "PackBits"})
  void readsThePagesOfOneFile(String compression) throws Exception {
    BufferedImage[] pages = new BufferedImage[12];
    Arrays.setAll(pages, z -> section(5, 4, z));
    Path file = writePages("stack.tif", compression, pages);
    try (ImageStack stack = ImageStack.open(file);
        var pool = Executors.newFixedThreadPool(4)) {
      assertThat(stack.sizeZ()).isEqualTo(12);
      List<Callable<byte[]>> tasks = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        int z = (i * 7) % 12;
        tasks.add(() -> stack.readSection(z));
      }
      var results = pool.invokeAll(tasks);
      for (int i = 0; i < 60; i++) {
        assertThat(results.get(i).get()).isEqualTo(expected((i * 7) % 12));
      }
    }
  }

  @Test
  void spreadsMasksToWholeBytes() {
    BufferedImage mask = new BufferedImage(9, 2, BufferedImage.TYPE_BYTE_BINARY);
    mask.getRaster().setSample(8, 0, 0, 1);
    write("0.png", mask);
    byte[] expected = new byte[18];
    expected[8] = (byte) 255;
    try (ImageStack stack = ImageStack.open(folder)) {
      assertThat(stack.readSection(0)).isEqualTo(expected);
    }
    try (ImageStack stack = ImageStack.open(write("mask.tif", mask))) {
      assertThat(stack.readSection(0)).isEqualTo(expected);
    }
  }

  @Test
  void readsInterlacedAndGreyPalettePng() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    Path interlaced = folder.resolve("0.png");
    try (FileImageOutputStream out = new FileImageOutputStream(interlaced.toFile())) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.write(null, new IIOImage(section(5, 4, 0), null, null), parameters);
    } finally {
      writer.dispose();
    }
    byte[] ramp = {0, 100, (byte) 200, (byte) 255};
    IndexColorModel palette = new IndexColorModel(2, 4, ramp, ramp, ramp);
    BufferedImage indexed = new BufferedImage(5, 4, BufferedImage.TYPE_BYTE_BINARY, palette);
    indexed.getRaster().setSample(3, 2, 0, 2);
    write("1.png", indexed);
    try (ImageStack stack = ImageStack.open(folder)) {
      assertThat(Files.readAllBytes(interlaced)[28]).as("interlaced").isEqualTo((byte) 1);
      assertThat(stack.readSection(0)).isEqualTo(expected(0));
      byte[] second = new byte[20];
      second[13] = (byte) 200;
      assertThat(stack.readSection(1)).isEqualTo(second);
    }
  }

  @Test
  void leavesOtherFilesOutAndNamesTheUnusual() throws IOException {
    write("a.png", section(5, 4, 0));
    for (String name : List.of(".hidden.png", "README", "notes.txt", "scan.dm4", "b.jpg")) {
      Files.writeString(folder.resolve(name), "x");
    }
    Files.createDirectory(folder.resolve("more.png"));
    try (ImageStack stack = ImageStack.open(folder)) {
      assertThat(stack.sizeZ()).isEqualTo(1);
      assertThat(stack.skipped()).containsExactly("b.jpg", "scan.dm4");
    }
  }

  @Test
  void refusesSectionsOfDifferentSizes() throws IOException {
    write("0.png", section(5, 4, 0));
    write("1.png", section(4, 5, 1));
    refuses(folder, "0.png is 5 x 4 pixels but 1.png is 4 x 5 pixels");
    Path pages = writePages("p.tif", "LZW", section(5, 4, 0), section(5, 3, 1));
    refuses(pages, "page 0 of", "5 x 4 pixels but page 1 is 5 x 3");
  }

  @Test
  void refusesTwoFormatsInAFolder() {
    write("0.png", section(5, 4, 0));
    write("1.tif", section(5, 4, 0));
    refuses(folder, "two formats: 0.png and 1.tif");
  }

  @Test
  void refusesFoldersOfMultiPageFiles() throws IOException {
    writePages("0.tif", "LZW", section(5, 4, 0));
    writePages("1.tif", "LZW", section(5, 4, 0), section(5, 4, 1));
    refuses(folder, "1.tif has 2 pages");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tif"})
  void refusesWhatIsNotGreyOf8Bits(String ending) {
    BufferedImage wide = new BufferedImage(5, 4, BufferedImage.TYPE_USHORT_GRAY);
    BufferedImage colour = new BufferedImage(5, 4, BufferedImage.TYPE_3BYTE_BGR);
    byte[] ramp = {0, 100, (byte) 200, (byte) 255};
    IndexColorModel red = new IndexColorModel(2, 4, ramp, new byte[4], new byte[4]);
    BufferedImage palette = new BufferedImage(5, 4, BufferedImage.TYPE_BYTE_BINARY, red);
    refuses(write("w." + ending, wide), "w." + ending + " is 16-bit", "convert it to 8-bit grey");
    refuses(write("c." + ending, colour), "c." + ending + " is RGB", "convert it to 8-bit grey");
    refuses(write("p." + ending, palette), "is coloured by a palette", "8-bit grey");
  }

  @Test
  void everyTruncationIsNamedOnOpening() throws IOException {
    Path png = write("0.png", section(5, 4, 0));
    Path tif = writePages("0.tif", "Deflate", section(5, 4, 0), section(5, 4, 1));
    for (Path file : List.of(png, tif)) {
      byte[] whole = Files.readAllBytes(file);
      for (int length = 0; length < whole.length; length++) {
        Files.write(file, Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> readAll(file))
            .as("%s cut to %d of %d bytes", file, length, whole.length)
            .isInstanceOf(BadInputException.class)
            .message()
            .contains(file.toString())
            .doesNotContain("\n");
      }
    }
  }

  private static byte[] readAll(Path file) {
    try (ImageStack stack = ImageStack.open(file)) {
      byte[] last = new byte[0];
      for (int z = 0; z < stack.sizeZ(); z++) {
        last = stack.readSection(z);
      }
      return last;
    }
  }

  @Test
  void damagedPixelsAreReportedWhenRead() throws IOException {
    Path png = write("0.png", section(5, 4, 0));
    byte[] bytes = Files.readAllBytes(png);
    int data = indexOf(bytes, "IDAT") + 4;
    Arrays.fill(bytes, data + 2, data + 10, (byte) 0xFF);
    Files.write(png, bytes);
    assertThatThrownBy(() -> readAll(png))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("Cannot read section 0 from " + png);
  }

  private static int indexOf(byte[] bytes, String text) {
    byte[] wanted = text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    for (int i = 0; ; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
  }

  @Test
  void refusesBigTiffAndOtherFiles() throws IOException {
    Path big = folder.resolve("big.tif");
    Files.write(big, new byte[] {'I', 'I', 43, 0, 8, 0, 0, 0});
    refuses(big, "is a BigTIFF file");
    refuses(Files.writeString(folder.resolve("no.tif"), "no image at all"), "no readable TIFF");
    refuses(Files.writeString(folder.resolve("no.png"), "no image at all"), "no readable PNG");
    refuses(Files.writeString(folder.resolve("x.bmp"), ""), "is neither TIFF nor PNG");
    refuses(folder.resolve("absent"), "No file or folder");
    refuses(Files.createDirectory(folder.resolve("empty")), "No TIFF or PNG file in");
  }

  @Test
  void refusesAHostileSize() throws IOException {
    Path png = write("0.png", section(5, 4, 0));
    byte[] bytes = Files.readAllBytes(png);
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.BIG_ENDIAN)
        .putInt(16, 2_000_000_000)
        .putInt(20, 2_000_000_000);
    Files.write(png, bytes);
    refuses(png, "more than 2^31 pixels");
  }

  @Test
  void naturalOrderComparesNumbersAsNumbers() {
    List<String> sorted =
        Stream.of("z10", "z2", "Z1", "z02", "z", "z2b", "z10000000000000000000000", "10", "9")
            .sorted(NaturalOrder::compareNames)
            .toList();
    assertThat(sorted)
        .containsExactly(
            "9", "10", "z", "Z1", "z02", "z2", "z2b", "z10", "z10000000000000000000000");
  }

  // Expected numbers as read by Pillow 13.

  @Test
  void readsTheMedullaSections() {
    try (ImageStack stack = ImageStack.open(SampleData.require("fibsem-medulla/grayscale_maps"))) {
      assertThat(List.of(stack.sizeX(), stack.sizeY(), stack.sizeZ()))
          .containsExactly(250L, 250L, 150L);
      byte[] section = stack.readSection(3);
      assertThat(sum(section)).isEqualTo(7_613_888);
      assertThat(section[7 * 250 + 11] & 0xFF).isEqualTo(143);
    }
  }

  @Test
  void readsTheVentralNerveCordSectionsAndMasks() {
    Path stack1 = SampleData.require("vnc-sstem/stack1");
    try (ImageStack raw = ImageStack.open(stack1.resolve("raw"));
        ImageStack membranes = ImageStack.open(stack1.resolve("membranes"));
        ImageStack mitochondria = ImageStack.open(stack1.resolve("mitochondria"))) {
      assertThat(raw.sizeZ()).isEqualTo(14);
      assertThat(sum(raw.readSection(0))).isEqualTo(134_930_314);
      assertThat(raw.readSection(0)[700 * 1024 + 300] & 0xFF).isEqualTo(137);
      assertThat(sum(membranes.readSection(0))).isEqualTo(201_073 * 255);
      assertThat(sum(mitochondria.readSection(3))).isEqualTo(13_258_831);
    }
  }

  private static int sum(byte[] values) {
    int sum = 0;
    for (byte value : values) {
      sum += value & 0xFF;
    }
    return sum;
  }
}
