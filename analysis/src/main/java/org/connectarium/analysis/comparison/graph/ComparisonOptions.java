package org.connectarium.analysis.comparison.graph;

import java.util.Map;
import java.util.stream.Stream;
import org.connectarium.analysis.comparison.Comparison;
import org.connectarium.analysis.comparison.Statistic;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.innervation.graph.InnervationOptions;
import org.connectarium.graph.procedure.ProcedureOptions;

/// How samples are compared.
final class ComparisonOptions {
  /// What is said about statistic and shuffles.
  static final String TEST = "statistic (mean; median), shuffles (999; for p), ";

  static final String STATISTIC = "statistic";
  static final String SHUFFLES = "shuffles";

  private ComparisonOptions() {}

  /// What a sample is summed up by.
  enum Center {
    MEAN,
    MEDIAN;

    private Statistic statistic() {
      return switch (this) {
        case MEAN -> Statistic.MEAN;
        case MEDIAN -> Statistic.MEDIAN;
      };
    }
  }

  /// Options of a test of axons.
  static InnervationOptions ofAxons(Map<String, Object> given, String... further) {
    return InnervationOptions.withDraws(
        given,
        Stream.concat(Stream.of(STATISTIC, SHUFFLES), Stream.of(further)).toArray(String[]::new));
  }

  /// How to test, from such options.
  static Test test(InnervationOptions o, Runnable stop) {
    return test(
        o.all(),
        o.synapses().count(SHUFFLES, 999),
        o.draws(),
        o.seed(),
        new Workers(o.threads(), stop));
  }

  /// How to test.
  static Test test(ProcedureOptions options, int shuffles, int draws, long seed, Workers workers) {
    return new Test(
        options.choice(STATISTIC, Center.MEAN).statistic(),
        new Comparison.Options(shuffles, draws, seed),
        workers);
  }

  /// A test.
  record Test(Statistic statistic, Comparison.Options options, Workers workers) {}
}
