package org.connectarium.graph.sink;

import java.util.List;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Transaction;

/// Removes a segmentation in bounded transactions. The mark on the store is set before and
/// removed after all of them, so an interrupted removal is seen and completed.
public final class Clearing {
  /// What removes it, in this order; each statement commits on its own.
  public static final List<String> STATEMENTS =
      List.of(
          "MATCH (s:Store) SET s.clearing = true",
          "MATCH (b:Batch) CALL (b) { DELETE b } IN TRANSACTIONS OF 20000 ROWS",
          "MATCH (s:Scores) DELETE s",
          "MATCH (c:Connectome {assembled: true}) SET c.state = 'writing'",
          "MATCH (c:SynapticContact) CALL (c) { DETACH DELETE c } IN TRANSACTIONS OF 5000 ROWS",
          "MATCH (h:SpineHead) CALL (h) { DETACH DELETE h } IN TRANSACTIONS OF 5000 ROWS",
          "MATCH (c:Connectome {assembled: true}) MATCH (s:Synapse)"
              + " WHERE s.dataset = c.name AND s.id IS NOT NULL"
              + " CALL (s) { DETACH DELETE s } IN TRANSACTIONS OF 5000 ROWS",
          "MATCH (c:Connectome {assembled: true}) DELETE c",
          "MATCH (a:Agglomerate) CALL (a) { DETACH DELETE a } IN TRANSACTIONS OF 2000 ROWS",
          "MATCH (t:Truth) DELETE t",
          "MATCH ()-[o:OVERLAPS]->() CALL (o) { DELETE o } IN TRANSACTIONS OF 20000 ROWS",
          "MATCH ()-[p:PASSES]->() CALL (p) { DELETE p } IN TRANSACTIONS OF 20000 ROWS",
          "MATCH (c:TruthCell) CALL (c) { DELETE c } IN TRANSACTIONS OF 20000 ROWS",
          "MATCH (s:TruthSkeleton) CALL (s) { DELETE s } IN TRANSACTIONS OF 1000 ROWS",
          "MATCH (t:MergeTree) SET t.state = 'none'",
          "MATCH ()-[m:MERGES]->() CALL (m) { DELETE m } IN TRANSACTIONS OF 20000 ROWS",
          "MATCH (p:Part) CALL (p) { DETACH DELETE p } IN TRANSACTIONS OF 2000 ROWS",
          "MATCH ()-[c:CONTACT]->() CALL (c) { DELETE c } IN TRANSACTIONS OF 20000 ROWS",
          "MATCH (s:Segment) CALL (s) { DETACH DELETE s } IN TRANSACTIONS OF 20000 ROWS",
          "MATCH (s:Store) REMOVE s.clearing");

  private Clearing() {}

  /// Why a graph with decisions, or with edits of branches, is not cleared.
  public static GraphException refusedForDecisions() {
    return new GraphException(
        "The graph holds decisions of people (or branches that propose some), which refer to its"
            + " segments, so the segmentation is not removed; load the new one into a new workspace");
  }

  static boolean isUnfinished(GraphDatabaseService database) {
    try (Transaction tx = database.beginTx()) {
      return GraphSchema.store(tx).hasProperty("clearing");
    }
  }

  static void clear(GraphDatabaseService database) {
    requireNone(database, GraphSchema.DECISION);
    requireNone(database, GraphSchema.BRANCH_EDIT);
    STATEMENTS.forEach(database::executeTransactionally);
  }

  private static void requireNone(GraphDatabaseService database, Label decided) {
    try (Transaction tx = database.beginTx();
        var nodes = tx.findNodes(decided)) {
      if (nodes.hasNext()) {
        throw refusedForDecisions();
      }
    }
  }
}
