package org.connectarium.graph.sink;

import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Writes rows inside one transaction.
final class RowWriter {
  private final Transaction tx;
  private final SegmentNodes nodes;
  private final int runKey;

  RowWriter(Transaction tx, SegmentNodes nodes, int runKey) {
    this.tx = tx;
    this.nodes = nodes;
    this.runKey = runKey;
  }

  Entity segment(SegmentRow row) {
    Node node = tx.createNode(GraphSchema.SEGMENT);
    RowProperties.segment(row, runKey, node::setProperty);
    nodes.remember(row.id(), node);
    return node;
  }

  Entity contact(ContactRow row) {
    Relationship contact =
        nodes
            .find(tx, row.lowId())
            .createRelationshipTo(nodes.find(tx, row.highId()), GraphSchema.CONTACT);
    RowProperties.contact(row, runKey, contact::setProperty);
    return contact;
  }
}
