package org.connectarium.analysis.synapses.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// The neurons of a data set, numbered 0, 1, 2, … in the order of their ids: integers first, each
/// rising.
public final class DatasetNeurons {
  private static final String NEURONS =
      "MATCH (n:Neuron) WHERE n.dataset = $dataset AND n.id IS NOT NULL RETURN n";

  private final String dataset;
  private final List<Object> ids = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final LongIntHashMap numbers = new LongIntHashMap();

  private DatasetNeurons(String dataset) {
    this.dataset = dataset;
  }

  private record Neuron(Node node, Object id) {}

  /// Finds the neurons of a data set.
  ///
  /// @throws GraphException if there is no such data set, or it was not written to its end
  public static DatasetNeurons find(Transaction tx, String dataset) {
    requireWhole(tx, dataset);
    List<Neuron> found = new ArrayList<>();
    try (var rows = tx.execute(NEURONS, Map.of("dataset", dataset))) {
      rows.<Node>columnAs("n")
          .forEachRemaining(node -> found.add(new Neuron(node, node.getProperty("id"))));
    }
    found.sort(
        Comparator.comparing((Neuron n) -> n.id() instanceof String)
            .thenComparingLong(n -> n.id() instanceof Number id ? id.longValue() : 0)
            .thenComparing(n -> n.id() instanceof String id ? id : ""));
    DatasetNeurons neurons = new DatasetNeurons(dataset);
    for (Neuron neuron : found) {
      neurons.numbers.put(NodeId.of(neuron.node()), neurons.ids.size());
      neurons.ids.add(neuron.id());
      neurons.nodes.add(neuron.node());
    }
    return neurons;
  }

  /// Name of the data set.
  public String dataset() {
    return dataset;
  }

  /// How many there are.
  public int size() {
    return ids.size();
  }

  /// Their ids by their numbers, `Long` or `String`.
  public List<Object> ids() {
    return List.copyOf(ids);
  }

  /// The id of a neuron.
  public Object id(int number) {
    return ids.get(number);
  }

  /// The node of a neuron.
  public Node node(int number) {
    return nodes.get(number);
  }

  /// The number of the neuron of a node.
  ///
  /// @param nodeId as [NodeId] has it
  /// @throws GraphException if it is of no neuron of the data set
  public int number(long nodeId) {
    int number = numbers.getIfAbsent(nodeId, -1);
    if (number < 0) {
      throw new GraphException(
          "A connection leads out of data set \"" + dataset + "\"; import it again");
    }
    return number;
  }

  /// A property of each neuron as text, empty where it has none.
  public List<String> texts(String property) {
    return nodes.stream().map(node -> String.valueOf(node.getProperty(property, ""))).toList();
  }

  private static void requireWhole(Transaction tx, String dataset) {
    Node node = tx.findNode(GraphSchema.CONNECTOME, "name", dataset);
    if (node == null) {
      Set<String> known = new TreeSet<>();
      try (var all = tx.findNodes(GraphSchema.CONNECTOME)) {
        all.forEachRemaining(other -> known.add((String) other.getProperty("name")));
      }
      throw new GraphException(
          "No data set \"%s\"; there is %s"
              .formatted(dataset, known.isEmpty() ? "none" : String.join(", ", known)));
    }
    if (!"complete".equals(node.getProperty("state", ""))) {
      throw new GraphException(
          "Data set \"" + dataset + "\" was not written to its end; import it again");
    }
  }
}
