package org.connectarium.analysis.innervation.graph;

import static org.connectarium.analysis.synapses.graph.RowValues.orNull;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.innervation.Innervation;
import org.connectarium.analysis.innervation.InputRatios;
import org.connectarium.analysis.innervation.InputRatios.Neurite;
import org.connectarium.analysis.innervation.graph.InputOptions.Inputs;
import org.connectarium.analysis.synapses.UncertainCounts;
import org.connectarium.analysis.synapses.graph.SynapseUsageProcedures;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.innervation.inputRatios` and `inputHistogram`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class InputProcedures {
  private static final String MIN_SYNAPSES = "minSynapses";
  private static final String BINS = "bins";

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `inputRatios`.
  public record RatioRow(
      @Description("Id of the neuron that receives.") Object neuronId,
      @Description("Its target class, empty for none.") String targetClass,
      @Description("All synapses that it receives.") long synapses,
      @Description("Those of the numerator.") long numerator,
      @Description("Those of the denominator.") long denominator,
      @Description("Numerator over denominator; 0 without any.") double ratio,
      @Description("95 % interval of the ratio of real synapses, exact; null if none can be real.")
          @Nullable Double ratioLow,
      @Description("Its upper end.") @Nullable Double ratioHigh,
      @Description("Probability of a ratio at most this one by chance.") double lowerP,
      @Description("Probability of a ratio at least this one by chance.") double upperP,
      @Description("q-value of both together after Benjamini and Hochberg, over all neurons.")
          double q,
      @Description("The ratio of all synapses of all neurons.") double pooled,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  /// A row of `inputHistogram`.
  public record BinRow(
      @Description("Lower end of the bin of the ratio.") double from,
      @Description("Upper end; that of the last bin is in it.") double to,
      @Description("Neurons in the bin.") long observed,
      @Description("Neurons expected by chance.") double expected,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  @Procedure(name = "connectome.innervation.inputRatios", mode = Mode.READ)
  @Description("What share of its inputs each neuron has from a class of axons, against chance.")
  public Stream<RatioRow> inputRatios(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "minSynapses (10; of a neuron that receives), " + InputOptions.RATIO + ".")
          Map<String, Object> options) {
    InputOptions o = new InputOptions(options, MIN_SYNAPSES);
    Inputs inputs = o.read(transaction, dataset, new Workers(1, terminationGuard::check));
    UncertainCounts counts = inputs.counts(o.all().count(MIN_SYNAPSES, 10));
    InputRatios ratios =
        Innervation.inputRatios(counts.counts(), inputs.numerator(), inputs.rest(), 1);
    double[] q = ratios.qValues();
    return IntStream.range(0, ratios.neurites().size())
        .mapToObj(row -> row(inputs, counts, ratios, row, q[row]));
  }

  private RatioRow row(
      Inputs inputs, UncertainCounts counts, InputRatios ratios, int row, double q) {
    terminationGuard.check();
    Neurite neurite = ratios.neurites().get(row);
    Interval real = Innervation.inputRatio95(counts, row, inputs.numerator(), inputs.rest());
    return new RatioRow(
        inputs.synapses().neurons().id(neurite.neurite()),
        inputs.synapses().targets().name(neurite.neurite()),
        neurite.synapses(),
        neurite.numerator(),
        neurite.denominator(),
        neurite.ratio(),
        orNull(real.lower()),
        orNull(real.upper()),
        neurite.lowerP(),
        neurite.upperP(),
        q,
        ratios.pooled(),
        inputs.synapses().usage().toMap());
  }

  @Procedure(name = "connectome.innervation.inputHistogram", mode = Mode.READ)
  @Description("How many neurons have which share of inputs from a class of axons, and by chance.")
  public Stream<BinRow> inputHistogram(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "bins (20), minSynapses (10; of a neuron that receives), "
                      + InputOptions.RATIO
                      + ".")
          Map<String, Object> options) {
    InputOptions o = new InputOptions(options, MIN_SYNAPSES, BINS);
    Inputs inputs = o.read(transaction, dataset, new Workers(1, terminationGuard::check));
    int bins = o.all().count(BINS, 20);
    InputRatios ratios =
        Innervation.inputRatios(
            inputs.counts(o.all().count(MIN_SYNAPSES, 10)).counts(),
            inputs.numerator(),
            inputs.rest(),
            bins);
    return ratios.histogram().stream()
        .map(
            b ->
                new BinRow(
                    b.from(),
                    b.from() + 1.0 / bins,
                    b.observed(),
                    b.expected(),
                    inputs.synapses().usage().toMap()));
  }
}
