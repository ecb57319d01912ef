package org.connectarium.analysis.geometry.graph;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.connectarium.analysis.geometry.Availability;
import org.connectarium.analysis.synapses.graph.DatasetSynapses;
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

/// The procedure `connectome.geometry.availability`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class AvailabilityProcedures {
  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `availability`.
  public record AvailabilityRow(
      @Description("Id of the axon.") Object axonId,
      @Description("Its class, empty for none.") String axonClass,
      @Description("Distance, µm.") double radiusUm,
      @Description("Target class.") String targetClass,
      @Description("Membrane of the class within the distance, µm², or synapses.") double areaUm2,
      @Description("Its share of the membrane of all target classes; null where there is none.")
          @Nullable Double share,
      @Description("Synapses of the axon onto the class.") long hits,
      @Description("Synapses of the axon onto all target classes.") long synapses,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  @Procedure(name = "connectome.geometry.availability", mode = Mode.READ)
  @Description("How much membrane of each target class lies within distances of each axon.")
  public Stream<AvailabilityRow> availability(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(value = "options", defaultValue = "{}", description = GeometryOptions.SHARED + ".")
          Map<String, Object> options) {
    GeometryOptions o =
        new GeometryOptions(
            options, GeometryOptions.RADII, GeometryOptions.BLOCK, GeometryOptions.MEMBRANE);
    double[] radii = o.radiiUm();
    Surroundings read =
        Surroundings.read(transaction, dataset, o, radii, o.workers(terminationGuard));
    Map<String, Object> usage = read.usage();
    int each = radii.length * read.connected().classes().size();
    return IntStream.range(0, read.counts().rows() * each)
        .mapToObj(i -> row(read, i / each, i % each, radii, usage));
  }

  private static AvailabilityRow row(
      Surroundings read, int axon, int cell, double[] radii, Map<String, Object> usage) {
    DatasetSynapses synapses = read.connected().read();
    Availability available = read.available();
    int width = available.classes().size();
    int radius = cell / width;
    int column = cell % width;
    return new AvailabilityRow(
        synapses.neurons().id(available.axon(axon)),
        synapses.axons().name(available.axon(axon)),
        radii[radius],
        available.classes().get(column),
        available.areaUm2(axon, radius, column),
        RowValues.orNull(available.shares(axon, radius)[column]),
        read.counts().count(axon, column),
        read.counts().synapses(axon),
        usage);
  }
}
