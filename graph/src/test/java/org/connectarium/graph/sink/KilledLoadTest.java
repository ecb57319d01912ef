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
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a loading process with SIGKILL. `-Dconnectarium.kills=N` for more than the usual five.
class KilledLoadTest {
  private static final int KILLS = Integer.getInteger("connectarium.kills", 5);
  private static final long SEED = 77;
  private static final int BATCHES = 16;

  @TempDir Path folder;

  @Test
  void aKilledLoadLosesNothingAcknowledgedAndResumesToTheSameGraph() throws Exception {
    Random random = new Random(SEED);
    Path home = folder.resolve("killed");
    List<String> acknowledged = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      int after = 1 + random.nextInt(BATCHES - 2);
      acknowledged.addAll(KilledChild.run(LoadingChild.class, home, after, random.nextInt(40)));
    }
    List<String> resumed;
    try (GraphStore store = GraphStore.open(home)) {
      try (GraphSink sink = GraphSink.embedded(store.database())) {
        assertThat(acknowledged).as("seed %d", SEED).isNotEmpty().allMatch(sink::isLoaded);
      }
      LoadingChild.load(store, new PrintStream(OutputStream.nullOutputStream()));
      resumed = CanonicalDump.of(store.database());
    }
    try (GraphStore store = GraphStore.open(folder.resolve("whole"))) {
      LoadingChild.load(store, new PrintStream(OutputStream.nullOutputStream()));
      List<String> whole = CanonicalDump.of(store.database());
      assertThat(resumed).as("seed %d", SEED).hasSameSizeAs(whole);
      assertThat(resumed.equals(whole)).as("same graph, seed %d", SEED).isTrue();
    }
  }
}
