package org.connectarium.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neo4j.graphdb.Transaction;

/// A file of `cypher/`, with what its head says.
public record CypherFile(String text, String parameterLine, List<String> columns) {

  /// Reads a file and checks its head.
  public static CypherFile of(Path file) throws IOException {
    List<String> head =
        Files.readAllLines(file).stream().takeWhile(line -> line.startsWith("// ")).toList();
    assertThat(head.stream().map(line -> line.substring(0, line.indexOf(':'))))
        .as("head of %s", file)
        .containsExactly("// Question", "// Parameters", "// Columns", "// Cost");
    return new CypherFile(
        Files.readString(file),
        after("// Parameters: ", head.get(1)),
        List.of(after("// Columns: ", head.get(2)).split(", ")));
  }

  /// The example values of its parameters.
  public Map<String, Object> parameters(Transaction tx) {
    Map<String, Object> parameters = new HashMap<>();
    for (String pair : parameterLine.equals("none") ? new String[0] : parameterLine.split("; ")) {
      String[] nameAndValue = pair.split(" = ", 2);
      try (var value = tx.execute("RETURN " + nameAndValue[1] + " AS v")) {
        parameters.put(nameAndValue[0], Objects.requireNonNull(value.next().get("v")));
      }
    }
    return parameters;
  }

  private static String after(String prefix, String line) {
    return line.substring(prefix.length());
  }
}
