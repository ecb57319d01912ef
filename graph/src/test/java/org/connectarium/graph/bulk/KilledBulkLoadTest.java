package org.connectarium.graph.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.connectarium.graph.CanonicalDump;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.KilledChild;
import org.connectarium.graph.server.GraphServer;
import org.connectarium.graph.server.ServerOptions;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that loads in bulk with SIGKILL. `-Dconnectarium.kills=N` for more than the
/// usual five.
class KilledBulkLoadTest {
  private static final int KILLS = Integer.getInteger("connectarium.kills", 5);
  private static final long SEED = 91;
  private static final int FINISH_MILLIS = 2_000;

  @TempDir Path folder;

  @Test
  void aKilledLoadIsNoStoreAndTheNextOneBeginsAnew() throws Exception {
    Path home = folder.resolve("killed");
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      // every second one in the completion, where most can be half done
      int after = kill % 2 == 0 ? BulkLoadingChild.LINES - 1 : 1 + random.nextInt(4);
      int millis = random.nextInt(kill % 2 == 0 ? FINISH_MILLIS : 100);
      List<String> said = KilledChild.run(BulkLoadingChild.class, home, after, millis);
      assertThat(said).as("seed %d", SEED).hasSizeGreaterThanOrEqualTo(after);
      if (GraphStore.exists(home)) { // the kill came late
        assertSameAsUninterrupted(home);
        home = folder.resolve("killed-" + kill);
      } else {
        assertThat(said).as("seed %d", SEED).doesNotContain(BulkLoadingChild.FINISHED);
        assertNotServed(home);
      }
    }
    if (!GraphStore.exists(home)) {
      load(home);
    }
    assertSameAsUninterrupted(home);
  }

  private static void assertNotServed(Path home) {
    assertThatThrownBy(() -> GraphServer.start(home, ServerOptions.DEFAULT.withPorts(0, 0)))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("There is no graph in " + home);
  }

  private void assertSameAsUninterrupted(Path home) {
    Path whole = folder.resolve("whole");
    if (!GraphStore.exists(whole)) {
      load(whole);
    }
    assertThat(dump(home).equals(dump(whole))).as("same graph, seed %d", SEED).isTrue();
  }

  private static void load(Path home) {
    BulkLoadingChild.load(home, new PrintStream(OutputStream.nullOutputStream()));
  }

  private static List<String> dump(Path home) {
    try (GraphStore store = GraphStore.open(home)) {
      return CanonicalDump.of(store.database());
    }
  }
}
