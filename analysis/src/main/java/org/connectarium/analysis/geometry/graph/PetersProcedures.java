package org.connectarium.analysis.geometry.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.connectarium.analysis.geometry.Geometry;
import org.connectarium.analysis.geometry.PetersMatrix;
import org.connectarium.analysis.synapses.SynapseKind;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.analysis.synapses.graph.DatasetSynapses;
import org.connectarium.analysis.synapses.graph.RowValues;
import org.connectarium.analysis.synapses.graph.SynapseUsageProcedures;
import org.connectarium.analysis.uncertainty.Uncertainty;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.procedure.ProcedureOptions;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.geometry.peters` and `petersTests`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class PetersProcedures {
  private static final String BY = "by";
  private static final String FACTORS = "factors";
  private static final String PATH = "pathUm";
  private static final int DRAWS = 200;
  private static final String FACTORS_DESCRIPTION =
      "factors ({}; by which synapses of a kind count, such as precision / recall: {shaft: 1.33})";

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// What the shares of classes are taken from.
  enum By {
    /// The property `pathUm` of neurons.
    PATH_UM,
    /// Their synapses.
    SYNAPSES
  }

  /// A row of `peters`.
  public record PetersRow(
      @Description("Class of axons, empty for none.") String axonClass,
      @Description("Target class.") String targetClass,
      @Description("Synapses, after the option factors.") double synapses,
      @Description("What the shares of both classes predict.") double expected,
      @Description("Synapses over expected.") @Nullable Double affinity,
      @Description("95 % interval of it over uncertain synapses; null without draws.")
          @Nullable Double affinityLow,
      @Description("Its upper end.") @Nullable Double affinityHigh,
      @Description("Share of the axon class in all.") double preShare,
      @Description("Share of the target class in all.") double postShare,
      @Description("Seed of the draws.") long seed,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  /// A row of `petersTests`.
  public record TestRow(
      @Description("Name of the simple model.") String simple,
      @Description("Name of the one that explains more.") String larger,
      @Description("Twice the gain of the logarithm of the likelihood.") double chiSquared,
      @Description("Parameters that the larger model has more.") long freedom,
      @Description("Probability of so large a gain if the simple model is true.") double p,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  /* The classes of axons, and what there is of both sides. */
  private record Sides(List<String> axonClasses, List<Double> pre, List<Double> post) {
    double[] preArray() {
      return pre.stream().mapToDouble(v -> v).toArray();
    }

    double[] postArray() {
      return post.stream().mapToDouble(v -> v).toArray();
    }
  }

  @Procedure(name = "connectome.geometry.peters", mode = Mode.READ)
  @Description("Synapses between classes beside what the shares of both classes predict.")
  public Stream<PetersRow> peters(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "by (pathUm: shares of path length; synapses), "
                      + FACTORS_DESCRIPTION
                      + ", draws (200; of uncertain synapses, if there are any), seed (0), threads"
                      + " (2), "
                      + GeometryOptions.POPULATION
                      + ".")
          Map<String, Object> options) {
    GeometryOptions o =
        new GeometryOptions(options, BY, FACTORS, GeometryOptions.DRAWS, GeometryOptions.SEED);
    Connected connected = read(dataset, o);
    By by = o.all().choice(BY, By.PATH_UM);
    List<Double> factors = factors(o);
    List<String> axonClasses = axonClasses(connected);
    double[][] counts = counts(connected, axonClasses, factors, i -> 1);
    Sides sides = sides(connected, axonClasses, counts, by);
    PetersMatrix found = Geometry.peters(counts, sides.preArray(), sides.postArray());
    List<Uncertainty.Spread> spreads =
        Uncertainty.overDraws(
            connected.read().usage().uncertain() == 0 ? 0 : o.count(GeometryOptions.DRAWS, DRAWS),
            o.seed(),
            o.workers(terminationGuard),
            random -> {
              double[][] drawn =
                  counts(
                      connected,
                      axonClasses,
                      factors,
                      i -> random.nextDouble() < connected.read().table().probability(i) ? 1 : 0);
              Sides ofDraw = by == By.SYNAPSES ? sides(connected, axonClasses, drawn, by) : sides;
              return Geometry.peters(drawn, ofDraw.preArray(), ofDraw.postArray())
                  .affinity()
                  .stream()
                  .mapToDouble(v -> v)
                  .toArray();
            });
    return rows(connected, sides, counts, found, spreads, o.seed()).stream();
  }

  @Procedure(name = "connectome.geometry.petersTests", mode = Mode.READ)
  @Description("Whether lengths of neurites, and densities of synapses, explain the matrix.")
  public Stream<TestRow> petersTests(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description = FACTORS_DESCRIPTION + ", " + GeometryOptions.POPULATION + ".")
          Map<String, Object> options) {
    GeometryOptions o = new GeometryOptions(options, FACTORS);
    Connected connected = read(dataset, o);
    List<String> axonClasses = axonClasses(connected);
    double[][] counts = counts(connected, axonClasses, factors(o), i -> 1);
    Sides sides = sides(connected, axonClasses, counts, By.PATH_UM);
    Map<String, Object> usage = connected.usage();
    return Geometry.likelihoodRatios(counts, sides.preArray(), sides.postArray()).stream()
        .map(r -> new TestRow(r.simple(), r.larger(), r.chiSquared(), r.freedom(), r.p(), usage));
  }

  private Connected read(String dataset, GeometryOptions o) {
    return Connected.read(transaction, terminationGuard::check, dataset, o);
  }

  private static List<String> axonClasses(Connected connected) {
    TreeSet<String> names = new TreeSet<>();
    for (int axon : connected.axons()) {
      names.add(connected.read().axons().name(axon));
    }
    return List.copyOf(names);
  }

  /// A factor for each kind, in the order of the kinds.
  private static List<Double> factors(GeometryOptions o) {
    ProcedureOptions given = new ProcedureOptions(o.all().map(FACTORS), SynapseKind.words());
    List<Double> factors = new ArrayList<>();
    for (String word : SynapseKind.words()) {
      double factor = given.number(word, 1.0);
      if (!(factor > 0) || Double.isInfinite(factor)) {
        throw new IllegalArgumentException(
            "Option factors must be above 0 but that of " + word + " was " + factor);
      }
      factors.add(factor);
    }
    return factors;
  }

  private static double[][] counts(
      Connected connected,
      List<String> axonClasses,
      List<Double> factors,
      IntToDoubleFunction weight) {
    DatasetSynapses read = connected.read();
    SynapseTable table = read.table();
    List<String> words = SynapseKind.words();
    double[][] counts = new double[axonClasses.size()][connected.classes().size()];
    for (int i = 0; i < table.size(); i++) {
      if (connected.row(table.pre(i)) >= 0 && connected.counts(i)) {
        int row = axonClasses.indexOf(read.axons().name(table.pre(i)));
        counts[row][connected.column(i)] +=
            weight.applyAsDouble(i) * factors.get(words.indexOf(table.kind(i).word()));
      }
    }
    return counts;
  }

  private static Sides sides(
      Connected connected, List<String> axonClasses, double[][] counts, By by) {
    double[] pre = new double[axonClasses.size()];
    double[] post = new double[connected.classes().size()];
    switch (by) {
      case SYNAPSES -> {
        for (int i = 0; i < pre.length; i++) {
          for (int j = 0; j < post.length; j++) {
            pre[i] += counts[i][j];
            post[j] += counts[i][j];
          }
        }
      }
      case PATH_UM -> {
        DatasetSynapses read = connected.read();
        for (int v = 0; v < read.neurons().size(); v++) {
          if (connected.row(v) >= 0) {
            pre[axonClasses.indexOf(read.axons().name(v))] += pathUm(read, v);
          }
          if (connected.columnOf(v) >= 0) {
            post[connected.columnOf(v)] += pathUm(read, v);
          }
        }
      }
    }
    return new Sides(
        axonClasses, Arrays.stream(pre).boxed().toList(), Arrays.stream(post).boxed().toList());
  }

  private static double pathUm(DatasetSynapses read, int neuron) {
    if (read.neurons().node(neuron).getProperty(PATH, null) instanceof Number um) {
      return um.doubleValue();
    }
    throw new GraphException(
        "Neuron %s of data set \"%s\" has no pathUm; give the option by: synapses"
            .formatted(read.neurons().id(neuron), read.neurons().dataset()));
  }

  private static List<PetersRow> rows(
      Connected connected,
      Sides sides,
      double[][] counts,
      PetersMatrix found,
      List<Uncertainty.Spread> spreads,
      long seed) {
    double preAll = Arrays.stream(sides.preArray()).sum();
    double postAll = Arrays.stream(sides.postArray()).sum();
    Map<String, Object> usage = connected.usage();
    int width = connected.classes().size();
    List<PetersRow> rows = new ArrayList<>();
    for (int i = 0; i < counts.length * width; i++) {
      boolean drawn = !spreads.isEmpty();
      rows.add(
          new PetersRow(
              sides.axonClasses().get(i / width),
              connected.classes().get(i % width),
              counts[i / width][i % width],
              found.expected().get(i),
              RowValues.orNull(found.affinity().get(i)),
              drawn ? RowValues.orNull(spreads.get(i).interval95().lower()) : null,
              drawn ? RowValues.orNull(spreads.get(i).interval95().upper()) : null,
              sides.pre().get(i / width) / preAll,
              sides.post().get(i % width) / postAll,
              seed,
              usage));
    }
    return rows;
  }
}
