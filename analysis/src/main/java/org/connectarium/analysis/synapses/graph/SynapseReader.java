package org.connectarium.analysis.synapses.graph;

import java.util.Map;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/// Reads the synapses of a data set in one pass, axon by axon. A data set that has no single
/// synapses but counts of them gives as many rows as it counts.
///
/// Memory: some 200 bytes a neuron and 50 a synapse.
public final class SynapseReader {
  private static final String COUNT =
      "MATCH (s:Synapse) WHERE s.dataset = $dataset AND s.id IS NOT NULL RETURN count(s) AS n";
  private static final String CONNECTION_COUNT = "count";

  private final Transaction tx;
  private final Runnable stop;

  /// @param stop asked at each neuron; throws to end the work
  public SynapseReader(Transaction tx, Runnable stop) {
    this.tx = tx;
    this.stop = stop;
  }

  /// Reads a data set.
  ///
  /// @throws GraphException if there is no such data set, it was not written to its end, it has
  ///     no synapses, no neuron that receives has a class, or a probability is not in 0…1
  public DatasetSynapses read(String dataset, SynapseChoice choice) {
    DatasetNeurons neurons = DatasetNeurons.find(tx, dataset);
    long synapses;
    try (var counted = tx.execute(COUNT, Map.of("dataset", dataset))) {
      synapses = counted.<Long>columnAs("n").next();
    }
    boolean fromCounts = synapses == 0;
    NeuronClasses axons =
        classes(
            neurons,
            choice.axonProperty(),
            fromCounts ? GraphSchema.SYNAPSES_ONTO : GraphSchema.PRE,
            Direction.OUTGOING,
            true);
    NeuronClasses targets =
        classes(
            neurons,
            choice.targetProperty(),
            fromCounts ? GraphSchema.SYNAPSES_ONTO : GraphSchema.POST,
            Direction.INCOMING,
            choice.unclassed());
    if (axons.names().isEmpty()) {
      throw new GraphException("Data set \"" + dataset + "\" has no synapses");
    }
    if (targets.names().isEmpty()) {
      throw new GraphException(
          "No neuron of data set \"%s\" that receives synapses has a %s; choose another property, or take those without (unclassed: true)"
              .formatted(dataset, choice.targetProperty()));
    }
    SynapseRows rows = new SynapseRows(choice, targets, fromCounts ? 0 : synapses);
    for (int v = 0; v < neurons.size(); v++) {
      stop.run();
      if (fromCounts) {
        addCounts(neurons, v, rows);
      } else {
        addSynapses(neurons, v, rows);
      }
    }
    return rows.finish(neurons, axons, fromCounts ? 0 : synapses, fromCounts);
  }

  private NeuronClasses classes(
      DatasetNeurons neurons,
      String property,
      RelationshipType type,
      Direction direction,
      boolean unclassed) {
    return NeuronClasses.of(
        neurons, property, v -> neurons.node(v).hasRelationship(direction, type), unclassed);
  }

  private static void addSynapses(DatasetNeurons neurons, int pre, SynapseRows rows) {
    IntArrayList receivers = new IntArrayList(4);
    for (Relationship sends :
        neurons.node(pre).getRelationships(Direction.OUTGOING, GraphSchema.PRE)) {
      Node synapse = sends.getEndNode();
      receivers.clear();
      for (Relationship r : synapse.getRelationships(Direction.OUTGOING, GraphSchema.POST)) {
        receivers.add(neurons.number(NodeId.ofEnd(r)));
      }
      rows.add(pre, receivers, synapse);
    }
  }

  private static void addCounts(DatasetNeurons neurons, int pre, SynapseRows rows) {
    for (Relationship r :
        neurons.node(pre).getRelationships(Direction.OUTGOING, GraphSchema.SYNAPSES_ONTO)) {
      if (!(r.getProperty(CONNECTION_COUNT, null) instanceof Number count)) {
        throw new GraphException(
            "Data set \"%s\" has neither synapses nor counts of them; its connections have only %s"
                .formatted(neurons.dataset(), String.join(", ", r.getPropertyKeys())));
      }
      rows.addCounted(pre, neurons.number(NodeId.ofEnd(r)), count.longValue());
    }
  }
}
