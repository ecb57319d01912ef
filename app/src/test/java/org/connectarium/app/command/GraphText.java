package org.connectarium.app.command;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A whole graph as sorted lines, asked for in Cypher alone, so that graphs in this process and
/// behind Bolt can be compared. Left out: moments, and hashes that name where the graph is kept.
final class GraphText {
  /* Parts have no id: the least segment below tells them apart. */
  private static final String NAME =
      """
      CALL (n) {
        OPTIONAL MATCH (s:Segment)-[:PART_OF*1..]->(n:Part)
        RETURN min(s.id) AS least
      }
      WITH *, n {.*,
        at: n.at IS NOT NULL,
        started: n.started IS NOT NULL,
        ended: n.ended IS NOT NULL AND n.ended <> '',
        position: [n.position.x, n.position.y, n.position.z],
        inputHash: CASE n.stage WHEN 'evaluate' THEN '' ELSE n.inputHash END,
        id: CASE n.stage WHEN 'evaluate' THEN 'evaluate' ELSE n.id END,
        labels: labels(n),
        least: least} AS name
      """;

  /// Asks a graph.
  interface Query {
    List<Map<String, Object>> rows(String cypher);
  }

  private GraphText() {}

  static List<String> of(Query query) {
    List<String> lines = new ArrayList<>();
    query.rows("MATCH (n) " + NAME + " RETURN name").forEach(row -> lines.add(text(row)));
    query
        .rows(
            "MATCH (a)-[r]->(b) CALL (a) { WITH a AS n "
                + NAME
                + " RETURN name AS start } CALL (b) { WITH b AS n "
                + NAME
                + " RETURN name AS end } RETURN type(r) AS type, properties(r) AS properties,"
                + " start, end")
        .forEach(row -> lines.add(text(row)));
    query
        .rows("SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties")
        .forEach(row -> lines.add(text(row)));
    query
        .rows("SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties")
        .forEach(row -> lines.add(text(row)));
    lines.sort(null);
    return lines;
  }

  /* What drivers and embedded databases give for the same value reads alike. */
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> map -> {
        Map<String, String> sorted = new TreeMap<>();
        map.forEach((key, v) -> sorted.put(String.valueOf(key), text(v)));
        yield sorted.toString();
      }
      case List<?> list -> list.stream().map(GraphText::text).toList().toString();
      case Float number -> String.valueOf((double) number);
      case Object array when array.getClass().isArray() ->
          IntStream.range(0, Array.getLength(array))
              .mapToObj(i -> text(Array.get(array, i)))
              .toList()
              .toString();
      default -> String.valueOf(value);
    };
  }
}
