package org.connectarium.app.connectome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.connectarium.graph.store.GraphStore;
import org.connectarium.ingest.tablewriter.Column;
import org.connectarium.ingest.tablewriter.TableRows;
import org.connectarium.ingest.tablewriter.TableWriter;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Connectomes in Parquet and Arrow.
class TypedTablesTest {
  private static final String MAPPING =
      """
      name: typed
      neurons: {file: neurons.feather, id: root_id, class: super_class}
      connections: {file: connections.parquet, pre: pre, post: post, count: syn_count, where: {side: left}}
      """;

  @TempDir Path folder;

  @Test
  void parquetAndArrowAreReadAsTextTablesAre() throws IOException {
    write();
    try (GraphStore store = GraphStore.open(folder.resolve("graph"))) {
      Imports imports = new Imports(store);
      imports.files(folder, false, MAPPING);
      assertThat(
              imports.ask(
                  "MATCH (a:Neuron {dataset: 'typed'})-[c:SYNAPSES_ONTO]->(b) RETURN a.id AS pre,"
                      + " a.class AS class, b.id AS post, c.count AS count"))
          .containsExactly(
              Map.of("pre", 720575940379283840L, "class", "sensory", "post", -1L, "count", 5L));
    }
  }

  @Test
  void aColumnThatIsNotThereAndADamagedFileAreOneLine() throws IOException {
    write();
    try (GraphStore store = GraphStore.open(folder.resolve("graph"))) {
      Imports imports = new Imports(store);
      assertThatThrownBy(
              () -> imports.files(folder, false, MAPPING.replace("syn_count", "syn_counts")))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("has no column \"syn_counts\"")
          .hasMessageContaining("did you mean \"syn_count\"?");
      Path damaged = folder.resolve("connections.parquet");
      byte[] whole = Files.readAllBytes(damaged);
      Files.write(damaged, Arrays.copyOf(whole, whole.length - 1));
      assertThatThrownBy(() -> imports.files(folder, false, MAPPING))
          .isInstanceOf(BadInputException.class)
          .hasMessageStartingWith(damaged + " cannot be read as Parquet: ");
      assertThat(imports.ask("MATCH (n:Neuron) RETURN n")).isEmpty();
    }
  }

  private void write() {
    TableWriter.write(
        folder.resolve("neurons.feather"),
        new TableRows(
            List.of(Column.whole("root_id"), Column.text("super_class")),
            List.of(List.of(720575940379283840L, "sensory"), List.of(-1L, "motor"))));
    TableWriter.write(
        folder.resolve("connections.parquet"),
        new TableRows(
            List.of(
                Column.whole("pre"),
                Column.whole("post"),
                Column.number("syn_count"),
                Column.text("side")),
            List.of(
                List.of(720575940379283840L, -1L, 5.0, "left"),
                List.of(-1L, 720575940379283840L, 2.0, "right"))));
  }
}
