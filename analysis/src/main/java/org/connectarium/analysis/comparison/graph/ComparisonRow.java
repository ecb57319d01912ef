package org.connectarium.analysis.comparison.graph;

import static org.connectarium.analysis.synapses.graph.RowValues.orNull;

import java.util.Map;
import org.connectarium.analysis.comparison.Comparison;
import org.connectarium.analysis.comparison.graph.ComparisonOptions.Test;
import org.connectarium.analysis.inference.Interval;
import org.jspecify.annotations.Nullable;
import org.neo4j.procedure.Description;

/// A statistic of two data sets side by side, as a row.
public record ComparisonRow(
    @Description("What is compared.") String quantity,
    @Description("Class of the axons, empty for none or all.") String axonClass,
    @Description("Target class, empty for all.") String target,
    @Description("Name of the first data set.") String first,
    @Description("Name of the second data set.") String second,
    @Description("Units of the first sample, such as axons.") long firstUnits,
    @Description("Units of the second sample.") long secondUnits,
    @Description("Statistic of the first sample.") double firstValue,
    @Description("Statistic of the second sample.") double secondValue,
    @Description("Second minus first.") double difference,
    @Description("95 % interval of the difference, units drawn with replacement.") double low,
    @Description("Its upper end.") double high,
    @Description("95 % interval of the difference over uncertain synapses; null if certain.")
        @Nullable Double uncertainLow,
    @Description("Its upper end.") @Nullable Double uncertainHigh,
    @Description("p of so large a difference, units dealt to the samples anew, two-sided.")
        double p,
    @Description("q-value after Benjamini and Hochberg, over all rows of the call.") double q,
    @Description("Difference of means in standard deviations, for small samples; null without.")
        @Nullable Double hedgesG,
    @Description("Chance that a unit of the second is larger minus that it is smaller.")
        double cliffDelta,
    @Description("95 % interval of it.") double cliffLow,
    @Description("Its upper end.") double cliffHigh,
    @Description("Seed of the draws.") long seed,
    @Description("Synapses used and left out, of both data sets, and what was not compared.")
        Map<String, Object> usage) {

  static ComparisonRow of(
      SideBySide pair,
      SideBySide.SampleName key,
      Sample a,
      Sample b,
      Comparison c,
      double q,
      Test test,
      Map<String, Object> usage) {
    Interval uncertain = SideBySide.uncertain95(a, b, test);
    return new ComparisonRow(
        key.quantity(),
        key.axonClass(),
        key.target(),
        pair.first(),
        pair.second(),
        a.values().length,
        b.values().length,
        c.first(),
        c.second(),
        c.difference(),
        c.difference95().lower(),
        c.difference95().upper(),
        orNull(uncertain.lower()),
        orNull(uncertain.upper()),
        c.p(),
        q,
        orNull(c.hedgesG()),
        c.cliffDelta(),
        c.cliffDelta95().lower(),
        c.cliffDelta95().upper(),
        test.options().seed(),
        usage);
  }
}
