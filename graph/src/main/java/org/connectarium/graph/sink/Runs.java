package org.connectarium.graph.sink;

import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// Run nodes: full provenance under an id, and a short key that fits into one property slot. Two
/// writers that take the same new key at once meet at the constraint `run_key`: the later one
/// fails.
final class Runs {
  private Runs() {}

  static int merge(Transaction tx, RunRow run) {
    Node node = tx.findNode(GraphSchema.RUN, "id", run.id());
    if (node == null) {
      node = tx.createNode(GraphSchema.RUN);
      node.setProperty("key", nextKey(tx));
    }
    node.setProperty("id", run.id());
    node.setProperty("stage", run.stage());
    node.setProperty("version", run.version());
    node.setProperty("parameters", run.parametersJson());
    node.setProperty("inputHash", run.inputHash());
    node.setProperty("started", run.startedIso());
    node.setProperty("ended", run.endedIso());
    node.setProperty("seed", run.seed());
    return (int) node.getProperty("key");
  }

  static int key(Transaction tx, String runId) {
    Node run = tx.findNode(GraphSchema.RUN, "id", runId);
    if (run == null) {
      throw new GraphException("Run " + runId + " is not in the graph; store it before its rows");
    }
    return (int) run.getProperty("key");
  }

  private static int nextKey(Transaction tx) {
    int highest = 0;
    try (var runs = tx.findNodes(GraphSchema.RUN)) {
      while (runs.hasNext()) {
        highest = Math.max(highest, (int) runs.next().getProperty("key", 0));
      }
    }
    return highest + 1;
  }
}
