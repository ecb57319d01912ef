package org.connectarium.graph.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/// Keeps the assembled connectome in step with an edit, within its transaction: afterwards the
/// graph holds what assembling afresh would make.
///
/// Cost: the synaptic contacts of the agglomerates that the edit touches are read; what is written
/// are the synapses of pairs of agglomerates whose contacts have changed.
public final class ConnectomeUpkeep {
  private final Transaction tx;
  private final Optional<AssembledConnectome> connectome;
  private final Set<Node> before;

  /// Two agglomerates by their handles; of contacts within one the same twice.
  record Pair(long pre, long post) {}

  /// A contact, and the pairs it was and is between.
  record Moved(Node contact, Pair was, Pair is) {}

  private ConnectomeUpkeep(Transaction tx, Set<Node> before) {
    this.tx = tx;
    this.connectome = AssembledConnectome.find(tx);
    this.before = before;
  }

  /// Begins before an edit changes anything.
  ///
  /// @param tops agglomerates that it may change
  public static ConnectomeUpkeep before(Transaction tx, Set<Node> tops) {
    return new ConnectomeUpkeep(tx, tops);
  }

  /// Follows the edit.
  ///
  /// @param after the agglomerates that its segments are of now
  public void follow(Set<Node> after) {
    if (connectome.isEmpty()) {
      return;
    }
    if (!connectome.get().isComplete()) { // to be assembled anew; but no part may stay a neuron
      before.stream().filter(n -> !after.contains(n)).forEach(AssembledNeuron::unmark);
      return;
    }
    Set<Node> touched = new LinkedHashSet<>(before);
    touched.addAll(after);
    List<Moved> contacts = contacts(touched);
    Set<Pair> changed = new LinkedHashSet<>();
    for (Moved contact : contacts) {
      if (!contact.is.equals(contact.was)) {
        changed.add(contact.was);
        changed.add(contact.is);
      }
    }
    contacts.removeIf(c -> !changed.contains(c.was) && !changed.contains(c.is));
    new PairUpdate(tx, connectome.get()).update(touched, contacts, changed);
    new InterfaceUpdate(tx, connectome.get()).update(touched);
  }

  private static List<Moved> contacts(Set<Node> touched) {
    Map<Node, Long> tops = new HashMap<>();
    List<Moved> contacts = new ArrayList<>();
    Set<Node> synapses = new LinkedHashSet<>();
    for (Node node : touched) {
      Pair itself = new Pair(NodeId.of(node), NodeId.of(node));
      for (Relationship in : node.getRelationships(Direction.INCOMING, GraphSchema.WITHIN)) {
        contacts.add(new Moved(in.getStartNode(), itself, pair(in.getStartNode(), tops)));
      }
      for (Relationship pre : node.getRelationships(Direction.OUTGOING, GraphSchema.PRE)) {
        synapses.add(pre.getEndNode());
      }
      for (Relationship post : node.getRelationships(Direction.INCOMING, GraphSchema.POST)) {
        synapses.add(post.getStartNode());
      }
    }
    for (Node synapse : synapses) {
      Pair was =
          new Pair(
              NodeId.ofStart(one(synapse, GraphSchema.PRE, Direction.INCOMING)),
              NodeId.ofEnd(one(synapse, GraphSchema.POST, Direction.OUTGOING)));
      for (Relationship of : synapse.getRelationships(Direction.INCOMING, GraphSchema.SUPPORTS)) {
        contacts.add(new Moved(of.getStartNode(), was, pair(of.getStartNode(), tops)));
      }
    }
    return contacts;
  }

  private static Pair pair(Node contact, Map<Node, Long> tops) {
    return new Pair(
        top(one(contact, GraphSchema.FROM, Direction.OUTGOING).getEndNode(), tops),
        top(one(contact, GraphSchema.TO, Direction.OUTGOING).getEndNode(), tops));
  }

  private static long top(Node segment, Map<Node, Long> tops) {
    return tops.computeIfAbsent(segment, s -> NodeId.of(Ancestry.top(s)));
  }

  static Relationship one(Node node, RelationshipType type, Direction direction) {
    return node.getSingleRelationship(type, direction);
  }
}
