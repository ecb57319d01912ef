package org.connectarium.graph.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/// All that an assembly makes, as lines in one order.
final class AssembledDump {
  private static final List<String> QUERIES =
      List.of(
          "MATCH (c:Connectome {assembled: true}) WITH c {.*, run: ''} AS p RETURN 'c' AS kind, p",
          "MATCH (n:Neuron) RETURN n.id AS id, n {.dataset, agglomerate: n:Agglomerate} AS p"
              + " ORDER BY id",
          "MATCH (n:Neuron)-[:PRE]->(s:Synapse)-[:POST]->(m:Neuron)"
              + " RETURN s.id AS id, n.id AS pre, m.id AS post, s {.*} AS p ORDER BY id",
          "MATCH (s:Synapse) RETURN count(s) AS synapses",
          "MATCH (n:Neuron)-[o:SYNAPSES_ONTO]->(m:Neuron) RETURN n.id AS pre, m.id AS post, o {.*}"
              + " AS p ORDER BY pre, post",
          "MATCH ()-[o:SYNAPSES_ONTO]->() RETURN count(o) AS connections",
          "MATCH (c:SynapticContact) RETURN c.number AS number,"
              + " [(c)-[:SUPPORTS]->(s) | s.id] AS synapse, [(c)-[:WITHIN]->(a) | a.id] AS within,"
              + " [(c)-[:FROM]->(s) | s.id] AS pre, [(c)-[:TO]->(s) | s.id] AS post, c {.*} AS p"
              + " ORDER BY number",
          "MATCH (h:SpineHead) RETURN h.id AS id, h.voxels AS voxels,"
              + " COUNT {(:Segment)-[:IN_HEAD]->(h)} AS segments ORDER BY id");

  private AssembledDump() {}

  static List<String> of(GraphDatabaseService database) {
    try (Transaction tx = database.beginTx()) {
      return QUERIES.stream()
          .flatMap(query -> tx.execute(query, Map.of()).stream().toList().stream())
          .map(AssembledDump::line)
          .toList();
    }
  }

  private static String line(Map<String, Object> row) {
    Map<String, Object> sorted = new TreeMap<>();
    row.forEach(
        (key, value) ->
            sorted.put(
                key,
                value instanceof Map<?, ?> map
                    ? new TreeMap<>(Map.copyOf(map)).toString()
                    : String.valueOf(value)));
    return sorted.toString();
  }

  /// Lines that only one of two dumps has: `-` of the first, `+` of the second.
  static List<String> difference(List<String> one, List<String> other) {
    List<String> lines = new ArrayList<>();
    one.stream().filter(line -> !other.contains(line)).forEach(line -> lines.add("- " + line));
    other.stream().filter(line -> !one.contains(line)).forEach(line -> lines.add("+ " + line));
    return lines;
  }
}
