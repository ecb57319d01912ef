package org.connectarium.app.bench;

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
  private static final double THRESHOLD = 0.97;

  private final LoadedGraph loaded;
  private @Nullable AgglomerationResult made;

  AgglomerateWorkload(Setting setting) {
    loaded = new LoadedGraph(setting);
  }

  @Override
  public String what() {
    return loaded.what() + " agglomerated at " + THRESHOLD;
  }

  @Override
  public String unit() {
    return "segment";
  }

  @Override
  public long units() {
    return loaded.graph().segments();
  }

  @Override
  public Floor floor() {
    double bytes = 225.0 * loaded.contacts() / units() + 4 * 34 + 2 * 34;
    return new Floor(
        bytes,
        1,
        String.format(
            Locale.ROOT,
            "%.0f bytes a segment at 1 GB/s: its share of contacts read once, one relationship"
                + " written and logged",
            bytes));
  }

  @Override
  public void prepare() {
    loaded.load();
  }

  @Override
  public void run() {
    try (GraphStore store = loaded.open()) {
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
