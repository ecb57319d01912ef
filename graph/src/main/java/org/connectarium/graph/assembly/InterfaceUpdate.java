package org.connectarium.graph.assembly;

import static org.connectarium.graph.assembly.ConnectomeUpkeep.one;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.connectarium.graph.assembly.ConnectomeUpkeep.Pair;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Measures interfaces of synapses again where an edit may have changed them although it left their
/// synaptic contacts alone: it may have moved other segments of the axon or of the spine head.
final class InterfaceUpdate {
  private static final String ASI = "asiUm2";

  private final Transaction tx;
  private final double asiFactor;
  private final SpineInterface interfaces = new SpineInterface();
  private final Set<Pair> changed = new LinkedHashSet<>();

  InterfaceUpdate(Transaction tx, AssembledConnectome connectome) {
    this.tx = tx;
    this.asiFactor = connectome.options().asiFactor();
  }

  /// Measures all synapses of the agglomerates that an edit touched, as far as that is needed.
  void update(Set<Node> touched) {
    for (Node node : touched) {
      for (Relationship pre : node.getRelationships(Direction.OUTGOING, GraphSchema.PRE)) {
        measure(pre.getEndNode(), 1);
      }
      for (Relationship post : node.getRelationships(Direction.INCOMING, GraphSchema.POST)) {
        measure(post.getStartNode(), 2); // the axon is the same, so the head must have parts
      }
    }
    changed.forEach(this::sum);
  }

  private void measure(Node synapse, int leastSegments) {
    if (!synapse.hasProperty(ASI)) {
      return;
    }
    Node head = head(synapse).orElseThrow();
    if (head.getDegree(GraphSchema.IN_HEAD, Direction.INCOMING) < leastSegments) {
      return;
    }
    long pre = NodeId.ofStart(one(synapse, GraphSchema.PRE, Direction.INCOMING));
    long post = NodeId.ofEnd(one(synapse, GraphSchema.POST, Direction.OUTGOING));
    double area = asiFactor * interfaces.areaUm2(head, pre, post);
    if (area != (double) synapse.getProperty(ASI)) {
      synapse.setProperty(ASI, area);
      changed.add(new Pair(pre, post));
    }
  }

  private static Optional<Node> head(Node synapse) {
    for (Relationship of : synapse.getRelationships(Direction.INCOMING, GraphSchema.SUPPORTS)) {
      Optional<Node> head = SiteWriter.head(of.getStartNode());
      if (head.isPresent()) {
        return head;
      }
    }
    return Optional.empty();
  }

  private void sum(Pair pair) {
    Node axon = NodeId.node(tx, pair.pre());
    Map<Long, Node> synapses = new TreeMap<>();
    for (Relationship pre : axon.getRelationships(Direction.OUTGOING, GraphSchema.PRE)) {
      Node synapse = pre.getEndNode();
      if (NodeId.ofEnd(one(synapse, GraphSchema.POST, Direction.OUTGOING)) == pair.post()) {
        synapses.put((long) synapse.getProperty("id"), synapse);
      }
    }
    if (synapses.values().stream().allMatch(s -> s.hasProperty(ASI))) {
      double sum = 0;
      for (Node synapse : synapses.values()) {
        sum += (double) synapse.getProperty(ASI);
      }
      for (Relationship onto :
          axon.getRelationships(Direction.OUTGOING, GraphSchema.SYNAPSES_ONTO)) {
        if (NodeId.ofEnd(onto) == pair.post()) {
          onto.setProperty(ASI, sum);
        }
      }
    }
  }
}
