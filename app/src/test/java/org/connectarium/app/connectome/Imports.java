package org.connectarium.app.connectome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.connectarium.graph.connectome.ConnectomeSink;
import org.connectarium.graph.store.GraphStore;

/// A graph to import into, for tests.
record Imports(GraphStore store) {
  /// Imports a mapping that ships with the program.
  ConnectomeImport.Imported shipped(String name, Path data) throws IOException {
    Path mapping = Path.of("..", "docs", "connectomes", name + ".yaml");
    return ConnectomeImport.of(mapping, Optional.of(data)).run(sink(), false);
  }

  /// Writes mapping and tables into a folder and imports them.
  ///
  /// @param files names and contents in turn
  ConnectomeImport.Imported files(Path folder, boolean replace, String mapping, String... files)
      throws IOException {
    Files.writeString(folder.resolve("mapping.yaml"), mapping);
    for (int i = 0; i < files.length; i += 2) {
      Files.createDirectories(folder.resolve(files[i]).getParent());
      Files.writeString(folder.resolve(files[i]), files[i + 1]);
    }
    return ConnectomeImport.of(folder.resolve("mapping.yaml"), Optional.empty())
        .run(sink(), replace);
  }

  ConnectomeSink sink() {
    return new ConnectomeSink(store.database());
  }

  List<Map<String, Object>> ask(String cypher) {
    return store
        .database()
        .executeTransactionally(
            cypher, Map.of(), result -> new ArrayList<>(result.stream().toList()));
  }

  /// The one value of a query.
  Object value(String cypher) {
    return ask(cypher).getFirst().values().iterator().next();
  }
}
