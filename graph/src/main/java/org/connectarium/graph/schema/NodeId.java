package org.connectarium.graph.schema;

import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// The store's own number of a node: a primitive handle for the millions of nodes that do not
/// fit into memory as objects, valid as long as the node exists.
///
/// Neo4j means to replace these numbers by text ids some day; they are used here only.
@SuppressWarnings("removal") // the text ids cost a parse and an object per node
public final class NodeId {
  private NodeId() {}

  public static long of(Node node) {
    return node.getId();
  }

  public static long ofStart(Relationship relationship) {
    return relationship.getStartNodeId();
  }

  public static long ofEnd(Relationship relationship) {
    return relationship.getEndNodeId();
  }

  /// The same for a relationship.
  public static long of(Relationship relationship) {
    return relationship.getId();
  }

  /// The relationship of such a number.
  ///
  /// @throws org.neo4j.graphdb.NotFoundException if there is no such relationship any more
  public static Relationship relationship(Transaction tx, long relationshipId) {
    return tx.getRelationshipById(relationshipId);
  }

  /// The node of a handle.
  ///
  /// @throws org.neo4j.graphdb.NotFoundException if there is no such node any more
  public static Node node(Transaction tx, long nodeId) {
    return tx.getNodeById(nodeId);
  }
}
