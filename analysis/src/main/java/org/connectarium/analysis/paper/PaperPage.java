package org.connectarium.analysis.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.connectarium.analysis.paper.References.Reference;
import org.jspecify.annotations.Nullable;

/// Writes a [Paper] as HTML, top to bottom.
final class PaperPage {
  private static final List<String> RASTER_AND_VECTOR = List.of("svg", "png");

  private final Paper paper;
  private final Numbering numbering;
  private final StringBuilder out = new StringBuilder(1 << 18);

  PaperPage(Paper paper) {
    this.paper = paper;
    this.numbering = new Numbering(paper);
  }

  String html() {
    out.append(
            "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n")
        .append("<meta charset=\"utf-8\" />\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n")
        .append("<title>" + Escape.html(paper.title()) + "</title>\n")
        .append("<style>\n" + style() + "</style>\n</head>\n<body>\n<header>\n")
        .append("<h1>" + numbering.html(paper.title()) + "</h1>\n");
    paper.byline().forEach(line -> out.append("<p>" + numbering.html(line) + "</p>\n"));
    out.append("</header>\n");
    contents();
    out.append("<main>\n");
    for (Paper.Chapter chapter : paper.chapters()) {
      out.append(
          "<h2 id=\"" + id(chapter.heading()) + "\">" + Escape.html(chapter.heading()) + "</h2>\n");
      chapter.blocks().forEach(this::block);
    }
    references();
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  private void contents() {
    out.append("<nav><p>");
    List<String> links = new ArrayList<>();
    for (Paper.Chapter chapter : paper.chapters()) {
      links.add(
          "<a href=\"#" + id(chapter.heading()) + "\">" + Escape.html(chapter.heading()) + "</a>");
    }
    links.add("<a href=\"#references\">References</a>");
    out.append(String.join(" · ", links)).append("</p></nav>\n");
  }

  private static String id(String heading) {
    return heading.replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT);
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> {
        int level = heading.level() + 1;
        out.append("<h%d>%s</h%d>\n".formatted(level, numbering.html(heading.text()), level));
      }
      case Block.Paragraph paragraph -> element("p", paragraph.text());
      case Block.Points points -> {
        out.append("<ul>\n");
        points.texts().forEach(text -> element("li", text));
        out.append("</ul>\n");
      }
      case Block.Code code -> calls(List.of(code.text()));
      case Block.Illustration illustration -> illustration(illustration);
      case Block.Listing listing -> listing(listing);
    }
  }

  private void element(String name, String text) {
    out.append("<" + name + ">" + numbering.html(text) + "</" + name + ">\n");
  }

  private void illustration(Block.Illustration block) {
    String name = block.figure().name();
    out.append("<figure id=\"" + Escape.html(name) + "\">\n");
    out.append(block.figure().svg());
    out.append("<figcaption><b>" + numbering.figure(name) + ". ")
        .append(Escape.html(block.figure().title()) + ".</b> ")
        .append(numbering.html(block.caption()))
        .append(" <span class=\"files\">");
    for (String kind : RASTER_AND_VECTOR) {
      file("figures/" + name + "." + kind, kind.toUpperCase(Locale.ROOT));
    }
    out.append("</span></figcaption>\n");
    calls(block.calls());
    out.append("</figure>\n");
  }

  private void file(String path, String name) {
    out.append("<a href=\"" + Escape.html(path) + "\">" + name + "</a> ");
  }

  private void calls(List<String> calls) {
    if (!calls.isEmpty()) {
      out.append("<pre class=\"cypher\">" + Escape.html(String.join("\n", calls)) + "</pre>\n");
    }
  }

  private void listing(Block.Listing block) {
    ResultTable table = block.table();
    int shown = Math.min(block.shown(), table.rows().size());
    out.append(
        "<div class=\"table\" id=\"" + Escape.html(table.name()) + "\">\n<p class=\"caption\"><b>");
    out.append(numbering.table(table.name()) + ".</b> " + numbering.html(block.caption()));
    if (shown < table.rows().size()) {
      out.append(
          " First %s of %s rows."
              .formatted(Digits.count(shown), Digits.count(table.rows().size())));
    }
    out.append(" <span class=\"files\">");
    file("tables/" + table.name() + ".csv", "CSV");
    out.append("</span></p>\n<div class=\"scroll\"><table>\n<thead><tr>");
    boolean[] numeric = new boolean[table.columns().size()];
    for (int c = 0; c < numeric.length; c++) {
      numeric[c] = isNumeric(table, c);
      out.append(numeric[c] ? "<th class=\"n\">" : "<th>")
          .append(Escape.html(table.columns().get(c)) + "</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (List<@Nullable Object> row : table.rows().subList(0, shown)) {
      out.append("<tr>");
      for (int c = 0; c < numeric.length; c++) {
        out.append(numeric[c] ? "<td class=\"n\">" : "<td>")
            .append(numbering.html(text(table.columns().get(c), row.get(c))) + "</td>");
      }
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table></div>\n");
    calls(block.calls());
    out.append("</div>\n");
  }

  private static boolean isNumeric(ResultTable table, int column) {
    return table.rows().stream()
        .map(row -> row.get(column))
        .allMatch(value -> value == null || value instanceof Number);
  }

  /* Ids are names, whatever they are made of. */
  private static String text(String column, @Nullable Object value) {
    return switch (value) {
      case null -> "–";
      case Long id when column.endsWith("Id") -> id.toString();
      case Double number -> Digits.number(number);
      case Long number -> Digits.count(number);
      default -> value.toString();
    };
  }

  private void references() {
    out.append("<h2 id=\"references\">References</h2>\n<ol class=\"references\">\n");
    int number = 0;
    for (Reference reference : numbering.cited()) {
      out.append("<li id=\"ref-" + ++number + "\">" + Escape.html(reference.text()) + " ");
      out.append(Numbering.doi(reference.doi())).append("</li>\n");
    }
    out.append("</ol>\n");
  }

  private static String style() {
    try (InputStream in = PaperPage.class.getResourceAsStream("paper.css")) {
      if (in == null) {
        throw new IllegalStateException("paper.css is missing; build the program again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
