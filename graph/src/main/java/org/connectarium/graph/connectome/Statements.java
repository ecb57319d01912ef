package org.connectarium.graph.connectome;

import java.util.List;

/// The statements of [ConnectomeSink]. `$dataset` names the data set, `$rows` are maps of
/// [RowMaps].
final class Statements {
  static final String FIND =
      "MATCH (c:Connectome {name: $dataset}) OPTIONAL MATCH (r:Run {key: c.run})"
          + " RETURN c.state AS state, coalesce(r.inputHash, '') AS inputHash";

  static final String ASSEMBLED =
      "MATCH (c:Connectome {name: $dataset, assembled: true}) RETURN c.name AS name";

  static final String BEGIN =
      "CALL connectome.load.run($run) YIELD key"
          + " MERGE (c:Connectome {name: $dataset}) SET c.state = 'writing', c.run = key";

  static final String COMPLETE =
      "CALL connectome.load.run($run) YIELD key"
          + " MATCH (c:Connectome {name: $dataset}) SET c += $properties, c.state = 'complete'";

  static final String NEURONS =
      "UNWIND $rows AS row CREATE (n:Neuron {dataset: $dataset, id: row.id})"
          + " SET n += row.properties"
          + " FOREACH (at IN row.place | SET n.position = point({x: at.x, y: at.y, z: at.z,"
          + " crs: 'cartesian-3D'}))";

  static final String SYNAPSES =
      "UNWIND $rows AS row CREATE (s:Synapse {dataset: $dataset, id: row.id})"
          + " SET s += row.properties"
          + " FOREACH (at IN row.place | SET s.position = point({x: at.x, y: at.y, z: at.z,"
          + " crs: 'cartesian-3D'}))"
          + " WITH s, row"
          + " CALL (s, row) { UNWIND row.pre AS id MATCH (n:Neuron {dataset: $dataset, id: id})"
          + " CREATE (n)-[:PRE]->(s) }"
          + " CALL (s, row) { UNWIND row.post AS id MATCH (n:Neuron {dataset: $dataset, id: id})"
          + " CREATE (s)-[:POST]->(n) }";

  static final String CONNECTIONS =
      "UNWIND $rows AS row MATCH (a:Neuron {dataset: $dataset, id: row.pre})"
          + " MATCH (b:Neuron {dataset: $dataset, id: row.post})"
          + " CREATE (a)-[c:SYNAPSES_ONTO]->(b) SET c = row.properties";

  static final String GAP_JUNCTIONS =
      "UNWIND $rows AS row MATCH (a:Neuron {dataset: $dataset, id: row.pre})"
          + " MATCH (b:Neuron {dataset: $dataset, id: row.post})"
          + " CREATE (a)-[c:GAP_JUNCTION]->(b) SET c = row.properties";

  static final String SKELETONS =
      "UNWIND $rows AS row MATCH (n:Neuron {dataset: $dataset, id: row.id})"
          + " SET n.pathUm = row.pathUm"
          + " CREATE (n)-[:HAS_SKELETON]->(s:Skeleton {dataset: $dataset, x: row.x, y: row.y,"
          + " z: row.z, parent: row.parent})";

  static final String FINDINGS =
      "UNWIND $rows AS row MATCH (c:Connectome {name: $dataset})"
          + " CREATE (c)-[:FOUND]->(f:Finding {dataset: $dataset}) SET f += row";

  /// What removes everything of a data set but its node; each statement commits on its own.
  static final List<String> REMOVAL =
      List.of(
          "MATCH (n:Neuron) WHERE n.dataset = $dataset AND n.id IS NOT NULL"
              + " MATCH (n)-[c:SYNAPSES_ONTO|GAP_JUNCTION]->()"
              + " CALL (c) { DELETE c } IN TRANSACTIONS OF 20000 ROWS",
          "MATCH (s:Synapse) WHERE s.dataset = $dataset AND s.id IS NOT NULL"
              + " CALL (s) { DETACH DELETE s } IN TRANSACTIONS OF 10000 ROWS",
          "MATCH (n:Neuron) WHERE n.dataset = $dataset AND n.id IS NOT NULL"
              + " MATCH (n)-[:HAS_SKELETON]->(s:Skeleton)"
              + " CALL (s) { DETACH DELETE s } IN TRANSACTIONS OF 200 ROWS",
          "MATCH (n:Neuron) WHERE n.dataset = $dataset AND n.id IS NOT NULL"
              + " CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS",
          "MATCH (:Connectome {name: $dataset})-[:FOUND]->(f:Finding) DETACH DELETE f");

  static final String REMOVAL_OF_NODE = "MATCH (c:Connectome {name: $dataset}) DETACH DELETE c";

  private Statements() {}
}
