package org.connectarium.graph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.connectarium.graph.CanonicalDump;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.sink.GraphSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphStoreTest {
  @TempDir Path folder;

  @Test
  void keepsTheGraphAndRefusesASecondOpeningAndANewerVersion() {
    Path home = folder.resolve("neo4j");
    List<String> written;
    try (GraphStore store = GraphStore.open(home);
        GraphSink sink = GraphSink.embedded(store.database())) {
      TinyConnectome.load(
          sink, TinyConnectome.segments(10), TinyConnectome.randomContacts(10, 2, 1));
      written = CanonicalDump.of(store.database());
      assertThatThrownBy(() -> GraphStore.open(home))
          .isInstanceOf(GraphException.class)
          .hasMessage(
              "The graph in "
                  + home
                  + " is open in another process; stop that `run` or `serve` first");
    }
    try (GraphStore store = GraphStore.open(home)) {
      assertThat(CanonicalDump.of(store.database())).isEqualTo(written);
      assertThat(GraphSchema.version(store.database())).isEqualTo(GraphSchema.VERSION);
      store.database().executeTransactionally("MATCH (s:Store) SET s.schemaVersion = 99");
    }
    assertThatThrownBy(() -> GraphStore.open(home))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("made by a newer version of Connectarium (schema 99");
  }

  @Test
  void saysWhenTheFolderCannotBeMade() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    assertThatThrownBy(() -> GraphStore.open(file))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("Cannot create the graph folder " + file);
  }

  /// As seen after a kill: the store files are there, the folder of the transaction logs is empty.
  @Test
  void makesAnewWhatWasKilledWhileItWasMade() throws Exception {
    Path home = folder.resolve("neo4j");
    List<String> empty;
    try (GraphStore store = GraphStore.open(home)) {
      empty = CanonicalDump.of(store.database());
    }
    assertThat(home.resolve(".making")).doesNotExist();
    emptyFolder(home.resolve("data/transactions/system"));

    Files.createFile(home.resolve(".making"));
    try (GraphStore store = GraphStore.open(home)) {
      assertThat(CanonicalDump.of(store.database())).isEqualTo(empty);
    }
    assertThat(home.resolve(".making")).doesNotExist();
  }

  private static void emptyFolder(Path emptied) throws Exception {
    try (var files = Files.list(emptied)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
