package org.connectarium.analysis.network.graph;

import java.util.LinkedHashSet;
import java.util.Set;
import org.connectarium.analysis.network.Network;
import org.connectarium.analysis.synapses.graph.DatasetNeurons;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/// Reads the connections of a data set as a graph, in one pass.
///
/// Memory: some 200 bytes a neuron and 50 a connection.
public final class NetworkReader {
  /// Name of the weight that makes every connection 1.
  public static final String NO_WEIGHT = "none";

  private final Transaction tx;
  private final Runnable stop;

  /// @param stop asked at each neuron; throws to end the work
  public NetworkReader(Transaction tx, Runnable stop) {
    this.tx = tx;
    this.stop = stop;
  }

  /// Reads a data set.
  ///
  /// @param gapJunctions take these in place of chemical connections; rows of one pair add up
  /// @param weight property of connections, or [#NO_WEIGHT]
  /// @throws GraphException if there is no such data set, it was not written to its end, or a
  ///     connection lacks the weight
  public DatasetNetwork read(String dataset, boolean gapJunctions, String weight) {
    DatasetNeurons neurons = DatasetNeurons.find(tx, dataset);
    RelationshipType type = gapJunctions ? GraphSchema.GAP_JUNCTION : GraphSchema.SYNAPSES_ONTO;
    Edges edges = new Edges(dataset, weight);
    for (int v = 0; v < neurons.size(); v++) {
      stop.run();
      edges.begin();
      for (Relationship r : neurons.node(v).getRelationships(Direction.OUTGOING, type)) {
        edges.add(v, neurons.number(NodeId.ofEnd(r)), r);
      }
    }
    return new DatasetNetwork(
        edges.network(neurons.size()), neurons.ids(), neurons.texts("class"), edges.selfWeight);
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
