package org.connectarium.ingest.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/// Checks the chunks of a PNG file (W3C PNG specification, 5.3): whole up to the end mark, and it
/// is grey.
final class PngHeader {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int IHDR = 0x49484452;
  private static final int PLTE = 0x504C5445;
  private static final int IEND = 0x49454E44;
  private static final int CHUNK_FRAME_BYTES = 12; // length, type, checksum
  private static final int LONGEST_PALETTE_BYTES = 3 * 256;

  private PngHeader() {}

  static SectionFormat.Header read(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      if (in.length() < 8 || in.readLong() != SIGNATURE) {
        throw new IOException("it does not begin like one");
      }
      if (in.readInt() != 13 || in.readInt() != IHDR) {
        throw new IOException("its first chunk is no IHDR");
      }
      int sizeX = in.readInt();
      int sizeY = in.readInt();
      int bits = in.readUnsignedByte();
      checkColour(file, bits, in.readUnsignedByte());
      walkToEnd(file, in);
      return new SectionFormat.Header(sizeX, sizeY, 1);
    }
  }

  private static void checkColour(Path file, int bits, int colourType) throws IOException {
    if (bits == 16) {
      throw SectionFormat.notGrey(file, "16-bit");
    }
    switch (colourType) {
      case 0, 3 -> {} // grey; palette, which is looked at below
      case 2 -> throw SectionFormat.notGrey(file, "RGB");
      case 4 -> throw SectionFormat.notGrey(file, "grey with transparency");
      case 6 -> throw SectionFormat.notGrey(file, "RGB with transparency");
      default -> throw new IOException("colour type " + colourType + " is unknown");
    }
  }

  private static void walkToEnd(Path file, RandomAccessFile in) throws IOException {
    long at = 8;
    while (true) {
      if (at + CHUNK_FRAME_BYTES > in.length()) {
        throw SectionFormat.truncated(file, at + CHUNK_FRAME_BYTES, in.length());
      }
      in.seek(at);
      long length = in.readInt() & 0xFFFFFFFFL;
      int type = in.readInt();
      if (at + CHUNK_FRAME_BYTES + length > in.length()) {
        throw SectionFormat.truncated(file, at + CHUNK_FRAME_BYTES + length, in.length());
      }
      if (type == PLTE) {
        checkPalette(file, in, length);
      }
      if (type == IEND) {
        return;
      }
      at += CHUNK_FRAME_BYTES + length;
    }
  }

  private static void checkPalette(Path file, RandomAccessFile in, long length) throws IOException {
    if (length > LONGEST_PALETTE_BYTES || length % 3 != 0) {
      throw new IOException("its palette has " + length + " bytes");
    }
    byte[] palette = new byte[(int) length];
    in.readFully(palette);
    for (int i = 0; i < palette.length; i += 3) {
      if (palette[i] != palette[i + 1] || palette[i] != palette[i + 2]) {
        throw SectionFormat.notGrey(file, "coloured by a palette");
      }
    }
  }
}
