package org.connectarium.analysis.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.connectarium.analysis.paper.References.Reference;

/// Numbers of figures and tables, and of references as they are cited; makes HTML of texts.
final class Numbering {
  private static final Pattern MARK =
      Pattern.compile("\\{(fig:|tab:|@|i:)([^{}]+)}|(doi:10\\.[^\\s,;&)]*[^\\s,;&).])");

  private final Map<String, Integer> figures = new LinkedHashMap<>();
  private final Map<String, Integer> tables = new LinkedHashMap<>();
  private final List<Reference> cited = new ArrayList<>();

  Numbering(Paper paper) {
    for (Block.Illustration block : paper.all(Block.Illustration.class)) {
      add(figures, block.figure().name());
    }
    for (Block.Listing block : paper.all(Block.Listing.class)) {
      add(tables, block.table().name());
    }
  }

  private static void add(Map<String, Integer> numbers, String name) {
    if (numbers.put(name, numbers.size() + 1) != null) {
      throw new IllegalArgumentException("Two figures or tables are called " + name);
    }
  }

  String figure(String name) {
    return "Figure " + number(figures, name);
  }

  String table(String name) {
    return "Table " + number(tables, name);
  }

  /// Papers in the order in which texts cited them so far.
  List<Reference> cited() {
    return cited;
  }

  /// A text as HTML.
  String html(String text) {
    Matcher marks = MARK.matcher(text);
    StringBuilder html = new StringBuilder();
    int end = 0;
    while (marks.find()) {
      html.append(Escape.html(text.substring(end, marks.start())));
      html.append(
          marks.group(3) == null ? mark(marks.group(1), marks.group(2)) : doi(marks.group(3)));
      end = marks.end();
    }
    return html.append(Escape.html(text.substring(end))).toString();
  }

  private String mark(String kind, String name) {
    return switch (kind) {
      case "fig:" -> "<a href=\"#" + Escape.html(name) + "\">" + figure(name) + "</a>";
      case "tab:" -> "<a href=\"#" + Escape.html(name) + "\">" + table(name) + "</a>";
      case "i:" -> "<i>" + Escape.html(name) + "</i>";
      default -> citation(name);
    };
  }

  private String citation(String key) {
    Reference paper =
        References.find(key)
            .orElseThrow(() -> new IllegalArgumentException("No reference \"" + key + "\""));
    if (!cited.contains(paper)) {
      cited.add(paper);
    }
    int number = cited.indexOf(paper) + 1;
    return "<a class=\"cite\" href=\"#ref-%d\">[%d]</a>".formatted(number, number);
  }

  static String doi(String doi) {
    String plain = Escape.html(doi.replaceFirst("^doi:", ""));
    return "<a href=\"https://doi.org/" + plain + "\">doi:" + plain + "</a>";
  }

  private static int number(Map<String, Integer> numbers, String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("A text names \"" + name + "\", which is not there");
    }
    return number;
  }
}
