package org.connectarium.analysis.results;

import static org.connectarium.analysis.paper.Digits.count;
import static org.connectarium.analysis.paper.Digits.interval;
import static org.connectarium.analysis.paper.Digits.number;
import static org.connectarium.analysis.paper.Digits.p;
import static org.connectarium.analysis.paper.Digits.percent;
import static org.connectarium.analysis.paper.Digits.percentInterval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.connectarium.analysis.paper.ResultTable;

/// How large synapses are and how alike those of one axon on one dendrite:
/// `connectome.size.*`.
final class SizeAnalysis implements Analysis {
  static final String SAME_BOTH = "sameAxonSameDendrite";
  static final List<String> PAIRINGS = List.of(SAME_BOTH, "sameAxon", "sameDendrite");

  private static final long LEAST_SIZES = 30;
  private static final long LEAST_PAIRS = 10;
  private static final int SHUFFLES = 1000;
  private static final int PIXELS = 128;

  @Override
  public String heading() {
    return "Sizes of synapses";
  }

  @Override
  public Part of(Facts facts, Ask ask, Settings settings) {
    Part part = new Part();
    List<String> sizes = facts.sizes(LEAST_SIZES);
    if (sizes.isEmpty()) {
      part.without(
          facts.hasSynapses()
              ? "sizes: fewer than %d synapses have one".formatted(LEAST_SIZES)
              : "sizes: the data set has no single synapses");
    }
    for (String size : sizes) {
      distribution(part, facts, ask, settings, size);
      pairs(part, facts, ask, settings, size);
    }
    return part;
  }

  private static Call call(String name, Facts facts, String size) {
    return Call.of("connectome.size." + name, facts.name()).with("size", size);
  }

  /// A size in words, with its unit.
  static String inWords(String size) {
    return switch (size) {
      case "asiUm2" -> "axon–spine interface (µm²)";
      case "psdUm2" -> "postsynaptic density (µm²)";
      case "psdPixels" -> "postsynaptic density (pixels)";
      case "spineVolumeUm3" -> "volume of the spine head (µm³)";
      case "spineVolumeVoxels" -> "volume of the spine head (voxels)";
      default -> size;
    };
  }

  static String name(Facts facts, String what, String size) {
    return facts.fileName() + "-" + what + "-" + size.toLowerCase(Locale.ROOT);
  }

  private static void distribution(
      Part part, Facts facts, Ask ask, Settings settings, String size) {
    Call together =
        call("mixtures", facts, size).with("by", List.of()).with("seed", settings.seed());
    Call apart = call("distributions", facts, size);
    List<Answer> mixture =
        part
            .unless("mixture of " + inWords(size), () -> ask.rows(together))
            .orElse(List.of())
            .stream()
            .filter(row -> row.has("component"))
            .toList();
    if (mixture.isEmpty()) {
      return;
    }
    String histogram =
        "MATCH (s:Synapse {dataset: %s}) WHERE s.%s > 0 WITH toInteger(floor(10 * log10(s.%s))) AS tenth RETURN tenth / 10.0 AS log10From, count(*) AS synapses ORDER BY log10From"
            .formatted(Call.literal(facts.name()), size, size);
    Answer first = mixture.getFirst();
    List<String> components = new ArrayList<>();
    for (Answer row : mixture) {
      components.add(
          "%s %s of them around %s"
              .formatted(
                  percent(row.number("weight")),
                  percentInterval(row.number("weightLow"), row.number("weightHigh")),
                  number(Math.pow(10, row.number("meanLog10")))));
    }
    part.paragraph(
        "The %s of %s synapses is best described by %s (BIC, chosen again in %s of draws): %s ({fig:%s}, {tab:%s})."
            .formatted(
                inWords(size),
                count(first.count("synapses")),
                mixture.size() == 1
                    ? "one log-normal distribution"
                    : "a mixture of %d log-normal distributions".formatted(mixture.size()),
                percent(first.number("chosenAgain")),
                String.join(", ", components),
                name(facts, "sizes", size),
                name(facts, "sizes", size)));
    part.figure(
        SizeFigures.distribution(facts, size, ask.rows(histogram), mixture),
        "Bars: synapses of known size in steps of a tenth of a decade. Lines: the mixture that BIC chooses, and its components.",
        List.of(together.cypher(), histogram));
    part.table(
        ResultTable.of(
            name(facts, "sizes", size),
            ask.rows(apart).stream().map(Answer::values).toList(),
            "axonClass",
            "targetClass",
            "kind",
            "synapses",
            "withoutSize",
            "mean",
            "sd",
            "median",
            "meanLog10",
            "sdLog10"),
        "Sizes of synapses by class of the axon, class of the target and kind: %s."
            .formatted(inWords(size)),
        apart);
  }

  private static void pairs(Part part, Facts facts, Ask ask, Settings settings, String size) {
    Map<String, List<Answer>> pairs =
        SizeFigures.byPairing(
            pairing ->
                part.unless(
                        "pairs (" + pairing + ") of " + inWords(size),
                        () -> ask.rows(pairCall(facts, size, pairing)))
                    .orElse(List.of()));
    int both = pairs.getOrDefault(SAME_BOTH, List.of()).size();
    if (both < LEAST_PAIRS) {
      part.without(
          "likeness of pairs of %s: %d connections have exactly two synapses of known size, %d are needed"
              .formatted(inWords(size), both, LEAST_PAIRS));
      return;
    }
    Call similarity =
        call("similarity", facts, size).with("shuffles", SHUFFLES).with("seed", settings.seed());
    Call map = mapCall("map", facts, settings, size);
    Call distance = call("overDistance", facts, size);
    Answer like = ask.rows(similarity).getFirst();
    Answer whole = ask.rows(map).getFirst();
    List<Answer> lines =
        part.unless("likeness over distance, " + inWords(size), () -> ask.rows(distance))
            .orElse(List.of());
    part.paragraph(similar(facts, like, size) + " " + overDistance(lines));
    part.figure(
        SizeFigures.pairs(facts, size, pairs, like, lines),
        "{i:A}, coefficient of variation (CV) of pairs of synapses: share of pairs with so large a CV or a smaller one. {i:B}, log10 of larger over smaller size, mean over pairs and by chance. {i:C}, CV against the straight distance between the two synapses; dashed: straight line.",
        Stream.concat(
                PAIRINGS.stream().map(pairing -> pairCall(facts, size, pairing)),
                Stream.of(similarity, distance))
            .map(Call::cypher)
            .toList());
    part.paragraph(map(facts, whole, size));
    Call pixels = mapCall("mapPixels", facts, settings, size);
    part.figure(
        SizeFigures.map(facts, size, ask.rows(pixels)),
        "Pairs of one axon on one dendrite on the map of CV and mean size. {i:A}, density of pairs, smoothed. {i:B}, density over that of shuffled pairs. {i:C}, probability of so high a density by chance, pixel by pixel, not corrected for the number of pixels.",
        List.of(pixels.cypher(), map.cypher()));
  }

  private static Call pairCall(Facts facts, String size, String pairing) {
    return call("pairs", facts, size).with("pairing", pairing);
  }

  private static Call mapCall(String name, Facts facts, Settings settings, String size) {
    return call(name, facts, size)
        .with("shuffles", SHUFFLES)
        .with("pixels", PIXELS)
        .with("seed", settings.seed());
  }

  private static String similar(Facts facts, Answer like, String size) {
    boolean alike = like.number("p") < 0.05;
    return "In %s connections of exactly two synapses of known size the mean CV is %s, by chance %s (%s): the two synapses of one axon on one dendrite are %s more alike than those of others. At most %s %s of pairs are more alike than chance allows; the largest excess is at a CV of %s ({fig:%s})."
        .formatted(
            count(like.count("pairs")),
            number(like.number("meanCv")),
            number(like.number("meanCvByChance")),
            p(like.number("p")),
            alike ? "" : "not significantly",
            percent(like.number("learnedFraction")),
            percentInterval(like.number("learnedLow"), like.number("learnedHigh")),
            number(like.number("atCv")),
            name(facts, "pairs", size))
        .replace("are  more", "are more");
  }

  private static String overDistance(List<Answer> lines) {
    return lines.stream()
        .filter(row -> row.text("along").equals("straight") && row.has("slopePerUm"))
        .findFirst()
        .map(
            row ->
                "With the distance between the two synapses the CV changes by %s %s per µm (%s)."
                    .formatted(
                        number(row.number("slopePerUm")),
                        interval(row.number("slopeLow"), row.number("slopeHigh")),
                        p(row.number("p"))))
        .orElse("The distances between synapses are not known.");
  }

  private static String map(Facts facts, Answer whole, String size) {
    String start =
        "On the map of CV and mean size ({fig:%s}) the largest difference to chance anywhere has %s."
            .formatted(name(facts, "map", size), p(whole.number("p")));
    if (whole.number("p") >= 0.05) {
      return start + " Single regions are not read where the whole map does not differ.";
    }
    if (!whole.has("largeHigh")) {
      return start;
    }
    return start
        + " Upper bounds of what may have become alike: %s … %s of pairs in the region of large synapses, %s … %s in that of small ones."
            .formatted(
                percent(whole.number("largeLow")),
                percent(whole.number("largeHigh")),
                whole.has("smallLow") ? percent(whole.number("smallLow")) : "0 %",
                whole.has("smallHigh") ? percent(whole.number("smallHigh")) : "0 %");
  }

  @Override
  public List<String> methods(List<Facts> datasets, Settings settings) {
    return List.of(
        "Sizes are those that the source gives; unknown ones and those of 0 or below are left out. log10 of sizes is fitted by mixtures of one to four normal distributions by expectation maximisation {@dempster1977} from ten starts (seed %d); BIC chooses their number. Intervals: 95 %% of 100 draws of synapses with replacement. Assumes independent sizes."
            .formatted(settings.seed()),
        "Pairs: connections of exactly two synapses of known size; for comparison the first synapses of different connections of one axon, or of one dendrite, two and two. CV = √2 |a − b| / (a + b). Whether pairs are more alike than by chance: the largest excess of the distribution function of their CV over that of all shuffles of the sizes among pairs (%s shuffles, seed %d); the same excess bounds the share of pairs that may have become alike {@motta2019}, its interval is that of draws of pairs. Assumes that sizes can be exchanged between pairs: pairs of different axon classes or populations of sizes in one pool would look alike."
            .formatted(count(SHUFFLES), settings.seed()),
        "Map: kernel density of pairs over CV and log10 of the mean size, bandwidths by diffusion {@botev2010}, %d × %d pixels, against %s shuffles with the same kernel. p of the map: its largest difference to chance in standard deviations, against those of the shuffles."
            .formatted(PIXELS, PIXELS, count(SHUFFLES)));
  }
}
