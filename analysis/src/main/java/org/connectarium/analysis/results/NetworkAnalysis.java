package org.connectarium.analysis.results;

import static org.connectarium.analysis.paper.Digits.count;
import static org.connectarium.analysis.paper.Digits.number;
import static org.connectarium.analysis.paper.Digits.percent;

import java.util.List;
import java.util.stream.Collectors;
import org.connectarium.analysis.paper.ResultTable;

/// The connectome as a graph: `connectome.network.*`.
final class NetworkAnalysis implements Analysis {
  static final int GRAPHS = 100;

  private static final int MOST_CLASSES = 40;
  private static final int SIMILAR = 12;

  @Override
  public String heading() {
    return "The connectome as a graph";
  }

  @Override
  public Part of(Facts facts, Ask ask, Settings settings) {
    Part part = new Part();
    Call summary = call("summary", facts).with("weight", facts.weight());
    Answer all = ask.rows(summary).getFirst();
    if (all.count("edges") == 0) {
      part.without("network: no neuron is connected to another one");
      return part;
    }
    NetworkFigures figures = new NetworkFigures(facts);
    Call degrees = call("degrees", facts).with("weight", facts.weight());
    Call lengths = call("pathLengths", facts).with("seed", settings.seed());
    List<Answer> hops = ask.rows(lengths);
    String share =
        "{i:A, B}, share of neurons with so many or more partners, and with so much or more weight (%s)."
            .formatted(weightInWords(facts.weight()));
    if (hops.stream().anyMatch(row -> row.count("hops") > 1)) {
      part.paragraph(summary(facts, all) + ". " + ways(hops, facts));
      part.figure(
          figures.degrees(ask.rows(degrees), hops),
          share
              + " {i:C}, ordered pairs of neurons by the fewest connections that lead from one to the other; pairs without a way are left out.",
          degrees,
          lengths);
      Call motifs = call("motifs", facts).with("graphs", GRAPHS).with("seed", settings.seed());
      triads(part, figures, facts, ask.rows(motifs), motifs);
    } else {
      part.paragraph(summary(facts, all) + " ({fig:" + facts.fileName() + "-degrees}).");
      part.figure(figures.degrees(ask.rows(degrees), List.of()), share, degrees);
      part.without(
          "triads and lengths of ways: no neuron both sends and receives, as in tables of axons and dendrites");
    }
    classes(part, figures, facts, ask);
    similar(part, facts, ask);
    electrical(part, facts, ask);
    return part;
  }

  private static Call call(String name, Facts facts) {
    return Call.of("connectome.network." + name, facts.name());
  }

  private static String summary(Facts facts, Answer all) {
    return "%s of %s neurons are connected to another one, by %s directed connections (density %s; %s in all). %s of the connections are answered by one in the other direction, %s times the density. The largest weakly connected component has %s neurons, the largest strongly connected one %s. %s One neuron sends to %s others at most and receives from %s at most"
        .formatted(
            count(all.count("nodes")),
            count(all.count("neurons")),
            count(all.count("edges")),
            number(all.number("density")),
            weighed(facts.weight(), all.number("weight")),
            percent(all.number("reciprocity")),
            number(all.number("reciprocity") / all.number("density")),
            count(all.count("largestComponent")),
            count(all.count("largestStrongComponent")),
            all.count("selfEdges") == 0
                ? "No neuron connects to itself."
                : "%s connections of neurons to themselves are no part of these numbers."
                    .formatted(count(all.count("selfEdges"))),
            count(all.count("maxOutDegree")),
            count(all.count("maxInDegree")));
  }

  private static String weighed(String measure, double sum) {
    return measure.equals("none") ? "no weights" : number(sum) + " " + weightInWords(measure);
  }

  static String weightInWords(String measure) {
    return switch (measure) {
      case "count" -> "synapses";
      case "sections" -> "sections of synapses";
      case "asiUm2" -> "µm² of interface";
      case "psdUm2" -> "µm² of density";
      case "psdPixels" -> "pixels of density";
      default -> "connections";
    };
  }

  private static String ways(List<Answer> hops, Facts facts) {
    double reached = 0;
    double sum = 0;
    for (Answer row : hops) {
      if (row.count("hops") > 0) {
        reached += row.number("share");
        sum += row.number("share") * row.count("hops");
      }
    }
    return "From %s of the %s ordered pairs of neurons that were looked at, a way leads from the first to the second, over %s connections in the mean ({fig:%s})."
        .formatted(
            percent(reached),
            count(hops.stream().mapToLong(row -> row.count("pairs")).sum()),
            number(sum / reached),
            facts.fileName() + "-degrees");
  }

  private static void triads(
      Part part, NetworkFigures figures, Facts facts, List<Answer> rows, Call call) {
    List<Answer> connected = NetworkFigures.connectedTriads(rows);
    double least = 1.0 / (1 + GRAPHS);
    part.paragraph(
        "Of the thirteen ways in which three neurons can be connected with one another, %s in each of the %d random graphs with the same degrees and the same reciprocal pairs, and %s ({fig:%s}; {tab:%s})."
            .formatted(
                these(connected, "pHigh", least, "more often than"),
                GRAPHS,
                these(connected, "pLow", least, "less often than"),
                facts.fileName() + "-motifs",
                facts.fileName() + "-motifs"));
    part.figure(
        figures.motifs(connected),
        "{i:A}, how often each triad occurs, over its mean in random graphs; grey: where 95 % of random graphs lie (mean ± 1.96 standard deviations). Triads that do not occur stand at the left end. {i:B}, the same in standard deviations of the random graphs.",
        call);
    part.table(
        ResultTable.of(
            facts.fileName() + "-motifs",
            rows.stream().map(Answer::values).toList(),
            "triad",
            "count",
            "chanceMean",
            "chanceSd",
            "z",
            "pHigh",
            "pLow"),
        "Triads. {i:pHigh, pLow}: probability of so many or more, so few or fewer, by chance; of one triad, not corrected for their number.");
  }

  private static String these(List<Answer> rows, String p, double least, String how) {
    String names =
        rows.stream()
            .filter(row -> row.has(p) && row.number(p) <= least * (1 + 1e-9))
            .map(row -> row.text("triad"))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none occurs " + how : names + " occur " + how;
  }

  private static void classes(Part part, NetworkFigures figures, Facts facts, Ask ask) {
    int named = facts.namedClasses().size();
    if (named == 0) {
      part.without("connectivity of classes: no neuron has a class");
      return;
    }
    Call matrix = call("matrix", facts).with("weight", facts.weight());
    List<Answer> rows = ask.rows(matrix);
    String name = facts.fileName() + "-classes";
    Answer strongest =
        rows.stream()
            .max((a, b) -> Double.compare(a.number("probability"), b.number("probability")))
            .orElseThrow();
    part.paragraph(
        "Neurons have %d classes%s. The highest probability of a connection is %s, from %s to %s%s."
            .formatted(
                named,
                facts.classes().containsKey("")
                    ? "; without one: %s".formatted(count(facts.classes().get("")))
                    : "",
                number(strongest.number("probability")),
                className(strongest.text("preClass")),
                className(strongest.text("postClass")),
                named <= MOST_CLASSES ? " ({fig:" + name + "})" : ""));
    if (named <= MOST_CLASSES) {
      part.figure(
          figures.classes(rows),
          "Share of ordered pairs of different neurons that are connected, in per cent, by class of the neuron that sends (rows) and that receives (columns); in brackets, neurons of the class. Classes that send nothing have no row, those that receive nothing no column. Grey: no such pair.",
          matrix);
    } else {
      part.without(
          "figure of the class matrix: %d classes are more than the %d that can be read"
              .formatted(named, MOST_CLASSES));
    }
    part.table(
        ResultTable.of(
            name,
            rows.stream()
                .filter(row -> row.count("connections") > 0)
                .sorted((a, b) -> Double.compare(b.number("weight"), a.number("weight")))
                .map(Answer::values)
                .toList(),
            "preClass",
            "postClass",
            "connections",
            "pairs",
            "probability",
            "weight",
            "meanWeight"),
        "Pairs of classes with connections, by weight (%s)."
            .formatted(weightInWords(facts.weight())),
        matrix);
  }

  static String className(String name) {
    return name.isEmpty() ? "(none)" : name;
  }

  private static void similar(Part part, Facts facts, Ask ask) {
    Call call =
        call("similarity", facts)
            .with("side", "inputs")
            .with("perNeuron", 1)
            .with("weight", facts.weight());
    List<Answer> rows =
        ask.rows(call).stream()
            .sorted((a, b) -> Double.compare(b.number("cosine"), a.number("cosine")))
            .limit(SIMILAR)
            .toList();
    if (rows.isEmpty()) {
      part.without("similarity of inputs: no two neurons share two partners");
      return;
    }
    part.table(
        ResultTable.of(
            facts.fileName() + "-similar",
            rows.stream().map(Answer::values).toList(),
            "neuronId",
            "otherId",
            "shared",
            "cosine",
            "jaccard",
            "expectedShared",
            "p"),
        "Neurons whose inputs are most like those of another one. {i:p}: of one pair, for partners drawn with equal chance; it ranks pairs.",
        call);
  }

  private static void electrical(Part part, Facts facts, Ask ask) {
    if (!facts.about().has("gapJunctions") || facts.about().count("gapJunctions") == 0) {
      return;
    }
    Call call = call("summary", facts).with("relationship", "GAP_JUNCTION").with("weight", "none");
    Answer all = ask.rows(call).getFirst();
    part.paragraph(
        "Gap junctions join %s neurons, in %s rows of the source with a direction each (%s); the largest component has %s."
            .formatted(
                count(all.count("nodes")),
                count(all.count("edges")),
                percent(all.number("reciprocity")) + " are listed in both",
                count(all.count("largestComponent"))));
  }

  @Override
  public List<String> methods(List<Facts> datasets, Settings settings) {
    String weights =
        datasets.stream()
            .map(d -> weightInWords(d.weight()) + " in " + d.name())
            .collect(Collectors.joining(", "));
    return List.of(
        "Connections of a neuron to itself are no edges. Density is the number of connections over that of ordered pairs of connected neurons; reciprocity the share of connections whose reverse exists; components after Tarjan {@tarjan1972}. Weights of connections: %s."
            .formatted(weights),
        "Triads have the names of Holland and Leinhardt {@holland1970} and are counted by listing triangles {@ortmann2017}. Chance is %d random graphs (seed %d) in which each neuron keeps its number of inputs, of outputs and of reciprocal pairs, drawn by ten attempted exchanges of the ends of two edges per edge, of which impossible ones leave the graph as it is {@maslov2002} {@milo2002}. z = (count − mean) / standard deviation; p = (1 + graphs with as many or more) / (1 + graphs). Random graphs know no space: near neurons connect more in tissue, which alone makes triangles."
            .formatted(GRAPHS, settings.seed()),
        "Lengths of ways count connections, from all neurons, or from 1,000 of them where there are more (seed %d). Similarity of inputs is the cosine of the angle between vectors of weights; the p-value is the upper tail of the hypergeometric distribution of shared partners."
            .formatted(settings.seed()));
  }
}
