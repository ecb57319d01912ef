package org.connectarium.analysis.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// One section of a volume as a picture: grey values, a boundary map, or labels in colours over the
/// grey values. Needs no screen.
///
/// Arrays have the shape (y, x), x fastest; bytes are unsigned.
///
/// @param rgb one 0xRRGGBB per pixel
@SuppressWarnings("ArrayRecordComponent")
public record SectionPicture(int width, int height, int[] rgb) {
  private static final double LABEL_OPACITY = 0.6;

  /// @throws IllegalArgumentException if the array length is not width · height
  public SectionPicture {
    check(width, height, rgb.length);
  }

  /// The grey values themselves.
  public static SectionPicture grey(byte[] grey, int width, int height) {
    check(width, height, grey.length);
    int[] rgb = new int[grey.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = Byte.toUnsignedInt(grey[i]) * 0x010101;
    }
    return new SectionPicture(width, height, rgb);
  }

  /// A boundary map as heat: 0 black, then violet, red, yellow, 255 nearly white.
  public static SectionPicture boundary(byte[] boundary, int width, int height) {
    check(width, height, boundary.length);
    int[] rgb = new int[boundary.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = heat(Byte.toUnsignedInt(boundary[i]) / 255.0);
    }
    return new SectionPicture(width, height, rgb);
  }

  /// Labels in colours that depend on the id alone, over the grey values, with dark lines between
  /// labels. Label 0 stays grey.
  public static SectionPicture labels(byte[] grey, long[] labels, int width, int height) {
    check(width, height, grey.length);
    check(width, height, labels.length);
    int[] rgb = new int[grey.length];
    for (int i = 0; i < rgb.length; i++) {
      int g = Byte.toUnsignedInt(grey[i]);
      if (labels[i] == 0) {
        rgb[i] = g * 0x010101;
      } else if (endsHere(labels, i, width, height)) {
        rgb[i] = blend(g, color(labels[i]), 0.25, 0.35);
      } else {
        rgb[i] = blend(g, color(labels[i]), 1 - LABEL_OPACITY, LABEL_OPACITY);
      }
    }
    return new SectionPicture(width, height, rgb);
  }

  private static boolean endsHere(long[] labels, int i, int width, int height) {
    return (i % width + 1 < width && labels[i + 1] != labels[i])
        || (i / width + 1 < height && labels[i + width] != labels[i]);
  }

  /// The colour of an id, 0xRRGGBB: bright, strong, and the same in every picture.
  public static int color(long id) {
    long h = id * 0x9e3779b97f4a7c15L;
    h = (h ^ (h >>> 32)) * 0xd6e8feb86659fd93L;
    h ^= h >>> 32;
    double hue = (h & 0xffff) / 65536.0;
    double saturation = 0.6 + 0.4 * ((h >>> 16) & 0xff) / 255;
    double value = 0.7 + 0.3 * ((h >>> 24) & 0xff) / 255;
    return channel(hue, saturation, value, 5) << 16
        | channel(hue, saturation, value, 3) << 8
        | channel(hue, saturation, value, 1);
  }

  /* HSV to one channel; n is 5 for red, 3 for green, 1 for blue. */
  private static int channel(double hue, double saturation, double value, int n) {
    double k = (n + hue * 6) % 6;
    double part = Math.clamp(Math.min(k, 4 - k), 0, 1);
    return (int) Math.round(255 * value * (1 - saturation * part));
  }

  private static int heat(double t) {
    int red = (int) (255 * Math.clamp(t * 2.2, 0, 1));
    int green = (int) (255 * Math.clamp((t - 0.4) * 1.7, 0, 1));
    int blue =
        (int)
            (255
                * (t < 0.35
                    ? t * 1.2
                    : Math.clamp(0.42 - (t - 0.35) + 2 * Math.max(0, t - 0.75), 0, 0.8)));
    return red << 16 | green << 8 | blue;
  }

  private static int blend(int grey, int color, double greyPart, double colorPart) {
    int red = mixed(grey, color >> 16 & 0xff, greyPart, colorPart);
    int green = mixed(grey, color >> 8 & 0xff, greyPart, colorPart);
    int blue = mixed(grey, color & 0xff, greyPart, colorPart);
    return red << 16 | green << 8 | blue;
  }

  private static int mixed(int grey, int channel, double greyPart, double colorPart) {
    return (int) Math.min(255, grey * greyPart + channel * colorPart);
  }

  /// The picture with a white bar of a given length in its lower left corner.
  ///
  /// @param pixels length of the bar; the picture is unchanged if it does not fit
  public SectionPicture withScaleBar(int pixels) {
    int margin = Math.max(2, width / 40);
    int thick = Math.max(2, height / 80);
    if (pixels + 2 * margin > width || thick + 2 * margin > height) {
      return this;
    }
    int[] out = rgb.clone();
    for (int y = height - margin - thick; y < height - margin; y++) {
      for (int x = margin; x < margin + pixels; x++) {
        out[y * width + x] = 0xffffff;
      }
    }
    return new SectionPicture(width, height, out);
  }

  /// The picture as the bytes of a PNG file.
  public byte[] png() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, rgb, 0, width);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", bytes)) {
        throw new IllegalStateException("this Java cannot write PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void check(int width, int height, int length) {
    if (width < 1 || height < 1 || (long) width * height != length) {
      throw new IllegalArgumentException(
          "A section of " + width + " x " + height + " pixels cannot have " + length + " values");
    }
  }
}
