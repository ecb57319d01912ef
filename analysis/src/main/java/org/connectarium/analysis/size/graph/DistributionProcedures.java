package org.connectarium.analysis.size.graph;

import java.util.Map;
import java.util.stream.Stream;
import org.connectarium.analysis.size.SizeDistribution;
import org.connectarium.analysis.size.SynapseSize;
import org.connectarium.analysis.synapses.graph.RowValues;
import org.connectarium.analysis.synapses.graph.SynapseUsageProcedures;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedure `connectome.size.distributions`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class DistributionProcedures {
  static final String AXON_CLASS = "Class of the axons; null: not told apart.";
  static final String TARGET_CLASS = "Class of the targets; null: not told apart.";
  static final String KIND = "What the synapses sit on; null: not told apart.";

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `distributions`.
  public record DistributionRow(
      @Description(AXON_CLASS) @Nullable String axonClass,
      @Description(TARGET_CLASS) @Nullable String targetClass,
      @Description(KIND) @Nullable String kind,
      @Description("Synapses of known size.") long synapses,
      @Description("Synapses of unknown size.") long withoutSize,
      @Description("Mean size, in the unit of the option size.") @Nullable Double mean,
      @Description("Standard deviation.") @Nullable Double sd,
      @Description("A quarter is smaller.") @Nullable Double quartile25,
      @Description("Half is smaller.") @Nullable Double median,
      @Description("Three quarters are smaller.") @Nullable Double quartile75,
      @Description("Mean of log10 of the size.") @Nullable Double meanLog10,
      @Description("Standard deviation of log10 of the size.") @Nullable Double sdLog10,
      @Description("Mean of log10 (larger / smaller) over all pairs.")
          @Nullable Double meanLog10Ratio,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {
    static DistributionRow of(Population population, Map<String, Object> usage) {
      SizeDistribution d = SynapseSize.distribution(population.sizes());
      return new DistributionRow(
          population.axonClass(),
          population.targetClass(),
          population.kind(),
          d.sizes(),
          population.withoutSize(),
          RowValues.orNull(d.mean()),
          RowValues.orNull(d.deviation()),
          RowValues.orNull(d.quartile25()),
          RowValues.orNull(d.median()),
          RowValues.orNull(d.quartile75()),
          RowValues.orNull(d.meanLog10()),
          RowValues.orNull(d.deviationLog10()),
          RowValues.orNull(d.meanLog10Ratio()),
          usage);
    }
  }

  @Procedure(name = "connectome.size.distributions", mode = Mode.READ)
  @Description("Mean, spread and quartiles of the sizes of synapses, population by population.")
  public Stream<DistributionRow> distributions(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description = Population.BY_DESCRIPTION + ", " + SizeOptions.SHARED + ".")
          Map<String, Object> options) {
    SizeOptions o = new SizeOptions(options, Population.BY);
    SizedSynapses synapses = SizedSynapses.read(transaction, terminationGuard::check, dataset, o);
    return Population.of(synapses, o).stream()
        .map(population -> DistributionRow.of(population, synapses.usage()));
  }
}
