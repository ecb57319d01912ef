package org.connectarium.analysis.results;

import static org.connectarium.analysis.paper.Digits.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.connectarium.analysis.paper.Block;
import org.connectarium.analysis.paper.ResultTable;

/// What the data sets are: source, citation, licence, numbers, and what their import found.
final class DataChapter {
  private final List<Facts> datasets;

  DataChapter(List<Facts> datasets) {
    this.datasets = datasets;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (Facts facts : datasets) {
      if (datasets.size() > 1) {
        blocks.add(new Block.Heading(2, facts.name()));
      }
      blocks.add(new Block.Paragraph(about(facts)));
      if (!facts.findings().isEmpty()) {
        blocks.add(
            new Block.Listing(
                ResultTable.of(
                    facts.fileName() + "-findings",
                    facts.findings().stream().map(Answer::values).toList(),
                    "table",
                    "kind",
                    "policy",
                    "count",
                    "example"),
                "What the import of %s found amiss, and what it did about it."
                    .formatted(facts.name()),
                facts.findings().size(),
                List.of()));
      }
    }
    return blocks;
  }

  private static String about(Facts facts) {
    Answer about = facts.about();
    List<String> sentences = new ArrayList<>();
    sentence(sentences, "", about.text("title"));
    if (about.has("species")) {
      sentences.add("Species: {i:" + about.text("species").replaceAll("[{}]", "") + "}.");
    }
    sentences.add(
        "It has %s neurons, %s single synapses, %s connections of ordered pairs of neurons and %s gap junctions."
            .formatted(
                number(about, "neurons"),
                number(about, "synapses"),
                number(about, "connections"),
                number(about, "gapJunctions")));
    classes(sentences, "Classes of neurons", facts.classes());
    classes(sentences, "Kinds of synapses", facts.kinds());
    sentence(sentences, "Source: ", about.text("source"));
    sentence(sentences, "Please cite: ", about.text("citation"));
    sentence(sentences, "Licence: ", about.text("licence"));
    sentences.add(
        facts.findings().isEmpty()
            ? "The import found nothing amiss."
            : "The import found what {tab:%s} says.".formatted(facts.fileName() + "-findings"));
    return String.join(" ", sentences);
  }

  private static void sentence(List<String> sentences, String before, String text) {
    if (!text.isEmpty()) {
      sentences.add(before + text + (text.endsWith(".") ? "" : "."));
    }
  }

  private static void classes(List<String> sentences, String what, Map<String, Long> counts) {
    if (counts.keySet().stream().anyMatch(name -> !name.isEmpty())) {
      sentences.add(
          what
              + ": "
              + counts.entrySet().stream()
                  .map(
                      e ->
                          (e.getKey().isEmpty() ? "without" : e.getKey())
                              + " "
                              + count(e.getValue()))
                  .collect(Collectors.joining(", "))
              + ".");
    }
  }

  private static String number(Answer about, String key) {
    return about.has(key) && about.count(key) > 0 ? count(about.count(key)) : "no";
  }
}
