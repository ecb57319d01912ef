package org.connectarium.graph.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.connectarium.graph.hierarchy.ChunkHierarchy.Pair;
import org.connectarium.graph.join.PairDecision;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Makes a decision of one graph again in another.
final class Replay {
  private Replay() {}

  static void decision(GraphDatabaseService from, GraphDatabaseService to, long number) {
    try (Transaction source = from.beginTx();
        Transaction target = to.beginTx()) {
      Node decision = source.findNode(GraphSchema.DECISION, "number", number);
      List<Change> changes = new ArrayList<>();
      Set<Relationship> seen = new HashSet<>();
      for (Relationship use : decision.getRelationships(GraphSchema.USED)) {
        for (Relationship r :
            use.getEndNode().getRelationships(GraphSchema.JOINED, GraphSchema.CUT)) {
          if (seen.add(r)) {
            add(changes, r, target, number);
          }
        }
      }
      new EditTransaction(target)
          .decide((String) decision.getProperty("kind"), changes, EditNote.NONE);
      target.commit();
    }
  }

  private static void add(List<Change> changes, Relationship r, Transaction target, long number) {
    Node a = same(target, r.getStartNode());
    Node b = same(target, r.getEndNode());
    if (PairDecision.since(r) == number) {
      changes.add(new Change.Make(new Pair(a, b), PairDecision.isJoin(r)));
    } else if (PairDecision.until(r) == number) {
      for (Relationship mine : a.getRelationships(r.getType())) {
        if (mine.getOtherNode(a).equals(b) && PairDecision.since(mine) == PairDecision.since(r)) {
          changes.add(new Change.End(mine));
        }
      }
    }
  }

  private static Node same(Transaction target, Node segment) {
    return target.findNode(GraphSchema.SEGMENT, "id", segment.getProperty("id"));
  }
}
