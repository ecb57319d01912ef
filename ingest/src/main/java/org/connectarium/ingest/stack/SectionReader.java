package org.connectarium.ingest.stack;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/// One open image file. One thread at a time.
final class SectionReader implements AutoCloseable {
  private final FileImageInputStream stream;
  private final ImageReader reader;

  private SectionReader(FileImageInputStream stream, ImageReader reader) {
    this.stream = stream;
    this.reader = reader;
  }

  static SectionReader open(Path file, SectionFormat format) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format.readerName()).next();
    FileImageInputStream stream = new FileImageInputStream(file.toFile());
    reader.setInput(stream, false, false);
    return new SectionReader(stream, reader);
  }

  ImageReader reader() {
    return reader;
  }

  /// Decodes rows `y0` to `y1` of a page into `out`, x fastest.
  void readRows(int page, int y0, int y1, byte[] out, int offset) throws IOException {
    ImageReadParam region = reader.getDefaultReadParam();
    int sizeX = reader.getWidth(page);
    region.setSourceRegion(new Rectangle(0, y0, sizeX, y1 - y0));
    BufferedImage image = reader.read(page, region);
    if (image.getWidth() != sizeX || image.getHeight() != y1 - y0) {
      throw new IOException("it gave " + image.getWidth() + " x " + image.getHeight() + " pixels");
    }
    Raster raster = image.getRaster();
    if (image.getColorModel() instanceof IndexColorModel palette) {
      copyThroughPalette(raster, palette, out, offset);
    } else {
      copyGrey(raster, out, offset);
    }
  }

  private static void copyGrey(Raster raster, byte[] out, int offset) {
    int sizeX = raster.getWidth();
    if (raster.getDataBuffer() instanceof DataBufferByte buffer
        && buffer.getNumBanks() == 1
        && raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && model.getPixelStride() == 1) {
      for (int y = 0; y < raster.getHeight(); y++) {
        int row = buffer.getOffset() + y * model.getScanlineStride();
        System.arraycopy(buffer.getData(), row, out, offset + y * sizeX, sizeX);
      }
      return;
    }
    int[] row = new int[sizeX];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, sizeX, 1, 0, row);
      for (int x = 0; x < sizeX; x++) {
        out[offset + y * sizeX + x] = (byte) row[x];
      }
    }
  }

  private static void copyThroughPalette(
      Raster raster, IndexColorModel palette, byte[] out, int offset) {
    byte[] grey = new byte[palette.getMapSize()];
    palette.getReds(grey);
    int sizeX = raster.getWidth();
    int[] row = new int[sizeX];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, sizeX, 1, 0, row);
      for (int x = 0; x < sizeX; x++) {
        out[offset + y * sizeX + x] = grey[row[x]];
      }
    }
  }

  /// The first line of what an image reader says.
  static String reason(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName()
        : message.lines().findFirst().orElse(message);
  }

  @Override
  public void close() {
    reader.dispose();
    try {
      stream.close();
    } catch (IOException e) {
      // Nothing was written, so nothing is lost.
      return;
    }
  }
}
