package org.connectarium.graph.assembly;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;
import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.Values;

/// Writes synapses and connections of the assembled connectome within one transaction.
final class SiteWriter {
  private final Transaction tx;
  private final AssembledConnectome connectome;
  private final double asiFactor;
  private final SpineInterface interfaces = new SpineInterface();

  SiteWriter(Transaction tx, AssembledConnectome connectome) {
    this.tx = tx;
    this.connectome = connectome;
    this.asiFactor = connectome.options().asiFactor();
  }

  /// What a synapse sits on, if that is known.
  static Optional<SiteKind> kind(boolean soma, long head, boolean primary, boolean headsKnown) {
    if (soma) {
      return Optional.of(SiteKind.SOMA);
    }
    if (head != 0) {
      return Optional.of(primary ? SiteKind.PRIMARY_SPINE : SiteKind.SECONDARY_SPINE);
    }
    return headsKnown ? Optional.of(SiteKind.SHAFT) : Optional.empty();
  }

  /// Writes a synapse between the agglomerates of its contacts, which are there.
  ///
  /// @param contacts the nodes of its contacts by their numbers
  /// @return its interface area in µm² if it is on a spine head
  OptionalDouble write(Site site, Optional<SiteKind> kind, Map<Long, Node> contacts) {
    Node synapse = tx.createNode(GraphSchema.SYNAPSE);
    synapse.setProperty("dataset", connectome.name());
    synapse.setProperty("id", site.id());
    synapse.setProperty("p", site.p());
    synapse.setProperty("areaUm2", site.areaUm2());
    synapse.setProperty("contacts", (long) site.contacts().size());
    synapse.setProperty("x", site.xNm());
    synapse.setProperty("y", site.yNm());
    synapse.setProperty("z", site.zNm());
    synapse.setProperty(
        "position",
        Values.pointValue(
            CoordinateReferenceSystem.CARTESIAN_3D, site.xNm(), site.yNm(), site.zNm()));
    kind.ifPresent(k -> synapse.setProperty("kind", k.word()));
    NodeId.node(tx, site.pre()).createRelationshipTo(synapse, GraphSchema.PRE);
    synapse.createRelationshipTo(NodeId.node(tx, site.post()), GraphSchema.POST);
    for (Evidence evidence : site.contacts()) {
      Objects.requireNonNull(contacts.get(evidence.number()))
          .createRelationshipTo(synapse, GraphSchema.SUPPORTS);
    }
    if (kind.filter(SiteKind::isSpine).isEmpty()) {
      return OptionalDouble.empty();
    }
    Evidence onHead = site.contacts().stream().filter(e -> e.head() != 0).findFirst().orElseThrow();
    Node head = head(Objects.requireNonNull(contacts.get(onHead.number()))).orElseThrow();
    double asi = asiFactor * interfaces.areaUm2(head, site.pre(), site.post());
    synapse.setProperty("asiUm2", asi);
    return OptionalDouble.of(asi);
  }

  /// Writes a connection.
  void write(Connection connection) {
    Relationship onto =
        NodeId.node(tx, connection.pre())
            .createRelationshipTo(NodeId.node(tx, connection.post()), GraphSchema.SYNAPSES_ONTO);
    onto.setProperty("count", connection.count());
    onto.setProperty("areaUm2", connection.areaUm2());
    connection.asiUm2().ifPresent(area -> onto.setProperty("asiUm2", area));
  }

  /// The spine head that a contact is on.
  static Optional<Node> head(Node contact) {
    Relationship in =
        contact
            .getSingleRelationship(GraphSchema.TO, Direction.OUTGOING)
            .getEndNode()
            .getSingleRelationship(GraphSchema.IN_HEAD, Direction.OUTGOING);
    return Optional.ofNullable(in).map(Relationship::getEndNode);
  }
}
