package org.connectarium.analysis.comparison.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.connectarium.analysis.comparison.graph.ComparisonOptions.Test;
import org.connectarium.analysis.comparison.graph.SideBySide.SampleName;
import org.connectarium.analysis.innervation.graph.InnervationOptions;
import org.connectarium.analysis.innervation.graph.Populations;
import org.connectarium.graph.connectome.SizeMeasure;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.comparison.fractions`, `synapseNumbers` and `sizes`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class ComparisonProcedures {
  static final String FIRST = "Name of a (:Connectome).";
  static final String SECOND = "Name of another one.";

  private static final String SIZE = "size";

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  @Procedure(name = "connectome.comparison.fractions", mode = Mode.READ)
  @Description("Fractions of synapses onto each target class, of two data sets, axon by axon.")
  public Stream<ComparisonRow> fractions(
      @Name(value = "first", description = FIRST) String first,
      @Name(value = "second", description = SECOND) String second,
      @Name(
              value = "options",
              defaultValue = "{}",
              description = ComparisonOptions.TEST + InnervationOptions.DRAWS + ".")
          Map<String, Object> options) {
    InnervationOptions o = ComparisonOptions.ofAxons(options);
    return compare(first, second, o, AxonSamples::fractions);
  }

  @Procedure(name = "connectome.comparison.synapseNumbers", mode = Mode.READ)
  @Description("Synapses of axons and of connections, of two data sets.")
  public Stream<ComparisonRow> synapseNumbers(
      @Name(value = "first", description = FIRST) String first,
      @Name(value = "second", description = SECOND) String second,
      @Name(
              value = "options",
              defaultValue = "{}",
              description = ComparisonOptions.TEST + InnervationOptions.DRAWS + ".")
          Map<String, Object> options) {
    InnervationOptions o = ComparisonOptions.ofAxons(options);
    return compare(first, second, o, AxonSamples::synapseNumbers);
  }

  @Procedure(name = "connectome.comparison.sizes", mode = Mode.READ)
  @Description("Sizes of synapses, of two data sets: of each axon the mean logarithm to base 10.")
  public Stream<ComparisonRow> sizes(
      @Name(value = "first", description = FIRST) String first,
      @Name(value = "second", description = SECOND) String second,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "size (asiUm2; psdUm2, psdPixels, spineVolumeUm3, spineVolumeVoxels or sections), "
                      + ComparisonOptions.TEST
                      + InnervationOptions.DRAWS
                      + ".")
          Map<String, Object> options) {
    InnervationOptions o = ComparisonOptions.ofAxons(options, SIZE);
    SizeMeasure size = o.synapses().size(SIZE, SizeMeasure.ASI_UM2);
    return compare(
        first, second, o.withSize(size), populations -> AxonSamples.logSizes(populations, size));
  }

  private Stream<ComparisonRow> compare(
      String first,
      String second,
      InnervationOptions o,
      Function<Populations, Map<SampleName, Sample>> samples) {
    Test test = ComparisonOptions.test(o, terminationGuard::check);
    Populations a = Populations.read(transaction, first, o, test.workers());
    Populations b = Populations.read(transaction, second, o, test.workers());
    return new SideBySide(first, second, usage(a, b))
        .rows(samples.apply(a), samples.apply(b), test);
  }

  static Map<String, Object> usage(Populations a, Populations b) {
    Map<String, Object> usage = new LinkedHashMap<>();
    usage.put("first", a.usage());
    usage.put("second", b.usage());
    return usage;
  }
}
