package org.connectarium.analysis.results;

import static org.connectarium.analysis.paper.Digits.count;
import static org.connectarium.analysis.paper.Digits.interval;
import static org.connectarium.analysis.paper.Digits.number;
import static org.connectarium.analysis.paper.Digits.p;
import static org.connectarium.analysis.paper.Digits.percent;
import static org.connectarium.analysis.paper.Digits.percentInterval;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.connectarium.analysis.paper.ResultTable;

/// What axons choose and what dendrites receive: `connectome.innervation.*`.
final class InnervationAnalysis implements Analysis {
  static final String ANY = "any";

  private static final int MIN_SYNAPSES = 10;
  private static final int MIN_AXONS = 10;
  private static final int MOST_CLASSES = 40;
  private static final int FEW_CLASSES = 4;
  private static final int HISTOGRAMS = 4;
  private static final int BARS = 30;

  @Override
  public String heading() {
    return "Innervation";
  }

  @Override
  public Part of(Facts facts, Ask ask, Settings settings) {
    Part part = new Part();
    if (facts.namedClasses().isEmpty()) {
      part.without("innervation: no neuron has a class");
      return part;
    }
    if (!facts.hasSynapses() && !facts.weight().equals("count")) {
      part.without(
          "innervation: it counts synapses, and the data set has only %s"
              .formatted(NetworkAnalysis.weightInWords(facts.weight())));
      return part;
    }
    InnervationFigures figures = new InnervationFigures(facts);
    axons(part, figures, facts, ask, settings);
    inputs(part, figures, facts, ask, settings);
    return part;
  }

  private static Call call(String name, Facts facts) {
    return Call.of("connectome.innervation." + name, facts.name());
  }

  private static void axons(
      Part part, InnervationFigures figures, Facts facts, Ask ask, Settings settings) {
    Call specificity = call("specificity", facts).with("seed", settings.seed());
    Call fractions = call("fractions", facts).with("seed", settings.seed());
    List<Answer> found =
        part.unless("axons with preferences", () -> ask.rows(specificity)).orElse(List.of());
    List<Answer> shares =
        part.unless("fractions of classes", () -> ask.rows(fractions)).orElse(List.of());
    found = large(found);
    shares = large(shares);
    if (found.isEmpty() || shares.isEmpty()) {
      part.without(
          "preferences of axons: no class has %d axons with %d synapses or more"
              .formatted(MIN_AXONS, MIN_SYNAPSES));
      return;
    }
    List<Answer> classes = found.stream().filter(row -> !row.text("target").equals(ANY)).toList();
    List<Answer> specific =
        classes.stream()
            .filter(row -> row.count("specificAxons") > 0)
            .sorted(Comparator.comparingDouble((Answer row) -> -row.number("share")))
            .toList();
    part.paragraph(specific(facts, found, classes, specific));
    if (axonClasses(shares).size() <= MOST_CLASSES) {
      part.figure(
          figures.fractions(shares),
          "Mean share of the synapses of an axon (rows: its class; in brackets, axons with %d synapses or more) that are onto each class of targets (columns), in per cent."
              .formatted(MIN_SYNAPSES),
          fractions);
    }
    Call counts = call("counts", facts);
    part.figure(
        figures.histograms(ask.rows(counts), strongest(classes)),
        "Axons by the share of their synapses that is onto a class of targets. Line: what chance gives, a mixture over the same axons of binomial distributions with the rate of {tab:%s}. Shown are the %d pairs of classes in which axons differ most from it."
            .formatted(facts.fileName() + "-specificity", strongest(classes).size()),
        counts,
        specificity);
    if (!specific.isEmpty()) {
      part.figure(
          figures.specific(specific.stream().limit(BARS).toList()),
          "Share of axons of a class that hit a class of targets more often than chance explains%s; line: 95 %% interval, over draws of axons, of which those count as 0 in which the class does not pass the test."
              .formatted(
                  specific.size() > BARS
                      ? ", the %d largest of %d".formatted(BARS, specific.size())
                      : ""),
          specificity);
    }
    part.table(
        ResultTable.of(
            facts.fileName() + "-specificity",
            classes.stream()
                .sorted(Comparator.comparingDouble((Answer row) -> -row.number("share")))
                .map(Answer::values)
                .toList(),
            "axonClass",
            "target",
            "axons",
            "rate",
            "rateLow",
            "rateHigh",
            "simulatedP",
            "specificAxons",
            "share",
            "shareLow",
            "shareHigh",
            "falseShare"),
        "Specific axons. {i:rate}: probability that a synapse is onto the class by chance; {i:simulatedP}: of the test whether axons were looked for; {i:falseShare}: estimated share of false ones among them.",
        specificity);
  }

  /* Populations that are large enough to say something. */
  private static List<Answer> large(List<Answer> rows) {
    return rows.stream().filter(row -> row.count("axons") >= MIN_AXONS).toList();
  }

  private static List<String> axonClasses(List<Answer> rows) {
    return rows.stream().map(row -> row.text("axonClass")).distinct().toList();
  }

  private static List<Answer> strongest(List<Answer> classes) {
    return classes.stream()
        .sorted(
            Comparator.comparingDouble((Answer row) -> -row.count("specificAxons"))
                .thenComparingDouble(row -> -row.number("ksD")))
        .limit(HISTOGRAMS)
        .toList();
  }

  private static String specific(
      Facts facts, List<Answer> found, List<Answer> classes, List<Answer> specific) {
    String axons =
        found.stream()
            .filter(row -> row.text("target").equals(ANY))
            .map(
                row ->
                    "%s of class %s"
                        .formatted(
                            count(row.count("axons")),
                            NetworkAnalysis.className(row.text("axonClass"))))
            .collect(Collectors.joining(", "));
    String start =
        "Axons with %d synapses or more were looked at: %s. In %d of %d pairs of an axon class and a target class the fractions of axons exceed chance (p < 0.01)"
            .formatted(
                MIN_SYNAPSES,
                axons,
                classes.stream().filter(row -> isTrue(row, "qualifies")).count(),
                classes.size());
    if (specific.isEmpty()) {
      return start
          + ", and no axon is specific ({tab:%s}).".formatted(facts.fileName() + "-specificity");
    }
    Answer first = specific.getFirst();
    return start
        + ". The largest share of specific axons is that of %s for %s: %s of %s axons, %s %s, of which %s are estimated to be false; by chance a synapse would be onto the class with %s %s ({fig:%s}; {tab:%s})."
            .formatted(
                NetworkAnalysis.className(first.text("axonClass")),
                first.text("target"),
                count(first.count("specificAxons")),
                count(first.count("axons")),
                percent(first.number("share")),
                percentInterval(first.number("shareLow"), first.number("shareHigh")),
                percent(first.number("falseShare")),
                number(first.number("rate")),
                interval(first.number("rateLow"), first.number("rateHigh")),
                facts.fileName() + "-specific",
                facts.fileName() + "-specificity");
  }

  private static boolean isTrue(Answer row, String column) {
    return Boolean.TRUE.equals(row.values().get(column));
  }

  private static void inputs(
      Part part, InnervationFigures figures, Facts facts, Ask ask, Settings settings) {
    Answer usage = ask.rows(Call.of("connectome.synapses.usage", facts.name())).getFirst();
    List<String> senders =
        usage.texts("axonClasses").stream().filter(name -> !name.isEmpty()).toList();
    if (senders.size() < 2 || senders.size() > FEW_CLASSES) {
      part.without(
          "shares of inputs: %d classes of axons; with 2 to %d the report asks for each, else name one with CALL connectome.innervation.inputRatios"
              .formatted(senders.size(), FEW_CLASSES));
      return;
    }
    Map<String, List<Answer>> histograms =
        figures.inputHistograms(
            senders,
            sender ->
                part.unless(
                        "shares of inputs from " + sender,
                        () -> ask.rows(inputs("inputHistogram", facts, sender)))
                    .orElse(List.of()));
    if (histograms.isEmpty()) {
      return;
    }
    String widest = "";
    long most = -1;
    for (String sender : histograms.keySet()) {
      long different =
          ask.rows(inputs("inputRatios", facts, sender)).stream()
              .filter(row -> row.number("q") < 0.05)
              .count();
      if (different > most) {
        most = different;
        widest = sender;
      }
    }
    long neurons =
        histograms.getOrDefault(widest, List.of()).stream()
            .mapToLong(row -> row.count("observed"))
            .sum();
    part.paragraph(
        "%s neurons receive %d synapses or more ({fig:%s}). %s"
            .formatted(
                count(neurons),
                MIN_SYNAPSES,
                facts.fileName() + "-inputs",
                most == 0
                    ? "For no class of axons does the share of inputs of a neuron differ from chance (q < 0.05)."
                    : "The share of inputs from class %s differs from chance in %s of them (q < 0.05), more than for any other class of axons."
                        .formatted(widest, count(most))));
    part.figure(
        figures.inputs(histograms),
        "Neurons by the share of a class of axons among their inputs; line: what chance gives with the pooled shares and the same numbers of synapses.",
        histograms.keySet().stream()
            .map(sender -> inputs("inputHistogram", facts, sender))
            .toArray(Call[]::new));
    depth(part, figures, facts, ask, settings, widest);
  }

  private static Call inputs(String name, Facts facts, String sender) {
    return call(name, facts).with("numerator", List.of(sender));
  }

  private static void depth(
      Part part,
      InnervationFigures figures,
      Facts facts,
      Ask ask,
      Settings settings,
      String sender) {
    if (!facts.hasPositions()) {
      part.without("shares of inputs over space: synapses have no positions");
      return;
    }
    List<Call> profiles =
        InnervationFigures.AXES.stream()
            .map(axis -> inputs("depthProfile", facts, sender).with("axis", axis))
            .toList();
    List<Call> trends =
        InnervationFigures.AXES.stream()
            .map(
                axis ->
                    inputs("depthTrend", facts, sender)
                        .with("axis", axis)
                        .with("seed", settings.seed()))
            .toList();
    List<List<Answer>> bins =
        part.unless("shares of inputs over space", () -> profiles.stream().map(ask::rows).toList())
            .orElse(List.of());
    List<Answer> lines =
        part.unless(
                "trends of shares of inputs",
                () -> trends.stream().flatMap(c -> ask.rows(c).stream()).toList())
            .orElse(List.of());
    if (bins.isEmpty() || lines.isEmpty()) {
      return;
    }
    part.paragraph(
        "Along %s the share of class %s among synapses changes by %s ({fig:%s})."
            .formatted(
                String.join(", ", InnervationFigures.AXES),
                sender,
                lines.stream()
                    .map(
                        row ->
                            "%s %s per µm (%s)"
                                .formatted(
                                    number(row.number("slopePerUm")),
                                    interval(row.number("slopeLow"), row.number("slopeHigh")),
                                    p(row.number("p"))))
                    .collect(Collectors.joining(", ")),
                facts.fileName() + "-depth"));
    part.figure(
        figures.depth(sender, bins, lines),
        "Share of class %s among synapses in bins along the axes, with the exact 95 %% interval of a share; dashed: straight line through the bins."
            .formatted(sender),
        Stream.concat(profiles.stream(), trends.stream()).toArray(Call[]::new));
  }

  @Override
  public List<String> methods(List<Facts> datasets, Settings settings) {
    return List.of(
        "Populations are the axons of one class with %d synapses or more, where there are %d such axons. The rate at which a synapse is onto a class of targets by chance is estimated from whether axons hit the class at all, so that a few specific axons do not raise it {@motta2019}; its interval is that of the profile of the likelihood. p of an axon is the upper tail of the binomial distribution. Axons are looked for where fractions are larger than the mixture by chance (one-sided Kolmogorov–Smirnov statistic against the pooled rate, p by 999 draws of counts for the same axons with the rate fitted again, below 0.01; seed %d). Axons with p below the threshold at which expected over observed axons first rises above 0.2 are specific {@motta2019}. Intervals of shares: 100 draws of axons with replacement, and of synapses by their probability where these are uncertain."
            .formatted(MIN_SYNAPSES, MIN_AXONS, settings.seed()),
        "Assumptions: synapses of an axon are independent under chance, and all axons of a class share one rate. Each class of targets is tested against all others, so axons that are specific for one class have fewer synapses left for the others; read classes from the strongest down.",
        "Shares of inputs: by chance each synapse of a neuron is of the class, of another one, with the shares of all synapses; p by exact tails for the number of synapses, q after Benjamini and Hochberg {@benjamini1995}. Along an axis: bins of 2 µm from the first synapse to the last, a straight line with independent residuals.");
  }
}
