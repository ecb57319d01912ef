package org.connectarium.graph.agglomerate;

import java.nio.file.Path;
import org.connectarium.graph.store.GraphStore;

/// The process that [KilledAgglomerationTest] kills: agglomerates anew for ever, in many
/// transactions, and acknowledges each time on standard output.
final class AgglomeratingChild {
  private AgglomeratingChild() {}

  public static void main(String[] args) {
    try (GraphStore store = GraphStore.open(Path.of(args[0]))) {
      Agglomeration agglomeration = new Agglomeration(store.database(), StopCheck.NEVER, 0);
      for (int round = 0; ; round++) {
        agglomeration.run(AgglomerationOptions.minContinuity(0.6 + 0.1 * (round % 3)));
        System.out.println(round);
      }
    }
  }
}
