package org.connectarium.ingest.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.connectarium.ingest.volume.BadInputException;

/// A stack of 8-bit grey sections: a folder with one TIFF or PNG image a section, in natural order
/// of the names (`2.png` before `10.png`), or one TIFF file with a section a page.
///
/// Opening looks at the headers of all files, so that a bad one is found before anything is read:
/// other sizes, 16 bits, colour, truncation. Masks of 1, 2 and 4 bits are spread to 0…255. Any
/// number of threads may read.
public final class ImageStack implements AutoCloseable {
  private final List<Path> files;
  private final SectionFormat format;
  private final SectionFormat.Header header;
  private final List<String> skipped;

  /// Open readers of a multi-page file, which would otherwise walk its pages again and again.
  private final ConcurrentLinkedQueue<SectionReader> idle = new ConcurrentLinkedQueue<>();

  private ImageStack(
      List<Path> files, SectionFormat format, SectionFormat.Header header, List<String> skipped) {
    this.files = files;
    this.format = format;
    this.header = header;
    this.skipped = skipped;
  }

  /// Opens a folder or a TIFF file and checks the headers of all files.
  ///
  /// @throws BadInputException that names the first bad file and says what to do
  public static ImageStack open(Path folderOrFile) {
    if (Files.isDirectory(folderOrFile)) {
      return openFolder(folderOrFile);
    }
    if (!Files.isRegularFile(folderOrFile)) {
      throw new BadInputException(
          "No file or folder " + folderOrFile + "; give a folder of sections or a TIFF file");
    }
    SectionFormat format =
        SectionFormat.of(folderOrFile)
            .orElseThrow(
                () ->
                    new BadInputException(
                        folderOrFile + " is neither TIFF nor PNG; convert it to one of them"));
    return new ImageStack(
        List.of(folderOrFile), format, format.readHeader(folderOrFile), List.of());
  }

  private static ImageStack openFolder(Path folder) {
    List<Path> images = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    list(folder, images, skipped);
    if (images.isEmpty()) {
      throw new BadInputException(
          "No TIFF or PNG file in "
              + folder
              + (skipped.isEmpty() ? "" : " (but " + skipped.getFirst() + ")")
              + "; give the folder that holds one image a section");
    }
    Path first = images.getFirst();
    SectionFormat format = SectionFormat.of(first).orElseThrow();
    SectionFormat.Header header = format.readHeader(first);
    for (Path file : images) {
      if (SectionFormat.of(file).orElseThrow() != format) {
        throw new BadInputException(
            "Folder "
                + folder
                + " holds two formats: "
                + name(first)
                + " and "
                + name(file)
                + "; keep one of them");
      }
      SectionFormat.Header other = format.readHeader(file);
      if (other.pages() != 1) {
        throw new BadInputException(
            file
                + " has "
                + other.pages()
                + " pages; give a folder of single images, or the multi-page file itself");
      }
      if (other.sizeX() != header.sizeX() || other.sizeY() != header.sizeY()) {
        throw new BadInputException(
            "Sections differ in size: "
                + first
                + " is "
                + header.sizeText()
                + " but "
                + name(file)
                + " is "
                + other.sizeText()
                + "; crop or pad them to one size");
      }
    }
    return new ImageStack(List.copyOf(images), format, header, List.copyOf(skipped));
  }

  private static void list(Path folder, List<Path> images, List<String> skipped) {
    try (var entries = Files.list(folder)) {
      for (Path entry : entries.sorted(new NaturalOrder()).toList()) {
        if (Files.isDirectory(entry) || name(entry).startsWith(".")) {
          continue;
        }
        if (SectionFormat.of(entry).isPresent()) {
          images.add(entry);
        } else if (!isCompanion(name(entry))) {
          skipped.add(name(entry));
        }
      }
    } catch (IOException e) {
      throw new BadInputException("Cannot read folder " + folder + ": " + e.getMessage(), e);
    }
  }

  /// Files that usually lie beside images.
  private static boolean isCompanion(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.matches("(readme|license|licence|sha256sums|thumbs\\.db).*")
        || lower.matches(".*\\.(txt|md|json|ya?ml|csv|xml|ini|db)");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /// Columns.
  public long sizeX() {
    return header.sizeX();
  }

  /// Rows.
  public long sizeY() {
    return header.sizeY();
  }

  /// Sections.
  public long sizeZ() {
    return files.size() == 1 ? header.pages() : files.size();
  }

  /// The files, in the order of the sections; one file if the sections are its pages.
  public List<Path> files() {
    return files;
  }

  /// Names of files in the folder that are no TIFF or PNG, without the usual companions of images
  /// such as README.
  public List<String> skipped() {
    return skipped;
  }

  /// Reads a whole section, rows from top to bottom, x fastest.
  ///
  /// @throws BadInputException if its image data is damaged
  public byte[] readSection(long z) {
    byte[] out = new byte[Math.toIntExact(sizeX() * sizeY())];
    readRows(z, 0, Math.toIntExact(sizeY()), out, 0);
    return out;
  }

  /// Reads some rows of a section.
  ///
  /// @param z section, from 0
  /// @param y0 first row
  /// @param y1 end of rows, exclusive
  /// @param out receives the rows, x fastest
  /// @param offset where in `out` they begin
  /// @throws BadInputException if its image data is damaged
  public void readRows(long z, int y0, int y1, byte[] out, int offset) {
    if (z < 0 || z >= sizeZ() || y0 < 0 || y1 > sizeY() || y0 >= y1) {
      throw new IllegalArgumentException(
          "Rows " + y0 + " to " + y1 + " of section " + z + " are not in " + header.sizeText());
    }
    boolean pages = files.size() == 1;
    Path file = pages ? files.getFirst() : files.get((int) z);
    try {
      if (!pages) {
        try (SectionReader reader = SectionReader.open(file, format)) {
          reader.readRows(0, y0, y1, out, offset);
        }
        return;
      }
      SectionReader waiting = idle.poll();
      SectionReader reader = waiting != null ? waiting : SectionReader.open(file, format);
      try {
        reader.readRows((int) z, y0, y1, out, offset);
      } catch (IOException | RuntimeException e) {
        reader.close();
        throw e;
      }
      idle.add(reader);
    } catch (IOException | RuntimeException e) { // the JDK's readers throw all kinds of exceptions
      throw new BadInputException(
          "Cannot read section "
              + z
              + " from "
              + file
              + ": "
              + SectionReader.reason(e)
              + "; the file is damaged, copy it again",
          e);
    }
  }

  /// Closes the file; a folder holds nothing open.
  @Override
  public void close() {
    for (SectionReader reader = idle.poll(); reader != null; reader = idle.poll()) {
      reader.close();
    }
  }
}
