package org.connectarium.graph.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.connectarium.graph.CanonicalDump;
import org.connectarium.graph.KilledChild;
import org.connectarium.graph.TinyScores;
import org.connectarium.graph.score.ScoreRegistry;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/// Kills a process that adds scores with SIGKILL. `-Dconnectarium.kills=N` for more than the usual
/// two.
class KilledScoresTest {
  private static final int KILLS = Integer.getInteger("connectarium.kills", 2);
  private static final long SEED = 33;
  private static final int BATCHES = 12;

  @TempDir Path folder;

  @Test
  void aKilledWriteSaysSoAndGoesOnToTheSameGraph() throws Exception {
    Random random = new Random(SEED);
    Path home = folder.resolve("killed");
    List<String> acknowledged = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      int after = 1 + random.nextInt(BATCHES - 2);
      acknowledged.addAll(KilledChild.run(ScoringChild.class, home, after, random.nextInt(40)));
    }
    List<String> resumed;
    try (GraphStore store = GraphStore.open(home)) {
      try (GraphSink sink = GraphSink.embedded(store.database());
          Transaction tx = store.database().beginTx()) {
        assertThat(acknowledged).as("seed %d", SEED).isNotEmpty().allMatch(sink::isLoaded);
        assertThat(new ScoreRegistry(tx).find(TinyScores.CONTINUITY).orElseThrow().complete())
            .as("complete, seed %d", SEED)
            .isFalse();
      }
      ScoringChild.load(store, new PrintStream(OutputStream.nullOutputStream()));
      resumed = CanonicalDump.of(store.database());
    }
    try (GraphStore store = GraphStore.open(folder.resolve("whole"))) {
      ScoringChild.load(store, new PrintStream(OutputStream.nullOutputStream()));
      List<String> whole = CanonicalDump.of(store.database());
      assertThat(resumed).as("seed %d", SEED).hasSameSizeAs(whole);
      assertThat(resumed.equals(whole)).as("same graph, seed %d", SEED).isTrue();
    }
  }
}
