package org.connectarium.analysis.comparison.graph;

import static org.connectarium.analysis.synapses.graph.RowValues.orNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.connectarium.analysis.inference.FalseDiscovery;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.innervation.Innervation;
import org.connectarium.analysis.innervation.SpecificityDifference;
import org.connectarium.analysis.innervation.SpecificityDifference.Shares;
import org.connectarium.analysis.innervation.graph.InnervationOptions;
import org.connectarium.analysis.innervation.graph.Populations;
import org.connectarium.analysis.innervation.graph.Populations.Population;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedure `connectome.comparison.specificity`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class SpecificityComparisonProcedures {
  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `specificity`.
  public record ShareRow(
      @Description("Class of the axons, empty for none, or all.") String axonClass,
      @Description("Target class, or any for axons that are specific for one of them.")
          String target,
      @Description("Name of the first data set.") String first,
      @Description("Name of the second data set.") String second,
      @Description("Axons of the first.") long firstAxons,
      @Description("Axons of the second.") long secondAxons,
      @Description("Whether axons were looked for: the class passes the gate in one of both.")
          boolean qualifies,
      @Description("Share of specific axons in the first.") double firstShare,
      @Description("Share in the second.") double secondShare,
      @Description("Second minus first.") double difference,
      @Description("95 % interval of it, axons and uncertain synapses drawn; null without.")
          @Nullable Double low,
      @Description("Its upper end.") @Nullable Double high,
      @Description("The same, uncertain synapses alone drawn; null if all are certain.")
          @Nullable Double uncertainLow,
      @Description("Its upper end.") @Nullable Double uncertainHigh,
      @Description("p of so large a difference, axons dealt to the data sets anew, two-sided.")
          double p,
      @Description("q-value after Benjamini and Hochberg, over the classes looked at; any: p.")
          double q,
      @Description("Effect size of shares, Cohen's h.") double cohensH,
      @Description("Seed of the draws.") long seed,
      @Description("Synapses used and left out, of both data sets, and what was not compared.")
          Map<String, Object> usage) {}

  @Procedure(name = "connectome.comparison.specificity", mode = Mode.READ)
  @Description("Shares of axons that are specific for a target class, of two data sets.")
  public Stream<ShareRow> specificity(
      @Name(value = "first", description = ComparisonProcedures.FIRST) String first,
      @Name(value = "second", description = ComparisonProcedures.SECOND) String second,
      @Name(
              value = "options",
              defaultValue = "{}",
              description = "shuffles (199; for p), " + InnervationOptions.SPECIFICITY + ".")
          Map<String, Object> options) {
    InnervationOptions o = InnervationOptions.withSpecificity(options, ComparisonOptions.SHUFFLES);
    int shuffles = o.synapses().count(ComparisonOptions.SHUFFLES, 199);
    Workers workers = new Workers(o.threads(), terminationGuard::check);
    Populations a = Populations.read(transaction, first, o, workers);
    Populations b = Populations.read(transaction, second, o, workers);
    Map<String, Object> usage = new LinkedHashMap<>(ComparisonProcedures.usage(a, b));
    List<Pair> pairs = pairs(a, b, usage);
    List<SpecificityDifference> differences =
        pairs.stream()
            .map(
                pair ->
                    Innervation.specificityDifference(
                        pair.first().counts(),
                        pair.second().counts(),
                        o.specificity(),
                        shuffles,
                        o.draws(),
                        workers))
            .toList();
    double[] q =
        FalseDiscovery.benjaminiHochberg(
            differences.stream()
                .flatMap(d -> d.targets().stream())
                .filter(Shares::qualifies)
                .mapToDouble(Shares::p)
                .toArray());
    List<ShareRow> rows = new ArrayList<>();
    int looked = 0;
    for (int i = 0; i < pairs.size(); i++) {
      for (Shares shares : differences.get(i).targets()) {
        double ofRow = shares.qualifies() ? q[looked++] : 1;
        rows.add(row(pairs.get(i), first, second, shares, ofRow, o.seed(), usage));
      }
      Shares any = differences.get(i).any();
      rows.add(row(pairs.get(i), first, second, any, any.p(), o.seed(), usage));
    }
    return rows.stream();
  }

  /// The same population in both data sets.
  private record Pair(Population first, Population second) {}

  private static List<Pair> pairs(Populations a, Populations b, Map<String, Object> usage) {
    List<Pair> pairs = new ArrayList<>();
    List<String> notCompared = new ArrayList<>();
    for (Population first : a.all()) {
      b.all().stream()
          .filter(p -> p.axonClass().equals(first.axonClass()))
          .filter(p -> p.counts().classes().equals(first.counts().classes()))
          .findFirst()
          .ifPresentOrElse(
              second -> pairs.add(new Pair(first, second)),
              () -> notCompared.add(first.axonClass()));
    }
    b.all().stream()
        .map(Population::axonClass)
        .filter(name -> pairs.stream().noneMatch(p -> p.first().axonClass().equals(name)))
        .filter(name -> !notCompared.contains(name))
        .forEach(notCompared::add);
    usage.put("notCompared", notCompared);
    return pairs;
  }

  private static ShareRow row(
      Pair pair,
      String first,
      String second,
      Shares s,
      double q,
      long seed,
      Map<String, Object> usage) {
    return new ShareRow(
        pair.first().axonClass(),
        s.target(),
        first,
        second,
        pair.first().counts().counts().rows(),
        pair.second().counts().counts().rows(),
        s.qualifies(),
        s.first(),
        s.second(),
        s.second() - s.first(),
        orNull(s.difference95().lower()),
        orNull(s.difference95().upper()),
        orNull(s.uncertain95().lower()),
        orNull(s.uncertain95().upper()),
        s.p(),
        q,
        s.cohensH(),
        seed,
        usage);
  }
}
