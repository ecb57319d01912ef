package org.connectarium.analysis.network.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.connectarium.analysis.network.Network;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/// Reads the connections of a data set as a graph, in one pass.
///
/// Memory: some 200 bytes a neuron and 50 a connection.
public final class NetworkReader {
  /// Name of the weight that makes every connection 1.
  public static final String NO_WEIGHT = "none";

  private static final String NEURONS =
      "MATCH (n:Neuron) WHERE n.dataset = $dataset AND n.id IS NOT NULL RETURN n";

  private final Transaction tx;
  private final Runnable stop;

  /// @param stop asked at each neuron; throws to end the work
  public NetworkReader(Transaction tx, Runnable stop) {
    this.tx = tx;
    this.stop = stop;
  }

  private record Neuron(Node node, Object id) {}

  /// Reads a data set.
  ///
  /// @param gapJunctions take these in place of chemical connections; rows of one pair add up
  /// @param weight property of connections, or [#NO_WEIGHT]
  /// @throws GraphException if there is no such data set, it was not written to its end, or a
  ///     connection lacks the weight
  public DatasetNetwork read(String dataset, boolean gapJunctions, String weight) {
    requireWhole(dataset);
    List<Neuron> neurons = neurons(dataset);
    LongIntHashMap numbers = new LongIntHashMap();
    for (int v = 0; v < neurons.size(); v++) {
      numbers.put(NodeId.of(neurons.get(v).node()), v);
    }
    RelationshipType type = gapJunctions ? GraphSchema.GAP_JUNCTION : GraphSchema.SYNAPSES_ONTO;
    Edges edges = new Edges(dataset, weight);
    List<Object> ids = new ArrayList<>();
    List<String> classes = new ArrayList<>();
    for (int v = 0; v < neurons.size(); v++) {
      stop.run();
      Node node = neurons.get(v).node();
      ids.add(neurons.get(v).id());
      classes.add(String.valueOf(node.getProperty("class", "")));
      edges.begin();
      for (Relationship r : node.getRelationships(Direction.OUTGOING, type)) {
        edges.add(v, numbers.getIfAbsent(NodeId.ofEnd(r), -1), r);
      }
    }
    return new DatasetNetwork(edges.network(neurons.size()), ids, classes, edges.selfWeight);
  }

  private List<Neuron> neurons(String dataset) {
    List<Neuron> neurons = new ArrayList<>();
    try (var found = tx.execute(NEURONS, Map.of("dataset", dataset))) {
      found
          .<Node>columnAs("n")
          .forEachRemaining(node -> neurons.add(new Neuron(node, node.getProperty("id"))));
    }
    neurons.sort(
        Comparator.comparing((Neuron n) -> n.id() instanceof String)
            .thenComparingLong(n -> n.id() instanceof Number id ? id.longValue() : 0)
            .thenComparing(n -> n.id() instanceof String id ? id : ""));
    return neurons;
  }

  private void requireWhole(String dataset) {
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

  /* The edges that were read; those of one pair add up. */
  private static final class Edges {
    private final String dataset;
    private final String weight;
    private final IntArrayList from = new IntArrayList();
    private final IntArrayList to = new IntArrayList();
    private final DoubleArrayList weights = new DoubleArrayList();
    private final LongIntHashMap ofNeuron = new LongIntHashMap();
    private double selfWeight;

    Edges(String dataset, String weight) {
      this.dataset = dataset;
      this.weight = weight;
    }

    void begin() {
      ofNeuron.clear();
    }

    void add(int v, int w, Relationship r) {
      if (w < 0) {
        throw new GraphException(
            "A connection leads out of data set \"" + dataset + "\"; import it again");
      }
      double value = weight.equals(NO_WEIGHT) ? 1 : value(r);
      selfWeight += v == w ? value : 0;
      int known = ofNeuron.getIfAbsent(w, -1);
      if (known >= 0) {
        weights.set(known, weights.get(known) + value);
        return;
      }
      ofNeuron.put(w, from.size());
      from.add(v);
      to.add(w);
      weights.add(value);
    }

    private double value(Relationship r) {
      Object value = r.getProperty(weight, null);
      if (value instanceof Number number) {
        return number.doubleValue();
      }
      Set<String> there = new LinkedHashSet<>();
      r.getPropertyKeys().forEach(there::add);
      there.add(NO_WEIGHT);
      throw new GraphException(
          "A connection of data set \"%s\" has no %s; give the option weight: %s"
              .formatted(dataset, weight, String.join(" or ", there)));
    }

    Network network(int nodes) {
      return Network.of(nodes, from.toArray(), to.toArray(), weights.toArray());
    }
  }
}
