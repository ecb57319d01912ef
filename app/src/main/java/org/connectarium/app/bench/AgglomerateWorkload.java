package org.connectarium.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.AgglomerationResult;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.store.GraphStore;
import org.jspecify.annotations.Nullable;

/// The agglomeration of a whole graph as [GraphWorkload] loads it: read, components, levels and
/// memberships written, in transactions. The first run finds none, later ones replace what is
/// there. The store is opened and closed in the time.
final class AgglomerateWorkload implements Workload {
  private static final double THRESHOLD = 0.9;

  private final Setting setting;
  private final SyntheticGraph graph;
  private final long contacts;
  private @Nullable AgglomerationResult made;

  AgglomerateWorkload(Setting setting) {
    this.setting = setting;
    graph = SyntheticGraph.of(setting.size());
    contacts = graph.contacts();
  }

  @Override
  public String what() {
    return String.format(
        Locale.ROOT,
        "%,d segments and %,d contacts agglomerated at %s",
        graph.segments(),
        contacts,
        THRESHOLD);
  }

  @Override
  public String unit() {
    return "segment";
  }

  @Override
  public long units() {
    return graph.segments();
  }

  @Override
  public Floor floor() {
    double bytes = 225.0 * contacts / units() + 4 * 34 + 2 * 34;
    return new Floor(
        bytes,
        1,
        String.format(
            Locale.ROOT,
            "%.0f bytes a segment at 1 GB/s: its share of contacts read once, one relationship"
                + " written and logged",
            bytes));
  }

  private Path home() {
    return setting.scratch().resolve("neo4j");
  }

  @Override
  public void prepare() {
    if (!Files.exists(home())) {
      graph.load(home(), contacts);
    }
  }

  @Override
  public void run() {
    try (GraphStore store = GraphStore.open(home())) {
      made =
          new Agglomeration(store.database(), StopCheck.NEVER)
              .run(AgglomerationOptions.minContinuity(THRESHOLD));
    }
  }

  @Override
  public String found() {
    return made == null
        ? ""
        : String.format(
            Locale.ROOT,
            "%,d agglomerates over %,d joins in %.1f s, %s resident at most",
            made.agglomerates(),
            made.contactsUsed(),
            made.seconds(),
            ResidentMemory.text(ProcessHandle.current().pid()));
  }
}
