package org.connectarium.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.connectarium.graph.store.GraphStore;
import org.connectarium.graph.store.StoreOptions;

/// A graph as [GraphWorkload] loads it, made once for several runs.
final class LoadedGraph {
  /* An eighth of what an agglomeration of the largest one may take. */
  private static final StoreOptions OPTIONS = new StoreOptions(2L << 30, 0);

  private final SyntheticGraph graph;
  private final long contacts;
  private final Path home;

  LoadedGraph(Setting setting) {
    graph = SyntheticGraph.of(setting.size());
    contacts = graph.contacts();
    home = setting.scratch().resolve("neo4j");
  }

  SyntheticGraph graph() {
    return graph;
  }

  long contacts() {
    return contacts;
  }

  /// How large it is, in words.
  String what() {
    return String.format(Locale.ROOT, "%,d segments and %,d contacts", graph.segments(), contacts);
  }

  /// Loads it unless that was done.
  ///
  /// @return whether it was loaded just now
  boolean load() {
    boolean isNew = !Files.exists(home);
    if (isNew) {
      graph.load(home, contacts);
    }
    return isNew;
  }

  GraphStore open() {
    return GraphStore.open(home, OPTIONS);
  }
}
