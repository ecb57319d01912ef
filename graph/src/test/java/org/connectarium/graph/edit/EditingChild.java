package org.connectarium.graph.edit;

import java.nio.file.Path;
import java.util.Random;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.hierarchy.AgglomerationState;
import org.connectarium.graph.store.GraphStore;
import org.neo4j.graphdb.Transaction;

/// The process that [KilledEditsTest] kills: edits at random for ever and acknowledges each
/// decision on standard output.
final class EditingChild {
  private EditingChild() {}

  public static void main(String[] args) {
    try (GraphStore store = GraphStore.open(Path.of(args[0]))) {
      long made;
      try (Transaction tx = store.database().beginTx()) {
        made = AgglomerationState.complete(tx).lastDecision();
      }
      Random random = new Random(made + 1);
      Edits edits = new Edits(store.database(), StopCheck.NEVER);
      while (true) {
        try {
          EditResult result =
              RandomEdit.next(random, Invariants.groups(store.database()), made, edits);
          made = result.decision();
          System.out.println(made);
        } catch (GraphException refused) {
          System.err.flush(); // as usual
        }
      }
    }
  }
}
