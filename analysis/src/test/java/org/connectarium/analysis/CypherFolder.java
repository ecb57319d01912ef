package org.connectarium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/// A folder of `cypher`, whose files say in four lines what they ask, with which parameters, what
/// columns they answer with, and what it costs.
public final class CypherFolder {
  private static final Path CYPHER = Path.of("..", "cypher");

  private CypherFolder() {}

  /// Runs each file with the parameters of its head: it must answer with the columns of its head,
  /// and be in the list of files.
  ///
  /// @return how many files there are
  public static int check(GraphDatabaseService database, String folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(CYPHER.resolve(folder))) {
      files = all.filter(f -> f.toString().endsWith(".cypher")).sorted().toList();
    }
    String readme = Files.readString(CYPHER.resolve("README.md"));
    for (Path file : files) {
      List<String> head = Files.readAllLines(file).subList(0, 4);
      assertThat(head.get(0)).startsWith("// Question: ");
      assertThat(head.get(3)).startsWith("// Cost: ");
      try (Transaction tx = database.beginTx();
          var result = tx.execute(Files.readString(file), parameters(tx, head.get(1)))) {
        assertThat(result.columns())
            .as("columns of %s", file)
            .containsExactly(head.get(2).substring("// Columns: ".length()).split(", "));
        assertThat(result.hasNext()).as("%s has an answer", file).isTrue();
      }
      assertThat(readme).contains("(" + folder + "/" + file.getFileName() + ")");
    }
    return files.size();
  }

  private static Map<String, Object> parameters(Transaction tx, String line) {
    Map<String, Object> parameters = new HashMap<>();
    String text = line.substring("// Parameters: ".length());
    for (String pair : text.equals("none") ? new String[0] : text.split("; ")) {
      String[] nameAndValue = pair.split(" = ", 2);
      try (var value = tx.execute("RETURN " + nameAndValue[1] + " AS v")) {
        parameters.put(nameAndValue[0], Objects.requireNonNull(value.next().get("v")));
      }
    }
    return parameters;
  }
}
