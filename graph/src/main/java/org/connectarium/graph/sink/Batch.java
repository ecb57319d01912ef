package org.connectarium.graph.sink;

import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// The ledger entry of one batch inside one transaction.
final class Batch {
  private final Node node;
  private final int rows;
  private final boolean complete;

  private Batch(Node node) {
    this.node = node;
    this.rows = ((Number) node.getProperty("rows")).intValue();
    this.complete = (boolean) node.getProperty("complete");
  }

  static Batch open(Transaction tx, String key, String kind, int expectedRows) {
    Node node = tx.findNode(GraphSchema.BATCH, "key", key);
    if (node == null) {
      node = tx.createNode(GraphSchema.BATCH);
      node.setProperty("key", key);
      node.setProperty("kind", kind);
      node.setProperty("rows", 0);
      node.setProperty("complete", false);
    }
    Batch batch = new Batch(node);
    String storedKind = (String) node.getProperty("kind");
    if (!storedKind.equals(kind)) {
      throw new GraphException(
          "Batch " + key + " holds " + storedKind + ", not " + kind + "; give it another key");
    }
    if (batch.complete ? batch.rows != expectedRows : batch.rows > expectedRows) {
      throw new GraphException(
          "Batch %s was loaded with %d rows but now has %d; clear the segmentation and load again"
              .formatted(key, batch.rows, expectedRows));
    }
    return batch;
  }

  /// Rows committed before this transaction.
  int rows() {
    return rows;
  }

  /// Counts the rows up to `end` as loaded; false if that was so already.
  boolean advance(int end, boolean nowComplete) {
    if (complete) {
      return false;
    }
    node.setProperty("rows", end);
    node.setProperty("complete", nowComplete);
    return true;
  }
}
