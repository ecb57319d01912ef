package org.connectarium.analysis.figure;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/// Draws as pixels, by Java2D without a screen. Letters are filled outlines, so no font of the
/// machine is asked for.
final class PngCanvas implements Canvas {
  private static final double POINTS_PER_INCH = 72;
  private static final double METRES_PER_INCH = 0.0254;
  /* How much bolder letters are, as a share of their size. */
  private static final double BOLD = 0.045;

  private final Lettering lettering;
  private final BufferedImage image;
  private final Graphics2D pen;
  private final int dotsPerInch;

  PngCanvas(Lettering lettering, double width, double height, int dotsPerInch) {
    this.lettering = lettering;
    this.dotsPerInch = dotsPerInch;
    double scale = dotsPerInch / POINTS_PER_INCH;
    image =
        new BufferedImage(
            (int) Math.ceil(width * scale),
            (int) Math.ceil(height * scale),
            BufferedImage.TYPE_INT_RGB);
    pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.setColor(new Color(Palette.PAPER));
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.scale(scale, scale);
  }

  /// The finished file, which says how large it is on paper.
  byte[] end() {
    pen.dispose();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      IIOMetadata about =
          writer.getDefaultImageMetadata(
              new ImageTypeSpecifier(image), writer.getDefaultWriteParam());
      about.mergeTree("javax_imageio_png_1.0", resolution(dotsPerInch));
      writer.setOutput(out);
      writer.write(new IIOImage(image, null, about));
    } catch (IIOInvalidTreeException e) {
      throw new IllegalStateException("the resolution of a PNG is refused", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadataNode resolution(int dotsPerInch) {
    String perMetre = String.valueOf(Math.round(dotsPerInch / METRES_PER_INCH));
    IIOMetadataNode size = new IIOMetadataNode("pHYs");
    size.setAttribute("pixelsPerUnitXAxis", perMetre);
    size.setAttribute("pixelsPerUnitYAxis", perMetre);
    size.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
    root.appendChild(size);
    return root;
  }

  @Override
  public void line(List<Spot> spots, Pen how) {
    pen.setColor(new Color(how.colour()));
    float width = (float) how.width();
    pen.setStroke(
        how.dash() > 0
            ? new BasicStroke(
                width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                new float[] {(float) how.dash()},
                0)
            : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    pen.draw(path(spots));
  }

  @Override
  public void area(List<Spot> spots, int colour, double opacity) {
    Path2D outline = path(spots);
    outline.closePath();
    opacity(opacity);
    pen.setColor(new Color(colour));
    pen.fill(outline);
    opacity(1);
  }

  @Override
  public void rectangle(
      double x, double y, double width, double height, int colour, double opacity) {
    opacity(opacity);
    pen.setColor(new Color(colour));
    pen.fill(new Rectangle2D.Double(x, y, width, height));
    opacity(1);
  }

  private void opacity(double opacity) {
    pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
  }

  @Override
  public void dot(Spot centre, double radius, int colour, int rim) {
    Ellipse2D circle =
        new Ellipse2D.Double(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    pen.setColor(new Color(colour));
    pen.fill(circle);
    pen.setColor(new Color(rim));
    pen.setStroke(new BasicStroke(0.5f));
    pen.draw(circle);
  }

  @Override
  public void text(String text, Spot at, Anchor anchor, Letters letters) {
    double width = lettering.width(text, letters.size());
    write(
        text,
        AffineTransform.getTranslateInstance(at.x() - anchor.share() * width, at.y()),
        letters);
  }

  @Override
  public void upright(String text, Spot at, Anchor anchor, Letters letters) {
    double width = lettering.width(text, letters.size());
    AffineTransform place = AffineTransform.getTranslateInstance(at.x(), at.y());
    place.rotate(-Math.PI / 2);
    place.translate(-anchor.share() * width, 0);
    write(text, place, letters);
  }

  private void write(String text, AffineTransform place, Letters letters) {
    GeneralPath outline = lettering.outline(text, letters.size());
    outline.transform(place);
    pen.setColor(new Color(letters.colour()));
    pen.fill(outline);
    if (letters.bold()) {
      pen.setStroke(new BasicStroke((float) (BOLD * letters.size())));
      pen.draw(outline);
    }
  }

  @Override
  public void picture(double x, double y, double width, double height, Pixels pixels) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(width / pixels.width(), height / pixels.height());
    pen.drawImage(pixels.image(), place, null);
  }

  @Override
  public void clip(double x, double y, double width, double height) {
    pen.setClip(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void unclip() {
    pen.setClip(null);
  }

  private static Path2D path(List<Spot> spots) {
    Path2D path = new Path2D.Double();
    for (Spot spot : spots) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(spot.x(), spot.y());
      } else {
        path.lineTo(spot.x(), spot.y());
      }
    }
    return path;
  }
}
