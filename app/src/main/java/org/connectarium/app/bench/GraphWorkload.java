package org.connectarium.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.connectarium.ingest.file.WholeFolder;

/// A whole new graph through the bulk sink: all that the stage `load` does with rows, indexes and
/// constraints included. At `large` it has as many segments and contacts as the tissue block of
/// FocusEM; each smaller size has a tenth of the one above.
final class GraphWorkload implements Workload {
  private final Setting setting;
  private final SyntheticGraph graph;
  private final long contacts;
  private int runs;

  GraphWorkload(Setting setting) {
    this.setting = setting;
    graph = SyntheticGraph.of(setting.size());
    contacts = graph.contacts();
  }

  @Override
  public String what() {
    return String.format(
        Locale.ROOT,
        "%,d segments and %,d contacts in bulk into a new graph, with its indexes",
        graph.segments(),
        contacts);
  }

  @Override
  public String unit() {
    return "row";
  }

  @Override
  public long units() {
    return graph.segments() + contacts;
  }

  @Override
  public Floor floor() {
    double bytes = (317.0 * graph.segments() + 266.0 * contacts) / units();
    return new Floor(
        bytes,
        1,
        String.format(
            Locale.ROOT,
            "%.0f bytes a row at 1 GB/s: of a contact four property records of 41 once and the"
                + " relationship of 34 three times (made, linked forward, linked back), of a segment"
                + " seven property records once and the node of 15 twice; indexes not counted",
            bytes));
  }

  @Override
  public void prepare() throws IOException {
    WholeFolder.remove(home());
    runs++;
  }

  private Path home() {
    return setting.scratch().resolve("neo4j-" + runs);
  }

  @Override
  public void run() {
    graph.load(home(), contacts);
  }

  @Override
  public String found() {
    return String.format(
        Locale.ROOT,
        "%,d MiB on disk, %s resident at most",
        bytes(home().resolve("data")) >> 20,
        ResidentMemory.text(ProcessHandle.current().pid()));
  }

  @Override
  public Peer peer() {
    return new ImportToolPeer(graph, contacts);
  }

  private static long bytes(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(Path::toFile).filter(f -> f.isFile()).mapToLong(f -> f.length()).sum();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
