package org.connectarium.graph.assembly;

import static org.connectarium.graph.assembly.ConnectomeUpkeep.one;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectarium.graph.assembly.ConnectomeUpkeep.Moved;
import org.connectarium.graph.assembly.ConnectomeUpkeep.Pair;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Makes the synapses and connections of some pairs of agglomerates anew.
final class PairUpdate {
  private final Transaction tx;
  private final AssembledConnectome connectome;
  private final boolean headsKnown;
  private final Set<Place> places = new LinkedHashSet<>();

  /* A spine head, as far as it is of one agglomerate. */
  private record Place(Node head, long post) {}

  PairUpdate(Transaction tx, AssembledConnectome connectome) {
    this.tx = tx;
    this.connectome = connectome;
    this.headsKnown = connectome.headsKnown();
  }

  /// Updates pairs.
  ///
  /// @param touched agglomerates that may be neurons no more
  /// @param contacts all that were or are between the pairs
  /// @param pairs those to make anew
  void update(Set<Node> touched, List<Moved> contacts, Set<Pair> pairs) {
    Set<Node> neurons = new LinkedHashSet<>(touched);
    for (Pair pair : pairs) {
      neurons.add(NodeId.node(tx, pair.pre()));
      neurons.add(NodeId.node(tx, pair.post()));
    }
    contacts.forEach(this::notePlaces);
    remove(contacts, pairs);
    write(contacts);
    places.forEach(this::rank);
    neurons.forEach(AssembledNeuron::forget);
    int more = neurons.stream().mapToInt(n -> AssembledNeuron.mark(n, connectome.name())).sum();
    connectome.add(AssembledConnectome.NEURONS, more);
  }

  private void notePlaces(Moved contact) {
    SiteWriter.head(contact.contact())
        .ifPresent(
            head -> {
              places.add(new Place(head, contact.was().post()));
              places.add(new Place(head, contact.is().post()));
            });
  }

  private void remove(List<Moved> contacts, Set<Pair> pairs) {
    Set<Node> synapses = new LinkedHashSet<>();
    long within = 0;
    for (Moved contact : contacts) {
      for (Relationship of :
          contact
              .contact()
              .getRelationships(Direction.OUTGOING, GraphSchema.SUPPORTS, GraphSchema.WITHIN)) {
        if (of.isType(GraphSchema.SUPPORTS)) {
          synapses.add(of.getEndNode());
        } else {
          within++;
        }
        of.delete();
      }
    }
    for (Node synapse : synapses) {
      one(synapse, GraphSchema.PRE, Direction.INCOMING).delete();
      one(synapse, GraphSchema.POST, Direction.OUTGOING).delete();
      synapse.delete();
    }
    connectome.add(AssembledConnectome.SYNAPSES, -synapses.size());
    connectome.add(AssembledConnectome.CONTACTS_WITHIN, -within);
    connectome.add(AssembledConnectome.CONNECTIONS, -removeConnections(pairs));
  }

  private long removeConnections(Set<Pair> pairs) {
    Map<Long, Set<Long>> targets = new HashMap<>();
    for (Pair pair : pairs) {
      targets.computeIfAbsent(pair.pre(), p -> new HashSet<>()).add(pair.post());
    }
    long removed = 0;
    for (Map.Entry<Long, Set<Long>> of : targets.entrySet()) {
      for (Relationship onto :
          NodeId.node(tx, of.getKey())
              .getRelationships(Direction.OUTGOING, GraphSchema.SYNAPSES_ONTO)) {
        if (of.getValue().contains(NodeId.ofEnd(onto))) {
          onto.delete();
          removed++;
        }
      }
    }
    return removed;
  }

  private void write(List<Moved> contacts) {
    Map<Long, Node> nodes = new HashMap<>();
    List<Evidence> between = new ArrayList<>();
    long within = 0;
    for (Moved moved : contacts) {
      Evidence evidence = evidence(moved);
      nodes.put(evidence.number(), moved.contact());
      if (evidence.pre() == evidence.post()) {
        moved.contact().createRelationshipTo(NodeId.node(tx, evidence.pre()), GraphSchema.WITHIN);
        within++;
      } else {
        between.add(evidence);
      }
    }
    SiteWriter writer = new SiteWriter(tx, connectome);
    List<Connection.Part> parts = new ArrayList<>();
    for (Site site : Sites.of(between, connectome.options().linkNm())) {
      var kind = SiteWriter.kind(site.soma(), site.head(), false, headsKnown);
      parts.add(new Connection.Part(site, writer.write(site, kind, nodes)));
    }
    List<Connection> connections = Connection.of(parts);
    connections.forEach(writer::write);
    connectome.add(AssembledConnectome.SYNAPSES, parts.size());
    connectome.add(AssembledConnectome.CONTACTS_WITHIN, within);
    connectome.add(AssembledConnectome.CONNECTIONS, connections.size());
  }

  private static Evidence evidence(Moved moved) {
    Node contact = moved.contact();
    return new Evidence(
        (long) contact.getProperty("number"),
        moved.is().pre(),
        moved.is().post(),
        SiteWriter.head(contact).map(head -> (long) head.getProperty("id")).orElse(0L),
        (boolean) contact.getProperty("soma"),
        (double) contact.getProperty("p"),
        (double) contact.getProperty("areaUm2"),
        (double) contact.getProperty("x"),
        (double) contact.getProperty("y"),
        (double) contact.getProperty("z"));
  }

  /* Says of the synapses of a head which is the primary one. */
  private void rank(Place place) {
    Map<Long, Node> synapses = new HashMap<>();
    for (Relationship in : place.head.getRelationships(Direction.INCOMING, GraphSchema.IN_HEAD)) {
      for (Relationship to :
          in.getStartNode().getRelationships(Direction.INCOMING, GraphSchema.TO)) {
        Relationship of = one(to.getStartNode(), GraphSchema.SUPPORTS, Direction.OUTGOING);
        if (of != null && isAt(of.getEndNode(), place.post)) {
          synapses.put((long) of.getEndNode().getProperty("id"), of.getEndNode());
        }
      }
    }
    Collection<SpineRanks.Synapse> ranked =
        synapses.entrySet().stream()
            .map(
                s ->
                    new SpineRanks.Synapse(
                        s.getKey(),
                        (long) place.head.getProperty("id"),
                        place.post,
                        (double) s.getValue().getProperty("p"),
                        (double) s.getValue().getProperty("areaUm2")))
            .toList();
    Set<Long> primary = SpineRanks.primary(ranked);
    synapses.forEach(
        (id, synapse) -> {
          boolean soma = SiteKind.SOMA.word().equals(synapse.getProperty("kind"));
          SiteWriter.kind(soma, (long) place.head.getProperty("id"), primary.contains(id), true)
              .filter(kind -> !kind.word().equals(synapse.getProperty("kind", "")))
              .ifPresent(
                  kind -> {
                    synapse.setProperty("kind", kind.word());
                    AssembledNeuron.forget(
                        one(synapse, GraphSchema.PRE, Direction.INCOMING).getStartNode());
                  });
        });
  }

  private static boolean isAt(Node synapse, long post) {
    return NodeId.ofEnd(one(synapse, GraphSchema.POST, Direction.OUTGOING)) == post;
  }
}
