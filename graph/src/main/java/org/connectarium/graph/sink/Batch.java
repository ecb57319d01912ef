package org.connectarium.graph.sink;

import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// The ledger entry of one batch inside one transaction.
final class Batch {
  private final Node node;
  private final BatchEntry before;

  private Batch(Node node, BatchEntry before) {
    this.node = node;
    this.before = before;
  }

  /// The entry, made if there is none. Two transactions at one batch wait for each other: a part
  /// that is sent again may come while the first one is still at work.
  static Batch open(Transaction tx, String key, String kind, int expectedRows) {
    Node node = tx.findNode(GraphSchema.BATCH, "key", key);
    if (node != null) {
      tx.acquireWriteLock(node);
    } else {
      node = tx.createNode(GraphSchema.BATCH);
      node.setProperty("key", key);
      node.setProperty("kind", kind);
      node.setProperty("rows", 0);
      node.setProperty("complete", false);
    }
    BatchEntry before = entry(node);
    before.requireSame(kind, expectedRows);
    return new Batch(node, before);
  }

  static BatchEntry entry(Node node) {
    return new BatchEntry(
        (String) node.getProperty("key"),
        (String) node.getProperty("kind"),
        ((Number) node.getProperty("rows")).intValue(),
        (boolean) node.getProperty("complete"));
  }

  /// What was committed before this transaction.
  BatchEntry before() {
    return before;
  }

  /// Counts the rows up to `end` as loaded.
  void advance(int end, boolean complete) {
    node.setProperty("rows", end);
    node.setProperty("complete", complete);
  }
}
