package org.connectarium.graph.sink;

import java.util.List;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// Removes a segmentation in bounded transactions. The mark on the store is set before and
/// removed after all of them, so an interrupted removal is seen and completed.
final class Clearing {
  private static final List<String> REMOVALS =
      List.of(
          "MATCH (b:Batch) CALL (b) { DELETE b } IN TRANSACTIONS OF 20000 ROWS",
          "MATCH (a:Agglomerate) CALL (a) { DETACH DELETE a } IN TRANSACTIONS OF 2000 ROWS",
          "MATCH ()-[c:CONTACT]->() CALL (c) { DELETE c } IN TRANSACTIONS OF 20000 ROWS",
          "MATCH (s:Segment) CALL (s) { DETACH DELETE s } IN TRANSACTIONS OF 20000 ROWS");

  private Clearing() {}

  static boolean isUnfinished(GraphDatabaseService database) {
    try (Transaction tx = database.beginTx()) {
      return GraphSchema.store(tx).hasProperty("clearing");
    }
  }

  static void clear(GraphDatabaseService database) {
    try (Transaction tx = database.beginTx()) {
      Node store = GraphSchema.store(tx);
      try (var decisions = tx.findNodes(GraphSchema.DECISION)) {
        if (decisions.hasNext()) {
          throw new GraphException(
              "The graph holds decisions of people that refer to its segments, so the segmentation"
                  + " is not removed; load the new one into a new workspace");
        }
      }
      store.setProperty("clearing", true);
      tx.commit();
    }
    REMOVALS.forEach(database::executeTransactionally);
    try (Transaction tx = database.beginTx()) {
      GraphSchema.store(tx).removeProperty("clearing");
      tx.commit();
    }
  }
}
