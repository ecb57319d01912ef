package org.connectarium.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.AgglomerationResult;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.store.GraphStore;
import org.connectarium.graph.store.StoreOptions;

/// A graph as [GraphWorkload] loads it, made once for several runs.
final class LoadedGraph {
  /* An eighth of what an agglomeration of the largest one may take. */
  private static final StoreOptions OPTIONS = new StoreOptions(2L << 30, 0);

  private static final double NEAR_PERCOLATION = 0.87;

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

  /// Loads it and makes one giant agglomerate of most segments and small ones of the rest, unless
  /// that was done.
  ///
  /// @return what was agglomerated just now
  Optional<AgglomerationResult> agglomerate() {
    if (!load()) {
      return Optional.empty();
    }
    try (GraphStore store = open()) {
      return Optional.of(
          new Agglomeration(store.database(), StopCheck.NEVER)
              .run(AgglomerationOptions.minContinuity(NEAR_PERCOLATION)));
    }
  }

  GraphStore open() {
    return GraphStore.open(home, OPTIONS);
  }
}
