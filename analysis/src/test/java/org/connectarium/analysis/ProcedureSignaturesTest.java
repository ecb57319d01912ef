package org.connectarium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectarium.graph.store.GraphStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/// A change of the API is a change of the golden file. Here, where the procedures of all modules
/// are seen.
class ProcedureSignaturesTest {
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "connectome-procedures.txt");

  @TempDir Path home;

  @Test
  void signaturesAreThoseOfTheGoldenFileAndAllDescribed() throws Exception {
    List<String> lines = new ArrayList<>();
    try (GraphStore store = GraphStore.open(home);
        Transaction tx = store.database().beginTx();
        var procedures =
            tx.execute(
                "SHOW PROCEDURES YIELD name, mode, description, argumentDescription,"
                    + " returnDescription WHERE name STARTS WITH 'connectome.'"
                    + " RETURN * ORDER BY name")) {
      while (procedures.hasNext()) {
        Map<String, Object> p = procedures.next();
        lines.add(p.get("name") + " " + p.get("mode") + ": " + described(p.get("description")));
        lines.addAll(rows("  in  ", p.get("argumentDescription")));
        lines.addAll(rows("  out ", p.get("returnDescription")));
      }
    }
    assertThat(lines).isEqualTo(Files.readAllLines(GOLDEN));
  }

  @SuppressWarnings("unchecked")
  private static List<String> rows(String prefix, @Nullable Object descriptions) {
    return ((List<Map<String, Object>>) Objects.requireNonNull(descriptions))
        .stream()
            .map(
                d ->
                    prefix
                        + d.get("name")
                        + " "
                        + d.get("type")
                        + ": "
                        + described(d.get("description")))
            .toList();
  }

  /// Neo4j repeats name and type where nobody wrote a description.
  private static String described(@Nullable Object description) {
    String text = Objects.toString(description, "");
    assertThat(text).endsWith(".").doesNotContain(" :: ");
    return text;
  }
}
