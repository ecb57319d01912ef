package org.connectarium.graph.agglomerate;

import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// The one `(:Agglomeration)` node: the counter of agglomerate ids, and whether memberships are
/// whole.
final class AgglomerationState {
  private AgglomerationState() {}

  /// Marks the start of a replacement and reserves ids for it.
  ///
  /// @return the first of `count` counters that no agglomerate ever had
  static long begin(Transaction tx, int count) {
    Node node = findOrCreate(tx);
    long counter = (long) node.getProperty("nextCounter");
    node.setProperty("nextCounter", counter + count);
    node.setProperty("state", "writing");
    return counter;
  }

  static void complete(Transaction tx, int runKey) {
    Node node = findOrCreate(tx);
    node.setProperty("state", "complete");
    node.setProperty("run", runKey);
  }

  static long nextCounter(Transaction tx) {
    return (long) findOrCreate(tx).getProperty("nextCounter");
  }

  /// @throws GraphException if there are no whole memberships to read
  static void requireComplete(Transaction tx) {
    try (var nodes = tx.findNodes(GraphSchema.AGGLOMERATION)) {
      Object state = nodes.hasNext() ? nodes.next().getProperty("state") : "none";
      if (state.equals("complete")) {
        return;
      }
      throw new GraphException(
          state.equals("writing")
              ? "The last agglomeration was interrupted; call connectome.agglomerate.components"
                  + " again"
              : "There are no agglomerates yet; call connectome.agglomerate.components first");
    }
  }

  private static Node findOrCreate(Transaction tx) {
    try (var nodes = tx.findNodes(GraphSchema.AGGLOMERATION)) {
      if (nodes.hasNext()) {
        return nodes.next();
      }
    }
    Node node = tx.createNode(GraphSchema.AGGLOMERATION);
    node.setProperty("nextCounter", 1L);
    node.setProperty("state", "none");
    return node;
  }
}
