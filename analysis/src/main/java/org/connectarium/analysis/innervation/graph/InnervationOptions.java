package org.connectarium.analysis.innervation.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.connectarium.analysis.innervation.SpecificityOptions;
import org.connectarium.analysis.synapses.graph.SynapseChoice;
import org.connectarium.analysis.synapses.graph.SynapseOptions;
import org.connectarium.graph.connectome.SizeMeasure;
import org.connectarium.graph.procedure.ProcedureOptions;

/// The options that procedures on axons and what they innervate share.
public final class InnervationOptions {
  /// What is said about the options that say which axons are looked at.
  public static final String POPULATION =
      "minSynapses (10; of an axon), axons (all; a list of axon classes), pooled (false: each axon"
          + " class is a population of its own), "
          + SynapseOptions.DESCRIPTION;

  /// What is said about draws.
  public static final String DRAWS =
      "draws (100; for intervals, 0: none), seed (1), threads (2), " + POPULATION;

  /// What is said about how specific axons are found.
  public static final String SPECIFICITY =
      "model (binomial; poisson, betaBinomial), rate (firstHit; pooled), gate (simulated; limit),"
          + " gateLevel (0.01), gateDraws (999), falseShare (0.2), neverSpecific ([OtherDendrite];"
          + " target classes), "
          + DRAWS;

  private static final String MIN_SYNAPSES = "minSynapses";
  private static final String AXONS = "axons";
  private static final String POOLED = "pooled";
  private static final String DRAWS_KEY = "draws";
  private static final String SEED = "seed";
  private static final String THREADS = "threads";
  private static final String MODEL = "model";
  private static final String RATE = "rate";
  private static final String GATE = "gate";
  private static final String GATE_LEVEL = "gateLevel";
  private static final String GATE_DRAWS = "gateDraws";
  private static final String FALSE_SHARE = "falseShare";
  private static final String NEVER_SPECIFIC = "neverSpecific";
  private static final List<String> OF_POPULATION = List.of(MIN_SYNAPSES, AXONS, POOLED);
  private static final List<String> OF_DRAWS = List.of(DRAWS_KEY, SEED, THREADS);
  private static final List<String> OF_SPECIFICITY =
      List.of(MODEL, RATE, GATE, GATE_LEVEL, GATE_DRAWS, FALSE_SHARE, NEVER_SPECIFIC);

  private final SynapseOptions options;
  private final Optional<SizeMeasure> size;

  private InnervationOptions(SynapseOptions options, Optional<SizeMeasure> size) {
    this.options = options;
    this.size = size;
  }

  /// The same, with sizes of synapses read.
  public InnervationOptions withSize(SizeMeasure measure) {
    return new InnervationOptions(options, Optional.of(measure));
  }

  /// The synapses that were asked for.
  SynapseChoice choice() {
    return size.map(options.choice()::withSize).orElseGet(options::choice);
  }

  /// Options of [#POPULATION] and of the procedure.
  static InnervationOptions ofPopulation(Map<String, Object> given, String... further) {
    return of(given, OF_POPULATION, List.of(), Arrays.asList(further));
  }

  /// Options of [#DRAWS] and of the procedure.
  public static InnervationOptions withDraws(Map<String, Object> given, String... further) {
    return of(given, OF_POPULATION, OF_DRAWS, Arrays.asList(further));
  }

  /// Options of [#SPECIFICITY] and of the procedure.
  public static InnervationOptions withSpecificity(Map<String, Object> given, String... further) {
    return of(
        given,
        OF_POPULATION,
        OF_DRAWS,
        Stream.concat(OF_SPECIFICITY.stream(), Arrays.stream(further)).toList());
  }

  private static InnervationOptions of(
      Map<String, Object> given, List<String> a, List<String> b, List<String> c) {
    String[] keys = Stream.of(a, b, c).flatMap(List::stream).toArray(String[]::new);
    return new InnervationOptions(new SynapseOptions(given, keys), Optional.empty());
  }

  /// Those that choose synapses.
  public SynapseOptions synapses() {
    return options;
  }

  /// All of them.
  public ProcedureOptions all() {
    return options.all();
  }

  /// Least synapses of an axon.
  public int minSynapses() {
    return options.count(MIN_SYNAPSES, 10);
  }

  /// Classes of axons, if not all.
  public Optional<List<String>> axons() {
    return options.all().texts(AXONS);
  }

  /// Whether all axons are one population.
  public boolean pooled() {
    return options.all().flag(POOLED, false);
  }

  /// Draws for intervals.
  public int draws() {
    return options.count(DRAWS_KEY, 100);
  }

  /// Seed of everything drawn.
  public long seed() {
    return options.all().count(SEED, 1);
  }

  /// Threads that may be used.
  public int threads() {
    return options.count(THREADS, 2);
  }

  /// How specific axons are found.
  public SpecificityOptions specificity() {
    SpecificityOptions ours = SpecificityOptions.defaults();
    SpecificityOptions.Gate gate = all().choice(GATE, ours.gate());
    return new SpecificityOptions(
        all().choice(MODEL, ours.model()),
        all().choice(RATE, ours.rate()),
        gate,
        all().probability(GATE_LEVEL, ours.gateLevel()),
        all().probability(FALSE_SHARE, ours.falseShare()),
        all().texts(NEVER_SPECIFIC).map(Set::copyOf).orElse(ours.neverSpecific()),
        options.count(GATE_DRAWS, gate == SpecificityOptions.Gate.SIMULATED ? ours.draws() : 0),
        seed());
  }
}
