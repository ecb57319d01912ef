package org.connectarium.analysis.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDFont;

/// How wide letters are, and their outlines: Liberation Sans, which is as wide as Arial and
/// Helvetica. One thread at a time.
///
/// A `^` raises what follows it up to the next blank: `10^-4`.
final class Lettering {
  /// Family in SVG: the first of these that a reader has, all of the same widths.
  static final String FAMILY = "Liberation Sans, Arial, Helvetica, sans-serif";

  static final double RAISED_SIZE = 0.72;
  static final double RAISED_BY = 0.36;

  private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final double unitsPerEm;

  private Lettering(TrueTypeFont font) throws IOException {
    this.font = font;
    this.glyphs = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  static Lettering load() {
    try (InputStream in = PDFont.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing; build the program again");
      }
      return new Lettering(new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Width of a text, in the unit of the size.
  double width(String text, double size) {
    int raise = text.indexOf('^');
    if (raise >= 0) {
      int end = endOfRaised(text, raise);
      return width(text.substring(0, raise), size)
          + width(text.substring(raise + 1, end), size * RAISED_SIZE)
          + width(text.substring(end), size);
    }
    return text.codePoints().mapToDouble(this::advance).sum() * size / unitsPerEm;
  }

  /// The outline of a text that begins at 0, 0 with its base line on y = 0, y downwards.
  GeneralPath outline(String text, double size) {
    GeneralPath path = new GeneralPath();
    append(path, text, 0, 0, size);
    return path;
  }

  /// Where what is raised ends.
  static int endOfRaised(String text, int raise) {
    int blank = text.indexOf(' ', raise);
    return blank < 0 ? text.length() : blank;
  }

  private void append(GeneralPath path, String text, double x, double y, double size) {
    int raise = text.indexOf('^');
    if (raise >= 0) {
      int end = endOfRaised(text, raise);
      String base = text.substring(0, raise);
      String raised = text.substring(raise + 1, end);
      double small = size * RAISED_SIZE;
      append(path, base, x, y, size);
      double next = x + width(base, size);
      append(path, raised, next, y - RAISED_BY * size, small);
      append(path, text.substring(end), next + width(raised, small), y, size);
      return;
    }
    double scale = size / unitsPerEm;
    double at = x;
    for (int letter : text.codePoints().toArray()) {
      path.append(
          shape(letter).createTransformedShape(new AffineTransform(scale, 0, 0, -scale, at, y)),
          false);
      at += advance(letter) * scale;
    }
  }

  /* A blank has no outline. */
  private GeneralPath shape(int letter) {
    try {
      GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(letter));
      return glyph == null ? new GeneralPath() : glyph.getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double advance(int letter) {
    try {
      return font.getAdvanceWidth(glyphs.getGlyphId(letter));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
