package org.connectarium.analysis.network.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.connectarium.analysis.network.ClassMatrix;
import org.connectarium.analysis.network.Distribution;
import org.connectarium.analysis.network.Network;
import org.connectarium.analysis.network.NetworkSummary;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.network.summary`, `matrix` and `degrees`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class NetworkProcedures {
  static final String DATASET = "Name of the (:Connectome).";

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// The row of `summary`.
  public record SummaryRow(
      @Description("Neurons of the data set.") long neurons,
      @Description("Neurons with a connection to or from another one.") long nodes,
      @Description("Connected ordered pairs of different neurons.") long edges,
      @Description("Neurons that connect to themselves; not among the edges.") long selfEdges,
      @Description("Sum of the weights of the edges.") double weight,
      @Description("Sum of the weights of self-connections.") double selfWeight,
      @Description("Edges over ordered pairs of nodes.") double density,
      @Description("Edges whose reverse is an edge too.") long reciprocalEdges,
      @Description("Their share of all edges.") double reciprocity,
      @Description("Weakly connected components of the nodes.") long components,
      @Description("Nodes of the largest one.") long largestComponent,
      @Description("Strongly connected components of the nodes.") long strongComponents,
      @Description("Nodes of the largest one.") long largestStrongComponent,
      @Description("Most edges that leave a neuron.") long maxOutDegree,
      @Description("Most edges that reach a neuron.") long maxInDegree) {
    static SummaryRow of(NetworkSummary s, double weight, double selfWeight) {
      return new SummaryRow(
          s.neurons(),
          s.nodes(),
          s.edges(),
          s.selfEdges(),
          weight,
          selfWeight,
          s.density(),
          s.reciprocalEdges(),
          s.reciprocity(),
          s.components(),
          s.largestComponent(),
          s.strongComponents(),
          s.largestStrongComponent(),
          s.maxOutDegree(),
          s.maxInDegree());
    }
  }

  /// A row of `matrix`.
  public record MatrixRow(
      @Description("Class of the neurons that send, empty for none.") String preClass,
      @Description("Class of the neurons that receive, empty for none.") String postClass,
      @Description("Connected ordered pairs of different neurons.") long connections,
      @Description("All ordered pairs of different neurons.") long pairs,
      @Description("Connections over pairs.") double probability,
      @Description("Sum of the weights of the connections.") double weight,
      @Description("Weight of a connection.") double meanWeight) {}

  /// A row of `degrees`.
  public record DegreeRow(
      @Description("outDegree, inDegree, outStrength or inStrength.") String quantity,
      @Description("The value.") double value,
      @Description("Neurons that have it.") long neurons,
      @Description("Share of neurons with this value or a larger one.") double atLeast) {}

  @Procedure(name = "connectome.network.summary", mode = Mode.READ)
  @Description("Basic numbers of a data set as a graph.")
  public Stream<SummaryRow> summary(
      @Name(value = "dataset", description = DATASET) String dataset,
      @Name(value = "options", defaultValue = "{}", description = NetworkOptions.SHARED + ".")
          Map<String, Object> options) {
    DatasetNetwork read = new NetworkOptions(options).read(reader(), dataset);
    Network network = read.network();
    double weight = 0;
    for (int v = 0; v < network.nodes(); v++) {
      weight += network.outStrength(v);
    }
    return Stream.of(SummaryRow.of(NetworkSummary.of(network), weight, read.selfWeight()));
  }

  @Procedure(name = "connectome.network.matrix", mode = Mode.READ)
  @Description("How strongly each class of neurons connects to each; every pair of classes.")
  public Stream<MatrixRow> matrix(
      @Name(value = "dataset", description = DATASET) String dataset,
      @Name(value = "options", defaultValue = "{}", description = NetworkOptions.SHARED + ".")
          Map<String, Object> options) {
    DatasetNetwork read = new NetworkOptions(options).read(reader(), dataset);
    List<String> names = List.copyOf(new TreeSet<>(read.classes()));
    int[] classes = read.classes().stream().mapToInt(names::indexOf).toArray();
    return ClassMatrix.of(read.network(), classes, names.size()).stream()
        .map(
            f ->
                new MatrixRow(
                    names.get(f.pre()),
                    names.get(f.post()),
                    f.connections(),
                    f.pairs(),
                    f.probability(),
                    f.weight(),
                    f.meanWeight()));
  }

  @Procedure(name = "connectome.network.degrees", mode = Mode.READ)
  @Description("Distributions of degrees (connections) and strengths (weights) of neurons.")
  public Stream<DegreeRow> degrees(
      @Name(value = "dataset", description = DATASET) String dataset,
      @Name(value = "options", defaultValue = "{}", description = NetworkOptions.SHARED + ".")
          Map<String, Object> options) {
    Network network = new NetworkOptions(options).read(reader(), dataset).network();
    List<DegreeRow> rows = new ArrayList<>();
    for (Distribution.Quantity quantity : Arrays.asList(Distribution.Quantity.values())) {
      for (Distribution.Bin bin : Distribution.of(network, quantity)) {
        rows.add(new DegreeRow(quantity.label(), bin.value(), bin.nodes(), bin.atLeast()));
      }
    }
    return rows.stream();
  }

  private NetworkReader reader() {
    return new NetworkReader(transaction, terminationGuard::check);
  }
}
