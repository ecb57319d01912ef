package org.connectarium.graph.assembly;

import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.id;
import static org.connectarium.graph.TinyConnectome.segments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.TinyScores;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.ScoreColumns;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/// Axons A (segments 1, 2), B (3), C (4) and F (6); dendrites E (5) and D (trunk 10, a spine head
/// of 11 and 12, another of 13). Synaptic contacts are numbered in the order of their segments.
final class SmallCortex {
  private static final int SEGMENTS = 13;

  /// A contact and its probabilities of a synapse from the lower segment to the higher and back.
  private record Row(ContactRow contact, float forward, float reverse) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(contact(1, 2, 0.99), 0, 0),
          new Row(sized(1, 5, 0, 40), 0.85f, 0), // 1: A onto E
          new Row(sized(1, 11, 0, 30), 0.9f, 0), // 2: A onto the head 11
          new Row(sized(1, 13, 0, 25), 0.7f, 0), // 3: A onto the head 13
          new Row(sized(2, 5, 0, 10), 0.85f, 0), // 4: A onto E, 50 nm from the first
          new Row(sized(2, 11, 0, 5), 0.1f, 0), // no synapse, but of the interface of A and 11
          new Row(sized(2, 12, 0, 20), 0.8f, 0), // 5: A onto the other piece of the head 11
          new Row(sized(3, 11, 0, 10), 0.95f, 0), // 6: B onto the head 11
          new Row(sized(4, 5, 0, 10), 0.6f, 0.6f), // ambiguous
          new Row(sized(4, 10, 0, 10), 0.6f, 0), // 7: C onto the trunk of D
          new Row(sized(4, 10, 1, 10), 0.65f, 0), // 8: the same place
          new Row(sized(5, 6, 0, 10), 0, 0.75f), // 9: F onto E
          new Row(contact(10, 11, 0.99), 0, 0),
          new Row(contact(10, 12, 0.3), 0.9f, 0), // 10: within D
          new Row(contact(10, 13, 0.95), 0.9f, 0), // dropped, both sides one cell
          new Row(contact(11, 12, 0.99), 0, 0));

  private SmallCortex() {}

  private static ContactRow sized(int low, int high, int piece, long voxels) {
    return contact(low, high, piece, voxels, false, 0.1);
  }

  /// Loads it, scores it and makes the agglomerates.
  ///
  /// @param types whether segments get probabilities of types
  static void load(GraphDatabaseService database, boolean types) {
    List<ContactRow> contacts = ROWS.stream().map(Row::contact).toList();
    float[] forward = new float[ROWS.size()];
    float[] reverse = new float[ROWS.size()];
    for (int i = 0; i < ROWS.size(); i++) {
      forward[i] = ROWS.get(i).forward();
      reverse[i] = ROWS.get(i).reverse();
    }
    try (GraphSink sink = GraphSink.embedded(database)) {
      TinyConnectome.load(sink, segments(SEGMENTS), contacts);
      TinyScores.add(
          sink,
          segments(SEGMENTS),
          contacts,
          ScoreColumns.of(TinyScores.SYNAPSES, forward, reverse));
      if (types) {
        float[] head = new float[SEGMENTS];
        for (int number : new int[] {11, 12, 13}) {
          head[number - 1] = 0.9f;
        }
        TinyScores.add(
            sink,
            segments(SEGMENTS),
            contacts,
            ScoreColumns.of(
                TinyScores.TYPES,
                new float[SEGMENTS],
                new float[SEGMENTS],
                head,
                new float[SEGMENTS]));
      }
    }
    new Agglomeration(database, StopCheck.NEVER).run(AgglomerationOptions.minContinuity(0.9));
  }

  /// Rows of a query; what it writes is committed. `A` to `F` are ids of agglomerates.
  static List<Map<String, Object>> call(GraphDatabaseService database, String query) {
    try (Transaction tx = database.beginTx();
        var result = tx.execute(query)) {
      List<Map<String, Object>> rows = new ArrayList<>(result.stream().toList());
      tx.commit();
      return rows;
    }
  }

  /// The synapses, each as `pre→post kind`, where the agglomerates are named by the lowest number
  /// of a segment of theirs, in the order of their ids.
  static List<String> synapses(GraphDatabaseService database) {
    return call(
            database,
            "MATCH (n:Neuron)-[:PRE]->(s:Synapse)-[:POST]->(m:Neuron)"
                + " CALL (n) { MATCH (g:Segment)-[:PART_OF*]->(n) RETURN min(g.id) AS pre }"
                + " CALL (m) { MATCH (g:Segment)-[:PART_OF*]->(m) RETURN min(g.id) AS post }"
                + " RETURN s.id + ': ' + (pre - "
                + (id(1) - 1)
                + ") + '→' + (post - "
                + (id(1) - 1)
                + ") + ' ' + coalesce(s.kind, '?') AS line ORDER BY s.id")
        .stream()
        .map(row -> String.valueOf(row.get("line")))
        .toList();
  }
}
