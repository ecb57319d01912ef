package org.connectarium.graph.mergetree;

import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// The one `(:MergeTree)` node: how many trees were built, whether the current one is whole, and
/// down to which threshold it answers.
final class MergeTreeState {
  private MergeTreeState() {}

  /// Marks the start of a replacement.
  ///
  /// @return the number of this build, from 1
  static long begin(Transaction tx) {
    Node node = findOrCreate(tx);
    long number = (long) node.getProperty("builds") + 1;
    node.setProperty("builds", number);
    node.setProperty("state", "writing");
    return number;
  }

  static void complete(Transaction tx, int runKey, MergeTreeOptions options) {
    Node node = findOrCreate(tx);
    node.setProperty("state", "complete");
    node.setProperty("run", runKey);
    node.setProperty("minContinuity", options.minContinuity());
    node.setProperty("continuity", options.continuity());
  }

  /// @throws GraphException if there is no whole tree that answers down to this threshold
  static void requireComplete(Transaction tx, double threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new GraphException("threshold must be 0…1 but was " + threshold);
    }
    Node node;
    try (var nodes = tx.findNodes(GraphSchema.MERGE_TREE)) {
      node = nodes.hasNext() ? nodes.next() : null;
    }
    if (node == null || node.getProperty("state").equals("none")) {
      throw new GraphException("There is no merge tree yet; call connectome.mergeTree.build first");
    }
    if (node.getProperty("state").equals("writing")) {
      throw new GraphException(
          "The merge tree is being built, or its last build was interrupted; call"
              + " connectome.mergeTree.build again");
    }
    double least = (double) node.getProperty("minContinuity");
    if (threshold < least) {
      throw new GraphException(
          "The merge tree was built from contacts of at least %s and knows nothing of %s; build it"
                  .formatted(least, threshold)
              + " with a lower minContinuity");
    }
  }

  private static Node findOrCreate(Transaction tx) {
    try (var nodes = tx.findNodes(GraphSchema.MERGE_TREE)) {
      if (nodes.hasNext()) {
        return nodes.next();
      }
    }
    Node node = tx.createNode(GraphSchema.MERGE_TREE);
    node.setProperty("builds", 0L);
    node.setProperty("state", "none");
    return node;
  }
}
