package org.connectarium.analysis.synapses.graph;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedure `connectome.synapses.usage`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class SynapseUsageProcedures {
  /// What is said about the first argument of procedures on data sets.
  public static final String DATASET = "Name of the (:Connectome).";

  /// What is said about the column that all procedures on synapses have.
  public static final String USAGE =
      "Synapses used and left out, by reason, as connectome.synapses.usage has them.";

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// The row of `usage`.
  public record UsageRow(
      @Description("Neurons of the data set.") long neurons,
      @Description("Classes of neurons that send, empty for none.") List<String> axonClasses,
      @Description("Classes of neurons that receive.") List<String> targetClasses,
      @Description("The data set has only counts of synapses, without sizes and places.")
          boolean fromCounts,
      @Description("Synapses that statistics use.") long used,
      @Description("Synapses left out, the sum of the next seven.") long leftOut,
      @Description("No neuron sends.") long withoutSender,
      @Description("No neuron receives.") long withoutReceiver,
      @Description("Several neurons receive; see the option partners.") long severalReceivers,
      @Description("Of a kind that was not asked for.") long otherKind,
      @Description("Less probable than asked for.") long improbable,
      @Description("Of a neuron onto itself.") long selfConnections,
      @Description("The neuron that receives has no target class.") long withoutClass,
      @Description("Used, and less probable than 1.") long uncertain) {}

  @Procedure(name = "connectome.synapses.usage", mode = Mode.READ)
  @Description(
      "What of the synapses of a data set statistics use, and what they leave out and why.")
  public Stream<UsageRow> usage(
      @Name(value = "dataset", description = DATASET) String dataset,
      @Name(value = "options", defaultValue = "{}", description = SynapseOptions.DESCRIPTION + ".")
          Map<String, Object> options) {
    DatasetSynapses read =
        new SynapseReader(transaction, terminationGuard::check)
            .read(dataset, new SynapseOptions(options).choice());
    Usage u = read.usage();
    return Stream.of(
        new UsageRow(
            read.neurons().size(),
            read.axons().names(),
            read.targets().names(),
            read.fromCounts(),
            u.used(),
            u.leftOut(),
            u.withoutSender(),
            u.withoutReceiver(),
            u.severalReceivers(),
            u.otherKind(),
            u.improbable(),
            u.selfConnections(),
            u.withoutClass(),
            u.uncertain()));
  }
}
