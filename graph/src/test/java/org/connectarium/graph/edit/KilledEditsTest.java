package org.connectarium.graph.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.connectarium.graph.KilledChild;
import org.connectarium.graph.NeoCheck;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/// Kills a process that edits with SIGKILL. `-Dconnectarium.kills=N` for more than the usual five.
class KilledEditsTest {
  private static final int KILLS = Integer.getInteger("connectarium.kills", 5);
  private static final long SEED = 33;
  private static final int EDGE = 7;

  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLostAndEveryStateIsWhole() throws Exception {
    Path home = folder.resolve("graph");
    try (GraphStore store = GraphStore.open(home)) {
      Reef.load(store.database(), EDGE, SEED);
      new Agglomeration(store.database(), StopCheck.NEVER)
          .run(AgglomerationOptions.minContinuity(0.7));
    }
    Random random = new Random(SEED);
    List<String> acknowledged = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged.addAll(
          KilledChild.run(EditingChild.class, home, 5 + random.nextInt(40), random.nextInt(30)));
      try (GraphStore store = GraphStore.open(home)) {
        String what = "seed %d, kill %d".formatted(SEED, kill);
        Invariants.check(store.database(), what);
        try (Transaction tx = store.database().beginTx()) {
          for (String number : acknowledged) {
            assertThat(tx.findNode(GraphSchema.DECISION, "number", Long.parseLong(number)))
                .as("%s: decision %s", what, number)
                .isNotNull();
          }
        }
      }
    }
    NeoCheck.assertConsistent(home, folder);
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(5 * KILLS).doesNotHaveDuplicates();
  }
}
