package org.connectarium.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.connectarium.graph.bulk.BulkSink;
import org.connectarium.graph.bulk.BulkSize;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.store.StoreOptions;
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
    graph = new SyntheticGraph(edge(setting.size()));
    contacts = graph.contacts();
  }

  /* Cube roots of 15,030,572 and of 1/10, 1/100 and 1/1000 of it. */
  private static int edge(Size size) {
    return switch (size) {
      case tiny -> 25;
      case small -> 53;
      case medium -> 115;
      case large -> 247;
    };
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
    double bytes = (276.0 * graph.segments() + 225.0 * contacts) / units();
    return new Floor(
        bytes,
        1,
        String.format(
            Locale.ROOT,
            "%.0f bytes a row at 1 GB/s: of a contact three property records of 41 once and the"
                + " relationship of 34 three times (made, linked forward, linked back), of a segment"
                + " six property records once and the node of 15 twice; indexes not counted",
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
    BulkSize size = new BulkSize(graph.segments(), contacts);
    try (GraphSink sink = BulkSink.create(home(), StoreOptions.DEFAULT, size)) {
      sink.run(new RunRow("bench", "segment", "", "{}", "", "", "", 0));
      for (int block = 0; block < graph.blocks(); block++) {
        sink.segments("segments-" + block, "bench", graph.segments(block));
      }
      for (int block = 0; block < graph.blocks(); block++) {
        sink.contacts("contacts-" + block, "bench", graph.contacts(block));
      }
      sink.finish();
    }
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
