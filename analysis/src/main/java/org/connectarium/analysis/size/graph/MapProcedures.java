package org.connectarium.analysis.size.graph;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.connectarium.analysis.size.MapWindow;
import org.connectarium.analysis.size.Region;
import org.connectarium.analysis.size.RegionBounds;
import org.connectarium.analysis.size.SimilarityMap;
import org.connectarium.analysis.size.SizePairs;
import org.connectarium.analysis.size.SynapseSize;
import org.connectarium.analysis.synapses.graph.RowValues;
import org.connectarium.analysis.synapses.graph.SynapseUsageProcedures;
import org.connectarium.graph.connectome.SizeMeasure;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.size.map` and `mapPixels`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class MapProcedures {
  private static final String PIXELS = "pixels";
  private static final String CV_TO = "cvTo";
  private static final String LOG_FROM = "logFrom";
  private static final String LOG_TO = "logTo";
  private static final String THRESHOLDS = "thresholds";
  private static final String REGIONS_AT = "regionsAt";
  private static final int SHUFFLES = 5000;
  private static final double REGIONS_BELOW = 0.02;
  private static final String MAP_OPTIONS =
      "shuffles (5000), seed (0), threads (2), pixels (256), cvTo (1.5), logFrom and logTo (-1.5 and"
          + " 0.5 for µm²; else 1 below and above the mean of log10), "
          + SizeOptions.PAIRING_DESCRIPTION
          + ", "
          + SizeOptions.SHARED
          + ".";

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// The row of `map`.
  public record MapRow(
      @Description("Pairs of synapses.") long pairs,
      @Description("Probability of so large a difference anywhere on the map by chance.") double p,
      @Description("Standard deviation of the kernel along the coefficient of variation.")
          double bandwidthCv,
      @Description("The same along log10 of the mean size.") double bandwidthLog10,
      @Description("p of pixels at which the regions of small and large synapses meet.")
          @Nullable Double mergeP,
      @Description("Thresholds of p that the bounds are taken over.") List<Double> thresholds,
      @Description("Least share of pairs in the region of small synapses that are alike.")
          @Nullable Double smallLow,
      @Description("Largest share: upper bound of what learning may have made alike.")
          @Nullable Double smallHigh,
      @Description("Least share in the region of large synapses.") @Nullable Double largeLow,
      @Description("Largest share in it.") @Nullable Double largeHigh,
      @Description(
              "Regions below the threshold regionsAt, from small to large synapses: pixels,"
                  + " pairsShare, surplus, meanCv, meanLog10, smaller, larger.")
          List<Map<String, Object>> regions,
      @Description("pixels, cvTo, logFrom and logTo of the map.") Map<String, Object> window,
      @Description("Number of shuffles.") long shuffles,
      @Description("Seed of the shuffles.") long seed,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  /// A row of `mapPixels`.
  public record PixelRow(
      @Description("Number of the column.") long column,
      @Description("Number of the row.") long row,
      @Description("Coefficient of variation in the middle of the pixel.") double cv,
      @Description("log10 of the mean size there.") double log10Mean,
      @Description("Share of pairs in the pixel, smoothed.") double density,
      @Description("The same by chance.") double expected,
      @Description("Probability of so high a density by chance.") double p) {}

  @Procedure(name = "connectome.size.map", mode = Mode.READ)
  @Description("Where pairs are more alike than by chance, on the map of likeness and size.")
  public Stream<MapRow> map(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "thresholds ([0.005, 0.01, 0.02, 0.03, 0.04, 0.05]; of p, for the bounds), regionsAt"
                      + " (0.02; of p), "
                      + MAP_OPTIONS)
          Map<String, Object> options) {
    SizeOptions o = options(options, THRESHOLDS, REGIONS_AT);
    List<Double> thresholds = o.all().numbers(THRESHOLDS).stream().sorted().toList();
    double regionsAt = o.all().probability(REGIONS_AT, REGIONS_BELOW);
    SizedSynapses synapses = read(dataset, o);
    SimilarityMap map = map(synapses, o);
    RegionBounds bounds = map.bounds(thresholds.isEmpty() ? SynapseSize.THRESHOLDS : thresholds);
    MapWindow w = map.window();
    return Stream.of(
        new MapRow(
            map.pairs(),
            map.p(),
            map.bandwidthCv(),
            map.bandwidthLog10(),
            RowValues.orNull(bounds.mergeP()),
            bounds.thresholds(),
            RowValues.orNull(bounds.small().lower()),
            RowValues.orNull(bounds.small().upper()),
            RowValues.orNull(bounds.large().lower()),
            RowValues.orNull(bounds.large().upper()),
            map.regions(regionsAt).stream().map(MapProcedures::region).toList(),
            Map.of(PIXELS, w.pixels(), CV_TO, w.cvTo(), LOG_FROM, w.logFrom(), LOG_TO, w.logTo()),
            o.count(SizeOptions.SHUFFLES, SHUFFLES),
            o.seed(),
            synapses.usage()));
  }

  @Procedure(name = "connectome.size.mapPixels", mode = Mode.READ)
  @Description("The map of likeness and size pixel by pixel: density of pairs, by chance, and p.")
  public Stream<PixelRow> mapPixels(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(value = "options", defaultValue = "{}", description = MAP_OPTIONS)
          Map<String, Object> options) {
    SizeOptions o = options(options);
    SimilarityMap map = map(read(dataset, o), o);
    MapWindow w = map.window();
    return IntStream.range(0, w.pixels() * w.pixels())
        .mapToObj(
            i -> {
              int column = i % w.pixels();
              int row = i / w.pixels();
              return new PixelRow(
                  column,
                  row,
                  w.cvAt(column),
                  w.logAt(row),
                  map.density(column, row),
                  map.expected(column, row),
                  map.p(column, row));
            });
  }

  private static SizeOptions options(Map<String, Object> given, String... further) {
    List<String> keys =
        Stream.concat(
                Stream.of(
                    SizeOptions.SHUFFLES,
                    SizeOptions.SEED,
                    SizeOptions.PAIRING,
                    PIXELS,
                    CV_TO,
                    LOG_FROM,
                    LOG_TO),
                Stream.of(further))
            .toList();
    return new SizeOptions(given, keys.toArray(new String[0]));
  }

  private SizedSynapses read(String dataset, SizeOptions options) {
    return SizedSynapses.read(transaction, terminationGuard::check, dataset, options);
  }

  private SimilarityMap map(SizedSynapses synapses, SizeOptions o) {
    SizePairs pairs = synapses.pairs(o.pairing());
    boolean areas = o.size() == SizeMeasure.ASI_UM2 || o.size() == SizeMeasure.PSD_UM2;
    MapWindow ours = areas ? MapWindow.focusem() : MapWindow.around(pairs);
    MapWindow window =
        new MapWindow(
            o.count(PIXELS, ours.pixels()),
            o.all().number(CV_TO, ours.cvTo()),
            o.all().number(LOG_FROM, ours.logFrom()),
            o.all().number(LOG_TO, ours.logTo()));
    return SynapseSize.map(
        pairs,
        window,
        o.count(SizeOptions.SHUFFLES, SHUFFLES),
        o.seed(),
        o.workers(terminationGuard));
  }

  private static Map<String, Object> region(Region r) {
    return Map.of(
        "pixels", r.pixels(),
        "pairsShare", r.pairsShare(),
        "surplus", r.surplus(),
        "meanCv", r.meanCv(),
        "meanLog10", r.meanLog10(),
        "smaller", r.sizeUm2(0),
        "larger", r.sizeUm2(1));
  }
}
