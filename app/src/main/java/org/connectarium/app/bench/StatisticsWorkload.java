package org.connectarium.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.connectarium.graph.store.GraphStore;

/// Statistics of a connectome in the graph, each as its procedure: at `medium` it has FocusEM's
/// size. The graph is made once, not timed.
final class StatisticsWorkload implements Workload {
  private static final String NAME = "bench";

  /// What is asked, one line a statistic. Null models by permutation have so many as by default.
  private static final List<Question> QUESTIONS =
      List.of(
          new Question("reading", "synapses.usage($d)"),
          new Question("counts", "innervation.counts($d)"),
          new Question("fractions", "innervation.fractions($d)"),
          new Question("rates", "innervation.rates($d)"),
          new Question("specificity", "innervation.specificity($d)"),
          new Question("specificity without intervals", "innervation.specificity($d, {draws: 0})"),
          new Question("specific axons", "innervation.specificAxons($d)"),
          new Question("co-innervation", "innervation.coInnervation($d)"),
          new Question(
              "20 repeats without false positives",
              "innervation.corrected($d, {falseRates: {Somata: 0.05}, gate: 'limit'})"),
          new Question("input ratios", "innervation.inputRatios($d, {numerator: ['Inhibitory']})"),
          new Question(
              "input histogram", "innervation.inputHistogram($d, {numerator: ['Inhibitory']})"),
          new Question("depth trend", "innervation.depthTrend($d, {numerator: ['Inhibitory']})"),
          new Question("compared fractions, 999 permutations", "comparison.fractions($d, $d)"),
          new Question("compared sizes, 999 permutations", "comparison.sizes($d, $d)"),
          new Question("compared degrees, 999 permutations", "comparison.degrees($d, $d)"),
          new Question("compared networks", "comparison.network($d, $d)"),
          new Question(
              "compared specific axons, 19 permutations",
              "comparison.specificity($d, $d, {shuffles: 19, draws: 20})"),
          new Question("network summary", "network.summary($d)"),
          new Question("class matrix", "network.matrix($d)"),
          new Question("degrees", "network.degrees($d)"),
          new Question("triads", "network.motifs($d, {graphs: 0})"),
          new Question("similarity", "network.similarity($d)"),
          new Question("path lengths", "network.pathLengths($d)"));

  private final SyntheticConnectome connectome;
  private final Path home;
  private Timings timings = new Timings();

  StatisticsWorkload(Setting setting) {
    connectome = new SyntheticConnectome(setting.size().scaled(400_000));
    home = setting.scratch().resolve("statistics");
  }

  /// @param call of a procedure of `connectome`, where `$d` is the data set
  private record Question(String name, String call) {}

  @Override
  public String what() {
    return String.format(
        Locale.ROOT,
        "%d statistics of %,d synapses of %,d axons onto %,d targets in the graph",
        QUESTIONS.size(),
        connectome.synapses(),
        connectome.axons(),
        connectome.neurites() - connectome.axons());
  }

  @Override
  public String unit() {
    return "synapse";
  }

  @Override
  public long units() {
    return connectome.synapses() * QUESTIONS.size();
  }

  @Override
  public Floor floor() {
    return new Floor(
        250,
        1,
        "250 bytes of records a synapse (node, seven properties, two relationships) at 1 GB/s");
  }

  @Override
  public void prepare() {
    if (!Files.exists(home)) {
      try (GraphStore store = GraphStore.open(home)) {
        connectome.store(store, NAME);
      }
    }
    timings = new Timings();
  }

  @Override
  public void run() {
    try (GraphStore store = GraphStore.open(home)) {
      for (Question question : QUESTIONS) {
        timings.time(
            question.name(),
            () ->
                store
                    .database()
                    .executeTransactionally(
                        "CALL connectome." + question.call(),
                        Map.of("d", NAME),
                        result -> result.stream().count()));
      }
    }
  }

  @Override
  public String found() {
    return timings.toString();
  }
}
