package org.connectarium.analysis.figure;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Draws as SVG that is valid alone and inside of a page. Letters stay letters.
final class SvgCanvas implements Canvas {
  private final StringBuilder svg = new StringBuilder(1 << 14);
  private final String name;
  private int clips;

  /// @param name begins the ids inside, so that several figures can be on one page
  SvgCanvas(String name, String title, double width, double height) {
    this.name = name;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%spt\""
                + " height=\"%spt\" role=\"img\" font-family=\"%s\">%n<title>%s</title>%n",
            number(width),
            number(height),
            number(width),
            number(height),
            Lettering.FAMILY,
            escape(title)));
    rectangle(0, 0, width, height, Palette.PAPER, 1);
  }

  String end() {
    return svg.append("</svg>\n").toString();
  }

  @Override
  public void line(List<Spot> spots, Pen pen) {
    svg.append("<polyline points=\"").append(points(spots)).append("\" fill=\"none\" stroke=\"");
    svg.append(colour(pen.colour())).append("\" stroke-width=\"").append(number(pen.width()));
    if (pen.dash() > 0) {
      svg.append("\" stroke-dasharray=\"").append(number(pen.dash()));
    }
    svg.append("\" stroke-linejoin=\"round\"/>\n");
  }

  @Override
  public void area(List<Spot> spots, int colour, double opacity) {
    svg.append("<polygon points=\"").append(points(spots)).append('"');
    fill(colour, opacity);
  }

  @Override
  public void rectangle(
      double x, double y, double width, double height, int colour, double opacity) {
    svg.append("<rect").append(box(x, y, width, height));
    fill(colour, opacity);
  }

  private void fill(int colour, double opacity) {
    svg.append(" fill=\"").append(colour(colour)).append('"');
    if (opacity < 1) {
      svg.append(" fill-opacity=\"").append(number(opacity)).append('"');
    }
    svg.append("/>\n");
  }

  @Override
  public void dot(Spot centre, double radius, int colour, int rim) {
    svg.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"0.5\"/>\n"
            .formatted(
                number(centre.x()),
                number(centre.y()),
                number(radius),
                colour(colour),
                colour(rim)));
  }

  @Override
  public void text(String text, Spot at, Anchor anchor, Letters letters) {
    write(text, "x=\"%s\" y=\"%s\"".formatted(number(at.x()), number(at.y())), anchor, letters);
  }

  @Override
  public void upright(String text, Spot at, Anchor anchor, Letters letters) {
    write(
        text,
        "transform=\"translate(%s %s) rotate(-90)\"".formatted(number(at.x()), number(at.y())),
        anchor,
        letters);
  }

  private void write(String text, String place, Anchor anchor, Letters letters) {
    if (text.isEmpty()) {
      return;
    }
    svg.append("<text ")
        .append(place)
        .append(" text-anchor=\"" + anchor.word() + "\" font-size=\"" + number(letters.size()))
        .append(letters.bold() ? "\" font-weight=\"bold" : "")
        .append("\" fill=\"" + colour(letters.colour()) + "\">")
        .append(raised(text, letters.size()))
        .append("</text>\n");
  }

  private static String raised(String text, double size) {
    int raise = text.indexOf('^');
    if (raise < 0) {
      return escape(text);
    }
    int end = Lettering.endOfRaised(text, raise);
    String up = number(size * Lettering.RAISED_BY);
    String rest = text.substring(end);
    return escape(text.substring(0, raise))
        + "<tspan dy=\"-%s\" font-size=\"%s\">%s</tspan>"
            .formatted(
                up, number(size * Lettering.RAISED_SIZE), escape(text.substring(raise + 1, end)))
        + (rest.isEmpty() ? "" : "<tspan dy=\"%s\">%s</tspan>".formatted(up, raised(rest, size)));
  }

  @Override
  public void picture(double x, double y, double width, double height, Pixels pixels) {
    svg.append("<image").append(box(x, y, width, height));
    svg.append(" preserveAspectRatio=\"none\" href=\"data:image/png;base64,");
    svg.append(Base64.getEncoder().encodeToString(pixels.png())).append("\"/>\n");
  }

  @Override
  public void clip(double x, double y, double width, double height) {
    String id = name + "-clip" + ++clips;
    svg.append("<clipPath id=\"").append(id).append("\"><rect");
    svg.append(box(x, y, width, height)).append("/></clipPath>\n");
    svg.append("<g clip-path=\"url(#").append(id).append(")\">\n");
  }

  @Override
  public void unclip() {
    svg.append("</g>\n");
  }

  private static String box(double x, double y, double width, double height) {
    return " x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
        .formatted(number(x), number(y), number(width), number(height));
  }

  private static String points(List<Spot> spots) {
    return spots.stream()
        .map(s -> number(s.x()) + "," + number(s.y()))
        .collect(Collectors.joining(" "));
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }

  private static String colour(int rgb) {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
