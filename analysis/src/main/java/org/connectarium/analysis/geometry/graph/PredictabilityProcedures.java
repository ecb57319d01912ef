package org.connectarium.analysis.geometry.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.connectarium.analysis.geometry.Geometry;
import org.connectarium.analysis.geometry.Predictability;
import org.connectarium.analysis.geometry.Predictor;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.TargetCounts;
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

/// The procedure `connectome.geometry.predictability`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class PredictabilityProcedures {
  private static final String PREDICTORS = "predictors";
  private static final String SYNAPSES = "synapses";
  private static final String DRAWN_AT = "drawnAtUm";
  private static final String ALL = "all";
  private static final double FOCUSEM_DRAWN_AT = 10;
  private static final int DRAWS = 20;

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// Which synapses are explained.
  enum Synapses {
    /// Those of the data set.
    OBSERVED,
    /// As many per axon, drawn by availability: a connectome that geometry alone made.
    AVAILABILITY,
    /// As many per axon, drawn from the shares over all axons: one without geometry.
    POOLED
  }

  /// A row of `predictability`.
  public record PredictabilityRow(
      @Description("availability, sameClass, allClasses or multinomial.") String predictor,
      @Description("Distance within which membrane is available, µm.") double radiusUm,
      @Description("Target class, or all together.") String targetClass,
      @Description("Axons that reach membrane within the distance.") long axons,
      @Description("Axons that do not; left out.") long withoutMembrane,
      @Description("Share of the variance of synapse fractions that is explained.")
          @Nullable Double rSquared,
      @Description("The same without the variance that drawn synapses have anyway.")
          @Nullable Double corrected,
      @Description("95 % interval of corrected over uncertain synapses; null without draws.")
          @Nullable Double correctedLow,
      @Description("Its upper end.") @Nullable Double correctedHigh,
      @Description("Seed of what is drawn.") long seed,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  private record Cell(
      Predictor predictor, int radius, String targetClass, double rSquared, double corrected) {}

  @Procedure(name = "connectome.geometry.predictability", mode = Mode.READ)
  @Description("How far what is available to axons within distances explains their synapses.")
  public Stream<PredictabilityRow> predictability(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "predictors (all; a list of availability, sameClass, allClasses, multinomial),"
                      + " synapses (observed; availability: drawn by what is available within"
                      + " drawnAtUm, 10; pooled: drawn from the shares over all axons), draws (20; in"
                      + " which uncertain synapses are real with their probability, if there are"
                      + " any), seed (0), "
                      + GeometryOptions.SHARED
                      + ".")
          Map<String, Object> options) {
    GeometryOptions o =
        new GeometryOptions(
            options,
            PREDICTORS,
            SYNAPSES,
            DRAWN_AT,
            GeometryOptions.DRAWS,
            GeometryOptions.SEED,
            GeometryOptions.RADII,
            GeometryOptions.BLOCK,
            GeometryOptions.MEMBRANE);
    List<Predictor> predictors = predictors(o);
    Synapses which = o.all().choice(SYNAPSES, Synapses.OBSERVED);
    double[] radii = o.radiiUm();
    double[] allRadii =
        DoubleStream.concat(
                Arrays.stream(radii), DoubleStream.of(o.all().number(DRAWN_AT, FOCUSEM_DRAWN_AT)))
            .limit(which == Synapses.AVAILABILITY ? radii.length + 1L : radii.length)
            .toArray();
    Workers workers = o.workers(terminationGuard);
    Surroundings read = Surroundings.read(transaction, dataset, o, allRadii, workers);
    TargetCounts counts = counts(read, which, radii.length, o.seed());
    List<Cell> cells = cells(read, counts, predictors, radii.length);
    int draws =
        which == Synapses.OBSERVED && read.connected().read().usage().uncertain() > 0
            ? o.count(GeometryOptions.DRAWS, DRAWS)
            : 0;
    List<Uncertainty.Spread> spreads =
        Uncertainty.overDraws(
            draws,
            o.seed(),
            workers,
            random ->
                cells(read, read.connected().drawn(random), predictors, radii.length).stream()
                    .mapToDouble(Cell::corrected)
                    .toArray());
    return rows(read, counts, cells, spreads, radii, o.seed()).stream();
  }

  private static List<Predictor> predictors(GeometryOptions o) {
    List<Predictor> all = Arrays.asList(Predictor.values());
    List<String> words = all.stream().map(ProcedureOptions::word).toList();
    return o.all().texts(PREDICTORS).orElse(words).stream()
        .map(
            word -> {
              if (!words.contains(word)) {
                throw new IllegalArgumentException(
                    "Option predictors can hold %s but held %s"
                        .formatted(String.join(", ", words), word));
              }
              return all.get(words.indexOf(word));
            })
        .toList();
  }

  private static TargetCounts counts(Surroundings read, Synapses which, int last, long seed) {
    TargetCounts observed = read.counts();
    List<String> classes = observed.classes();
    return switch (which) {
      case OBSERVED -> observed;
      case AVAILABILITY -> {
        int[] totals = observed.totals();
        double[][] shares = new double[totals.length][];
        for (int row = 0; row < totals.length; row++) {
          shares[row] = read.available().shares(row, last);
          if (Double.isNaN(shares[row][0])) {
            totals[row] = 0;
            Arrays.fill(shares[row], 0);
          }
        }
        yield Geometry.byAvailability(classes, totals, shares, seed);
      }
      case POOLED -> {
        double[] pooled = new double[classes.size()];
        Arrays.setAll(
            pooled, c -> (double) Arrays.stream(observed.column(c)).sum() / observed.synapses());
        double[][] shares = new double[observed.rows()][];
        Arrays.fill(shares, pooled);
        yield Geometry.byAvailability(classes, observed.totals(), shares, seed);
      }
    };
  }

  private static List<Cell> cells(
      Surroundings read, TargetCounts counts, List<Predictor> predictors, int radii) {
    List<Cell> cells = new ArrayList<>();
    for (Predictor predictor : predictors) {
      for (int radius = 0; radius < radii; radius++) {
        int[] rows = rows(read, counts, radius);
        if (rows.length < 2) {
          throw new GraphException(
              "Only %d axons reach membrane of the target classes within a distance; take larger radiiUm"
                  .formatted(rows.length));
        }
        Predictability found =
            Geometry.predictability(
                Surroundings.choose(counts, rows), read.shares(rows, radius), predictor);
        cells.add(new Cell(predictor, radius, ALL, found.rSquared(), found.corrected()));
        for (Predictability.OfClass c : found.classes()) {
          cells.add(new Cell(predictor, radius, c.name(), c.rSquared(), c.corrected()));
        }
      }
    }
    return cells;
  }

  private static int[] rows(Surroundings read, TargetCounts counts, int radius) {
    return Arrays.stream(read.reaching(radius)).filter(row -> counts.synapses(row) > 0).toArray();
  }

  private static List<PredictabilityRow> rows(
      Surroundings read,
      TargetCounts counts,
      List<Cell> cells,
      List<Uncertainty.Spread> spreads,
      double[] radii,
      long seed) {
    Map<String, Object> usage = read.usage();
    List<PredictabilityRow> rows = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      int axons = rows(read, counts, cell.radius()).length;
      boolean drawn = !spreads.isEmpty();
      rows.add(
          new PredictabilityRow(
              ProcedureOptions.word(cell.predictor()),
              radii[cell.radius()],
              cell.targetClass(),
              axons,
              counts.rows() - (long) axons,
              finite(cell.rSquared()),
              finite(cell.corrected()),
              drawn ? finite(spreads.get(i).interval95().lower()) : null,
              drawn ? finite(spreads.get(i).interval95().upper()) : null,
              seed,
              usage));
    }
    return rows;
  }

  private static @Nullable Double finite(double value) {
    return Double.isInfinite(value) ? null : RowValues.orNull(value);
  }
}
