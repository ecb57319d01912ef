package org.connectarium.analysis.innervation.graph;

import static org.connectarium.analysis.synapses.graph.RowValues.orNull;

import java.util.Map;
import java.util.stream.Stream;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.LinearFit;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.innervation.CellGradient;
import org.connectarium.analysis.innervation.DepthProfile;
import org.connectarium.analysis.innervation.Innervation;
import org.connectarium.analysis.innervation.graph.InputOptions.Inputs;
import org.connectarium.analysis.synapses.graph.SynapseUsageProcedures;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.innervation.depthProfile`, `depthTrend` and `cellGradient`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class DepthProcedures {
  private static final String BINS =
      "axis (x; y, z), fromUm (the first synapse), toUm (the last synapse), binUm (2), "
          + InputOptions.RATIO
          + ".";
  private static final String AXIS = "axis";
  private static final String FROM = "fromUm";
  private static final String TO = "toUm";
  private static final String BIN = "binUm";
  private static final String MIN_SYNAPSES = "minSynapses";
  private static final String DRAWS = "draws";
  private static final String SEED = "seed";
  private static final String THREADS = "threads";

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `depthProfile`.
  public record DepthRow(
      @Description("Lower end of the bin, µm.") double fromUm,
      @Description("Upper end, µm.") double toUm,
      @Description("Synapses of the numerator.") long numerator,
      @Description("Synapses of the denominator.") long denominator,
      @Description("Numerator over denominator.") double share,
      @Description("95 % interval of the share, of so many synapses.") double shareLow,
      @Description("Its upper end.") double shareHigh,
      @Description("Numerator over denominator, each synapse counted with its probability.")
          @Nullable Double expectedShare,
      @Description("Synapses used and left out, with those without place or outside of the bins.")
          Map<String, Object> usage) {}

  /// The row of `depthTrend` and `cellGradient`.
  public record TrendRow(
      @Description("Axis.") String axis,
      @Description("Bins, or cells, that the line goes through.") long points,
      @Description("Change of the share per µm.") double slopePerUm,
      @Description("95 % interval of the slope.") double slopeLow,
      @Description("Its upper end.") double slopeHigh,
      @Description("95 % interval of the slope over uncertain synapses; null if certain.")
          @Nullable Double uncertainLow,
      @Description("Its upper end.") @Nullable Double uncertainHigh,
      @Description("p of a slope so far from 0.") double p,
      @Description("Share of the variance explained.") @Nullable Double rSquared,
      @Description("Rank correlation.") @Nullable Double spearman,
      @Description("Its p.") @Nullable Double spearmanP,
      @Description("Value of the line at 0 µm; of cells, of the ratio minus its mean.")
          double intercept,
      @Description("Seed of the draws.") long seed,
      @Description("Synapses used and left out, with those, or cells, that have no place.")
          Map<String, Object> usage) {}

  @Procedure(name = "connectome.innervation.depthProfile", mode = Mode.READ)
  @Description("The share of a class of axons among synapses along an axis, in bins.")
  public Stream<DepthRow> depthProfile(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(value = "options", defaultValue = "{}", description = BINS)
          Map<String, Object> options) {
    InputOptions o = new InputOptions(options, AXIS, FROM, TO, BIN);
    Depths depths = depths(o, dataset, new Workers(1, terminationGuard::check));
    return DepthProfile.bins(depths.um(), depths.inNumerator(), depths.range()).stream()
        .map(
            bin -> {
              Interval share = Interval.ofShare(bin.numerator(), bin.denominator());
              return new DepthRow(
                  bin.fromUm(),
                  bin.toUm(),
                  bin.numerator(),
                  bin.denominator(),
                  bin.share(),
                  share.lower(),
                  share.upper(),
                  orNull(depths.expectedShare(bin)),
                  depths.usage());
            });
  }

  @Procedure(name = "connectome.innervation.depthTrend", mode = Mode.READ)
  @Description("The straight line through the bins of connectome.innervation.depthProfile.")
  public Stream<TrendRow> depthTrend(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description = "draws (100; of uncertain synapses), seed (1), threads (2), " + BINS)
          Map<String, Object> options) {
    InputOptions o = new InputOptions(options, AXIS, FROM, TO, BIN, DRAWS, SEED, THREADS);
    Workers workers = new Workers(o.all().count(THREADS, 2), terminationGuard::check);
    Depths depths = depths(o, dataset, workers);
    long seed = o.all().all().count(SEED, 1);
    DepthProfile profile =
        Innervation.depthProfile(depths.um(), depths.inNumerator(), depths.range());
    Interval uncertain =
        Innervation.depthSlope95(
            depths.um(),
            depths.inNumerator(),
            depths.probabilities(),
            depths.range(),
            o.all().count(DRAWS, 100),
            seed,
            workers);
    return Stream.of(row(axis(o), profile.line(), uncertain, seed, depths.usage()));
  }

  @Procedure(name = "connectome.innervation.cellGradient", mode = Mode.READ)
  @Description(
      "The share of a class of axons among inputs of cells against their place on an axis.")
  public Stream<TrendRow> cellGradient(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "axis (x; y, z; a plane over the two others is taken out), minSynapses (100; of a"
                      + " cell), draws (100; of uncertain synapses), seed (1), threads (2), "
                      + InputOptions.RATIO
                      + ".")
          Map<String, Object> options) {
    InputOptions o = new InputOptions(options, AXIS, MIN_SYNAPSES, DRAWS, SEED, THREADS);
    Workers workers = new Workers(o.all().count(THREADS, 2), terminationGuard::check);
    Inputs inputs = o.read(transaction, dataset, workers);
    Cells cells = Cells.of(inputs, inputs.counts(o.all().count(MIN_SYNAPSES, 100)), axis(o));
    long seed = o.all().all().count(SEED, 1);
    CellGradient gradient = cells.gradient();
    Interval uncertain = cells.slope95(o.all().count(DRAWS, 100), seed, workers);
    return Stream.of(row(axis(o), gradient.line(), uncertain, seed, cells.usage()));
  }

  private Depths depths(InputOptions o, String dataset, Workers workers) {
    return Depths.of(
        o.read(transaction, dataset, workers),
        axis(o),
        o.all().all().number(FROM, Double.NaN),
        o.all().all().number(TO, Double.NaN),
        o.all().all().number(BIN, 2));
  }

  private static Axis axis(InputOptions o) {
    return o.all().all().choice(AXIS, Axis.X);
  }

  private static TrendRow row(
      Axis axis, LinearFit line, Interval uncertain, long seed, Map<String, Object> usage) {
    return new TrendRow(
        axis.label(),
        line.points(),
        line.slope(),
        line.slope95().lower(),
        line.slope95().upper(),
        orNull(uncertain.lower()),
        orNull(uncertain.upper()),
        line.p(),
        orNull(line.rSquared()),
        orNull(line.spearman()),
        orNull(line.spearmanP()),
        line.intercept(),
        seed,
        usage);
  }
}
