package org.connectarium.ingest.stack;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.connectarium.ingest.volume.BadInputException;

/// The two image formats, each with its check of a file's header.
enum SectionFormat {
  TIFF("tiff"),
  PNG("png");

  private static final long MOST_PIXELS = Integer.MAX_VALUE - 8;

  private final String readerName;

  SectionFormat(String readerName) {
    this.readerName = readerName;
  }

  /// What a header says.
  record Header(long sizeX, long sizeY, int pages) {
    String sizeText() {
      return sizeX + " x " + sizeY + " pixels";
    }
  }

  /// The name by which the JDK knows the format.
  String readerName() {
    return readerName;
  }

  /// The format by the ending of the name.
  static Optional<SectionFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".tif") || name.endsWith(".tiff")) {
      return Optional.of(TIFF);
    }
    return name.endsWith(".png") ? Optional.of(PNG) : Optional.empty();
  }

  /// Checks that a file can become 8-bit grey sections, by its header alone.
  ///
  /// @throws BadInputException that names the file and says what to do
  Header readHeader(Path file) {
    try {
      Header header =
          switch (this) {
            case TIFF -> TiffHeader.read(file);
            case PNG -> PngHeader.read(file);
          };
      if (header.sizeX() < 1 || header.sizeY() < 1) {
        throw new IOException("it has no pixels");
      }
      if (header.sizeX() > MOST_PIXELS / header.sizeY()) {
        throw new BadInputException(
            file + " has more than 2^31 pixels in a section; cut it into smaller ones");
      }
      return header;
    } catch (BadInputException e) {
      throw e;
    } catch (EOFException e) {
      throw new BadInputException(
          file + " is truncated: it ends inside its header; copy it again", e);
    } catch (IOException | RuntimeException e) { // the JDK's readers throw all kinds of exceptions
      throw new BadInputException(
          file
              + " is no readable "
              + name()
              + " file: "
              + SectionReader.reason(e)
              + "; copy it again",
          e);
    }
  }

  /// One line for each kind of image that is not 8-bit grey.
  static BadInputException notGrey(Path file, String what) {
    return new BadInputException(file + " is " + what + "; convert it to 8-bit grey");
  }

  static BadInputException truncated(Path file, long neededBytes, long bytes) {
    return new BadInputException(
        file
            + " is truncated: its image data reaches to byte "
            + neededBytes
            + " but the file has "
            + bytes
            + "; copy it again");
  }
}
