package org.connectarium.ingest.stack;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.FileImageInputStream;
import org.connectarium.ingest.volume.BadInputException;

/// Checks the directories of all pages of a TIFF file (TIFF 6.0): one size, 8-bit grey, data inside
/// the file.
final class TiffHeader {
  private static final int LITTLE_ENDIAN = 0x4949;
  private static final int BIG_ENDIAN = 0x4D4D;
  private static final int BIG_TIFF = 43;
  private static final int SMALLEST_PAGE_BYTES = 18; // a directory of one entry

  /// none, CCITT (2, 3, 4), LZW, JPEG (6, 7), Deflate (8, 32946), PackBits
  private static final Set<Integer> COMPRESSIONS = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 32_773, 32_946);

  private static final Pattern IMAGEJ_IMAGES = Pattern.compile("images=(\\d{1,9})");

  private TiffHeader() {}

  static SectionFormat.Header read(Path file) throws IOException {
    int pages = walkDirectories(file);
    SectionReader section = SectionReader.open(file, SectionFormat.TIFF);
    try {
      ImageReader reader = section.reader();
      if (reader.getNumImages(true) != pages) {
        throw new IOException("the directory of a page is damaged");
      }
      int sizeX = reader.getWidth(0);
      int sizeY = reader.getHeight(0);
      for (int page = 0; page < pages; page++) {
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(reader.getImageMetadata(page));
        checkPage(file, directory, page, pages);
        if (reader.getWidth(page) != sizeX || reader.getHeight(page) != sizeY) {
          throw new BadInputException(
              "Sections differ in size: page 0 of "
                  + file
                  + " is "
                  + sizeX
                  + " x "
                  + sizeY
                  + " pixels but page "
                  + page
                  + " is "
                  + reader.getWidth(page)
                  + " x "
                  + reader.getHeight(page)
                  + "; crop or pad them to one size");
        }
      }
      return new SectionFormat.Header(sizeX, sizeY, pages);
    } finally {
      section.close();
    }
  }

  /// Follows the directories from page to page, because the JDK's reader takes a page whose
  /// directory is cut off for the end of the file.
  ///
  /// @return number of pages
  private static int walkDirectories(Path file) throws IOException {
    try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
      long bytes = in.length();
      int byteOrder = in.readUnsignedShort();
      if (byteOrder != LITTLE_ENDIAN && byteOrder != BIG_ENDIAN) {
        throw new IOException("it does not begin like one");
      }
      in.setByteOrder(byteOrder == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      if (in.readUnsignedShort() == BIG_TIFF) {
        throw new BadInputException(
            file + " is a BigTIFF file; save it as a folder of single images");
      }
      int pages = 0;
      for (long at = in.readUnsignedInt(); at != 0; at = in.readUnsignedInt()) {
        if (at + 2 > bytes) {
          throw SectionFormat.truncated(file, at + 2, bytes);
        }
        in.seek(at);
        long next = at + 2 + 12L * in.readUnsignedShort();
        if (next + 4 > bytes) {
          throw SectionFormat.truncated(file, next + 4, bytes);
        }
        in.seek(next);
        if (++pages > bytes / SMALLEST_PAGE_BYTES) {
          throw new IOException("its pages go round in a circle");
        }
      }
      return pages;
    }
  }

  private static void checkPage(Path file, TIFFDirectory directory, int page, int pages)
      throws IOException {
    int samples = first(directory, BaselineTIFFTagSet.TAG_SAMPLES_PER_PIXEL, 1);
    int bits = first(directory, BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE, 1);
    int sampleFormat = first(directory, BaselineTIFFTagSet.TAG_SAMPLE_FORMAT, 1);
    int compression = first(directory, BaselineTIFFTagSet.TAG_COMPRESSION, 1);
    String what = pages > 1 ? " on page " + page : "";
    if (samples >= 3) {
      throw SectionFormat.notGrey(file, "RGB" + what);
    }
    if (samples != 1) {
      throw SectionFormat.notGrey(file, "grey with transparency" + what);
    }
    if (bits > 8) {
      throw SectionFormat.notGrey(file, bits + "-bit" + what);
    }
    if (sampleFormat == 2 && bits == 8) {
      throw SectionFormat.notGrey(file, "signed 8-bit" + what);
    }
    if (!COMPRESSIONS.contains(compression)) {
      throw new BadInputException(
          file + " is compressed by method " + compression + "; save it with LZW, Deflate or none");
    }
    checkPalette(file, directory);
    checkExtent(file, directory);
    checkImageJ(file, directory, pages);
  }

  private static void checkPalette(Path file, TIFFDirectory directory) {
    TIFFField map = directory.getTIFFField(BaselineTIFFTagSet.TAG_COLOR_MAP);
    if (map == null
        || first(directory, BaselineTIFFTagSet.TAG_PHOTOMETRIC_INTERPRETATION, 1)
            != BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_PALETTE_COLOR) {
      return;
    }
    int entries = map.getCount() / 3;
    for (int i = 0; i < entries; i++) {
      int red = map.getAsInt(i);
      if (map.getAsInt(entries + i) != red || map.getAsInt(2 * entries + i) != red) {
        throw SectionFormat.notGrey(file, "coloured by a palette");
      }
    }
  }

  private static void checkExtent(Path file, TIFFDirectory directory) throws IOException {
    boolean tiles = directory.containsTIFFField(BaselineTIFFTagSet.TAG_TILE_OFFSETS);
    TIFFField offsets =
        directory.getTIFFField(
            tiles ? BaselineTIFFTagSet.TAG_TILE_OFFSETS : BaselineTIFFTagSet.TAG_STRIP_OFFSETS);
    TIFFField lengths =
        directory.getTIFFField(
            tiles
                ? BaselineTIFFTagSet.TAG_TILE_BYTE_COUNTS
                : BaselineTIFFTagSet.TAG_STRIP_BYTE_COUNTS);
    if (offsets == null || lengths == null || offsets.getCount() != lengths.getCount()) {
      throw new IOException("it does not say where its image data is");
    }
    long end = 0;
    for (int i = 0; i < offsets.getCount(); i++) {
      end = Math.max(end, offsets.getAsLong(i) + lengths.getAsLong(i));
    }
    long bytes = Files.size(file);
    if (end > bytes) {
      throw SectionFormat.truncated(file, end, bytes);
    }
  }

  /// ImageJ writes stacks of more than 4 GB with one page only and the number of images in a text.
  private static void checkImageJ(Path file, TIFFDirectory directory, int pages) {
    TIFFField text = directory.getTIFFField(BaselineTIFFTagSet.TAG_IMAGE_DESCRIPTION);
    if (text == null || text.getCount() < 1 || !text.getAsString(0).startsWith("ImageJ=")) {
      return;
    }
    Matcher images = IMAGEJ_IMAGES.matcher(text.getAsString(0));
    if (images.find() && Integer.parseInt(images.group(1)) > pages) {
      throw new BadInputException(
          file
              + " is an ImageJ stack of "
              + images.group(1)
              + " images but has "
              + pages
              + " pages; save it from ImageJ as an image sequence");
    }
  }

  private static int first(TIFFDirectory directory, int tag, int missing) {
    TIFFField field = directory.getTIFFField(tag);
    return field == null ? missing : field.getAsInt(0);
  }
}
