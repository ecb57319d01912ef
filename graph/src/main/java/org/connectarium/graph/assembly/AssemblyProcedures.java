package org.connectarium.graph.assembly;

import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.synapses.assemble` and `remove`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class AssemblyProcedures {
  private static final String DATASET = "Name of the (:Connectome) to make.";

  @Context public GraphDatabaseService database;
  @Context public TerminationGuard terminationGuard;

  /// The row of `assemble`.
  public record AssembledRow(
      @Description("Agglomerates with a synapse.") long neurons,
      @Description("Synapses made.") long synapses,
      @Description("Connected ordered pairs of neurons.") long connections,
      @Description("Synaptic contacts that were looked at.") long contacts,
      @Description("Of these those whose sides are of one agglomerate: no synapses.")
          long contactsWithin,
      @Description("Contacts dropped because either direction is likely.") long ambiguous,
      @Description("Contacts dropped because both sides are likely one cell.") long continuous,
      @Description("Contacts dropped because a side is likely myelin.") long myelinated,
      @Description("Spine heads in the graph, with synapses or without.") long spineHeads,
      @Description("Synapses by kind; empty: not known.") Map<String, Object> kinds,
      @Description("False: no segment has nucleus, so no synapse is of the kind soma.")
          boolean somataKnown,
      @Description("False: no segment has pSpineHead, so spines and shafts are not told apart.")
          boolean spineHeadsKnown,
      @Description("Wall time in seconds.") double seconds,
      @Description("Id of the (:Run).") String runId) {
    static AssembledRow of(AssemblyResult r) {
      return new AssembledRow(
          r.neurons(),
          r.synapses(),
          r.connections(),
          r.contacts(),
          r.contactsWithin(),
          r.ambiguous(),
          r.continuous(),
          r.myelinated(),
          r.spineHeads(),
          Map.copyOf(r.kinds()),
          r.somataKnown(),
          r.spineHeadsKnown(),
          r.seconds(),
          r.runId());
    }
  }

  /// The row of `remove`.
  public record RemovedRow(@Description("Synapses that it had.") long synapses) {}

  @Procedure(name = "connectome.synapses.assemble", mode = Mode.WRITE)
  @Description(
      "Makes synapses of synaptic contacts and neurons of agglomerates, and replaces what it made"
          + " before. Commits on its own, whatever becomes of the calling transaction.")
  public Stream<AssembledRow> assemble(
      @Name(value = "dataset", description = DATASET) String dataset,
      @Name(value = "options", defaultValue = "{}", description = AssemblyOptions.DESCRIPTION)
          Map<String, Object> options) {
    return Stream.of(AssembledRow.of(assembly().run(dataset, AssemblyOptions.of(options))));
  }

  @Procedure(name = "connectome.synapses.remove", mode = Mode.WRITE)
  @Description(
      "Removes what assemble made; agglomerates stay. Commits on its own, whatever becomes of the"
          + " calling transaction.")
  public Stream<RemovedRow> remove(
      @Name(value = "dataset", description = "Name of the assembled (:Connectome).")
          String dataset) {
    return Stream.of(new RemovedRow(assembly().remove(dataset)));
  }

  private ConnectomeAssembly assembly() {
    return new ConnectomeAssembly(database, terminationGuard::check);
  }
}
