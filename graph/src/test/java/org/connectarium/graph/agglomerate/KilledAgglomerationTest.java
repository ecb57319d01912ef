package org.connectarium.graph.agglomerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.connectarium.graph.KilledChild;
import org.connectarium.graph.NeoCheck;
import org.connectarium.graph.edit.EditNote;
import org.connectarium.graph.edit.Edits;
import org.connectarium.graph.edit.Invariants;
import org.connectarium.graph.edit.Reef;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/// Kills a process that agglomerates with SIGKILL. `-Dconnectarium.kills=N` for more than the
/// usual five.
class KilledAgglomerationTest {
  private static final int KILLS = Integer.getInteger("connectarium.kills", 5);
  private static final long SEED = 55;
  private static final int EDGE = 14;

  @TempDir Path folder;

  @Test
  void anAgglomerationIsWholeOrSaysThatItIsNot() throws Exception {
    Path home = folder.resolve("graph");
    try (GraphStore store = GraphStore.open(home)) {
      Reef.load(store.database(), EDGE, SEED);
    }
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      String what = "seed %d, kill %d".formatted(SEED, kill);
      List<String> acknowledged =
          KilledChild.run(AgglomeratingChild.class, home, 1, random.nextInt(1_500));
      assertThat(acknowledged).as(what).isNotEmpty();
      try (GraphStore store = GraphStore.open(home)) {
        if (isComplete(store.database())) {
          Invariants.check(store.database(), what);
        } else {
          Edits edits = new Edits(store.database(), StopCheck.NEVER);
          assertThatThrownBy(() -> edits.merge(Reef.id(0), Reef.id(1), EditNote.NONE))
              .as(what)
              .hasMessageContaining("The last agglomeration was interrupted");
        }
      }
    }
    try (GraphStore store = GraphStore.open(home)) {
      new Agglomeration(store.database(), StopCheck.NEVER)
          .run(AgglomerationOptions.minContinuity(0.7));
      Invariants.check(store.database(), "seed " + SEED + " at the end");
    }
    NeoCheck.assertConsistent(home, folder);
  }

  private static boolean isComplete(GraphDatabaseService database) {
    try (Transaction tx = database.beginTx();
        var rows = tx.execute("MATCH (a:Agglomeration) RETURN a.state = 'complete' AS complete")) {
      return Boolean.TRUE.equals(rows.next().get("complete"));
    }
  }
}
