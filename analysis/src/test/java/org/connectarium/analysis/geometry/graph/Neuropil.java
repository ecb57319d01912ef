package org.connectarium.analysis.geometry.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.graphdb.GraphDatabaseService;

/// A small reconstruction, written as the schema has it: neurons are agglomerates of segments that
/// touch.
final class Neuropil {
  private static final int AXONS = 12;

  private Neuropil() {}

  /// Twelve axons (ids 0 to 11, class E, 10 µm of path each) lie 10 µm apart along x, each of two
  /// segments. At each axon a dendrite of class A (100 + its number, 20 µm) and one of class B (200
  /// + its number, 30 µm) touch it: with 1 + i % 4 µm² (A) and 4 − i % 4 µm² (B). An axon makes 10
  /// synapses, 2 (1 + i % 4) of them onto A, the others onto B, with the probability p; 4 µm along
  /// y lies membrane of A that touches no neuron, 5 µm².
  static void store(GraphDatabaseService database, String dataset, double p) {
    List<Map<String, Object>> neurons = new ArrayList<>();
    List<Map<String, Object>> contacts = new ArrayList<>();
    List<Map<String, Object>> synapses = new ArrayList<>();
    for (long i = 0; i < AXONS; i++) {
      long a = 100 + i;
      long b = 200 + i;
      neurons.add(neuron(i, "E", 10, 10 * i + 1, 10 * i + 2));
      neurons.add(neuron(a, "A", 20, 10 * i + 3));
      neurons.add(neuron(b, "B", 30, 10 * i + 4));
      double x = 10_000 * i;
      long share = 1 + i % 4;
      contacts.add(contact(10 * i + 1, 10 * i + 2, x, 0, 9, false)); // within the axon
      contacts.add(contact(10 * i + 1, 10 * i + 3, x, 0, (double) share, false));
      contacts.add(contact(10 * i + 2, 10 * i + 4, x, 0, (double) (5 - share), false));
      contacts.add(contact(10 * i + 2, 10 * i + 3, x, 0, 7, true)); // a face of a block
      contacts.add(contact(10 * i + 3, 10 * i + 9, x, 4000, 5, false)); // 10 i + 9 is of no neuron
      for (int s = 0; s < 10; s++) {
        synapses.add(
            Map.of("id", 100 * i + s, "pre", i, "post", s < 2 * share ? a : b, "x", x, "p", p));
      }
    }
    database.executeTransactionally(
        "MERGE (g:Agglomeration) SET g.state = 'complete', g.nextCounter = 1, g.decisions = 0"
            + " CREATE (:Connectome {name: $dataset, state: 'complete', assembled: true})",
        Map.of("dataset", dataset));
    database.executeTransactionally(
        "UNWIND $rows AS row CREATE (n:Agglomerate:Neuron {id: row.id, dataset: $dataset, class: row.class, pathUm: row.pathUm})"
            + " WITH n, row UNWIND row.segments AS segment"
            + " CREATE (:Segment {id: segment})-[:PART_OF]->(n)",
        Map.of("rows", neurons, "dataset", dataset));
    database.executeTransactionally(
        "UNWIND $rows AS row MERGE (a:Segment {id: row.low}) MERGE (b:Segment {id: row.high})"
            + " CREATE (a)-[:CONTACT {piece: 0, areaUm2: row.area, x: row.x, y: row.y, z: 0.0, face: row.face}]->(b)",
        Map.of("rows", contacts));
    database.executeTransactionally(
        "UNWIND $rows AS row MATCH (a:Neuron {dataset: $dataset, id: row.pre})"
            + " MATCH (b:Neuron {dataset: $dataset, id: row.post})"
            + " CREATE (a)-[:PRE]->(:Synapse {dataset: $dataset, id: row.id, kind: 'shaft', p: row.p, x: row.x, y: 0.0, z: 0.0})-[:POST]->(b)",
        Map.of("rows", synapses, "dataset", dataset));
  }

  private static Map<String, Object> neuron(
      long id, String neuronClass, double pathUm, Long... segments) {
    return Map.of("id", id, "class", neuronClass, "pathUm", pathUm, "segments", List.of(segments));
  }

  private static Map<String, Object> contact(
      long low, long high, double x, double y, double area, boolean face) {
    return Map.of("low", low, "high", high, "x", x, "y", y, "area", area, "face", face);
  }
}
