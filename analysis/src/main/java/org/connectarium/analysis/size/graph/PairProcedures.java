package org.connectarium.analysis.size.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.connectarium.analysis.inference.LinearFit;
import org.connectarium.analysis.size.SizePairs;
import org.connectarium.analysis.size.SynapseSize;
import org.connectarium.analysis.size.graph.PairDistances.Along;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.analysis.synapses.graph.DatasetSynapses;
import org.connectarium.analysis.synapses.graph.RowValues;
import org.connectarium.analysis.synapses.graph.SynapseUsageProcedures;
import org.connectarium.graph.procedure.ProcedureOptions;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.size.pairs`, `multiplicities` and `overDistance`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class PairProcedures {
  private static final String BELOW = "belowUm";
  private static final double FOCUSEM_BELOW_UM = 20;

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `pairs`.
  public record PairRow(
      @Description("Id of the axon of the first synapse.") Object axonId,
      @Description("Id of the neuron that receives it.") Object targetId,
      @Description("Id of the axon of the second synapse.") Object otherAxonId,
      @Description("Id of the neuron that receives it.") Object otherTargetId,
      @Description("Class of the first axon.") String axonClass,
      @Description("Class of the first target.") String targetClass,
      @Description("Size of the first synapse, in the unit of the option size.") double size1,
      @Description("Size of the second synapse.") double size2,
      @Description("Standard deviation over mean, 0…1.41.") double cv,
      @Description("log10 of the mean size.") double log10Mean,
      @Description("Straight from one to the other, µm; null without positions.")
          @Nullable Double distanceUm,
      @Description("Along the skeleton of the axon, µm; null without one.")
          @Nullable Double axonPathUm,
      @Description("Along the skeleton of the target, µm; null without one.")
          @Nullable Double targetPathUm) {
    static PairRow of(DatasetSynapses read, SizePairs pairs, PairDistances distances, int pair) {
      SynapseTable table = read.table();
      int one = pairs.synapse(pair, 0);
      int two = pairs.synapse(pair, 1);
      return new PairRow(
          read.neurons().id(table.pre(one)),
          read.neurons().id(table.post(one)),
          read.neurons().id(table.pre(two)),
          read.neurons().id(table.post(two)),
          read.axons().name(table.pre(one)),
          table.classes().get(table.target(one)),
          pairs.size(pair, 0),
          pairs.size(pair, 1),
          pairs.cv(pair),
          pairs.log10Mean(pair),
          RowValues.orNull(distances.um(pair, Along.STRAIGHT)),
          RowValues.orNull(distances.um(pair, Along.AXON)),
          RowValues.orNull(distances.um(pair, Along.TARGET)));
    }
  }

  /// A row of `multiplicities`.
  public record MultiplicityRow(
      @Description("Synapses of known size of a connection.") long synapses,
      @Description("Connections that have as many.") long connections,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  /// A row of `overDistance`.
  public record DistanceRow(
      @Description("straight, axon or target: along what the distance is measured.") String along,
      @Description("Pairs that the line is fitted to.") long pairs,
      @Description("Pairs left out because they are farther apart.") long farther,
      @Description("Pairs left out because their distance is not known.") long unknown,
      @Description("Mean coefficient of variation of pairs at 0 µm; null: no line.")
          @Nullable Double intercept,
      @Description("Change of the coefficient per µm.") @Nullable Double slopePerUm,
      @Description("Lower end of its interval, 95 %.") @Nullable Double slopeLow,
      @Description("Upper end.") @Nullable Double slopeHigh,
      @Description("Probability of such a slope by chance, two-sided.") @Nullable Double p,
      @Description("Share of the variance that the line explains.") @Nullable Double rSquared,
      @Description("Rank correlation.") @Nullable Double spearman,
      @Description("Its p, two-sided.") @Nullable Double spearmanP,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  @Procedure(name = "connectome.size.pairs", mode = Mode.READ)
  @Description("Pairs of synapses with their sizes, how alike they are, and how far apart.")
  public Stream<PairRow> pairs(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description = SizeOptions.PAIRING_DESCRIPTION + ", " + SizeOptions.SHARED + ".")
          Map<String, Object> options) {
    SizeOptions o = new SizeOptions(options, SizeOptions.PAIRING);
    SizedSynapses synapses = read(dataset, o);
    SizePairs pairs = synapses.pairs(o.pairing());
    PairDistances distances = new PairDistances(synapses, pairs);
    return IntStream.range(0, pairs.size())
        .mapToObj(pair -> PairRow.of(synapses.read(), pairs, distances, pair));
  }

  @Procedure(name = "connectome.size.multiplicities", mode = Mode.READ)
  @Description("How many connections have one, two, three, … synapses of known size.")
  public Stream<MultiplicityRow> multiplicities(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(value = "options", defaultValue = "{}", description = SizeOptions.SHARED + ".")
          Map<String, Object> options) {
    SizedSynapses synapses = read(dataset, new SizeOptions(options));
    int[] connections = SizePairs.multiplicities(synapses.table(), synapses.counted());
    return IntStream.range(0, connections.length)
        .mapToObj(m -> new MultiplicityRow(m + 1, connections[m], synapses.usage()));
  }

  @Procedure(name = "connectome.size.overDistance", mode = Mode.READ)
  @Description("Whether pairs of synapses are less alike the farther they lie apart.")
  public Stream<DistanceRow> overDistance(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "belowUm (20; farther pairs are left out), "
                      + SizeOptions.PAIRING_DESCRIPTION
                      + ", "
                      + SizeOptions.SHARED
                      + ".")
          Map<String, Object> options) {
    SizeOptions o = new SizeOptions(options, BELOW, SizeOptions.PAIRING);
    double below = o.all().number(BELOW, FOCUSEM_BELOW_UM);
    SizedSynapses synapses = read(dataset, o);
    SizePairs pairs = synapses.pairs(o.pairing());
    PairDistances distances = new PairDistances(synapses, pairs);
    List<DistanceRow> rows = new ArrayList<>();
    for (Along along : Along.values()) {
      double[] um = new double[pairs.size()];
      Arrays.setAll(um, pair -> distances.um(pair, along));
      rows.add(row(along, pairs.cvs(), um, below, synapses));
    }
    return rows.stream();
  }

  private static DistanceRow row(
      Along along, double[] cvs, double[] um, double below, SizedSynapses synapses) {
    long unknown = Arrays.stream(um).filter(Double::isNaN).count();
    double[] near = Arrays.stream(um).filter(d -> d < below).toArray();
    long farther = um.length - unknown - near.length;
    String word = ProcedureOptions.word(along);
    if (near.length < 3 || Arrays.stream(near).distinct().count() < 2) {
      return new DistanceRow(
          word,
          near.length,
          farther,
          unknown,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          synapses.usage());
    }
    LinearFit line = SynapseSize.overDistance(cvs, um, below);
    return new DistanceRow(
        word,
        line.points(),
        farther,
        unknown,
        line.intercept(),
        line.slope(),
        RowValues.orNull(line.slope95().lower()),
        RowValues.orNull(line.slope95().upper()),
        RowValues.orNull(line.p()),
        RowValues.orNull(line.rSquared()),
        RowValues.orNull(line.spearman()),
        RowValues.orNull(line.spearmanP()),
        synapses.usage());
  }

  private SizedSynapses read(String dataset, SizeOptions options) {
    return SizedSynapses.read(transaction, terminationGuard::check, dataset, options);
  }
}
