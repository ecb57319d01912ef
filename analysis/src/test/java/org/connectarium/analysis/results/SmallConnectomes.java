package org.connectarium.analysis.results;

/// Data sets for tests, as Cypher.
final class SmallConnectomes {
  /// `ring`: cells a → b (2 synapses) → c (1) → a (3) and a → d (1), d → a (2), d onto itself (4);
  /// e is alone; a, b, c are of class cell. `halves`: x → y, without counts. `alone`: one neuron.
  /// `half-written`: not complete.
  static final String CYPHER =
      """
      CREATE (r:Run {key: 901, id: 'import-ring', stage: 'import-connectome', version: '0.1.0',
        started: 'then', inputHash: 'cafe'})
      CREATE (k:Connectome {name: 'ring', title: 'A ring of cells', species: 'Simulatus minor',
        licence: 'CC0', state: 'complete', neurons: 5, synapses: 0, connections: 6,
        gapJunctions: 0, run: 901})
      CREATE (k)-[:FOUND]->(:Finding {dataset: 'ring', table: 'connections',
        kind: 'selfConnection', policy: 'keep', count: 1, example: 'self-connection of d'})
      CREATE (a:Neuron {dataset: 'ring', id: 'a', class: 'cell'})
      CREATE (b:Neuron {dataset: 'ring', id: 'b', class: 'cell'})
      CREATE (c:Neuron {dataset: 'ring', id: 'c', class: 'cell'})
      CREATE (d:Neuron {dataset: 'ring', id: 'd'}), (:Neuron {dataset: 'ring', id: 'e'})
      CREATE (a)-[:SYNAPSES_ONTO {count: 2}]->(b), (b)-[:SYNAPSES_ONTO {count: 1}]->(c),
        (c)-[:SYNAPSES_ONTO {count: 3}]->(a), (a)-[:SYNAPSES_ONTO {count: 1}]->(d),
        (d)-[:SYNAPSES_ONTO {count: 2}]->(a), (d)-[:SYNAPSES_ONTO {count: 4}]->(d)
      CREATE (:Connectome {name: 'halves', state: 'complete', neurons: 2, run: 901})
      CREATE (:Neuron {dataset: 'halves', id: 1})-[:SYNAPSES_ONTO]->(:Neuron {dataset: 'halves', id: 2})
      CREATE (:Connectome {name: 'o\\'hare <1>', state: 'complete', neurons: 2, run: 901})
      CREATE (:Neuron {dataset: 'o\\'hare <1>', id: 1})-[:SYNAPSES_ONTO]->(:Neuron {dataset: 'o\\'hare <1>', id: 2})
      CREATE (:Connectome {name: 'alone', state: 'complete', neurons: 1, run: 901})
      CREATE (:Neuron {dataset: 'alone', id: 1})
      CREATE (:Connectome {name: 'half-written', state: 'writing', run: 901})
      """;

  private SmallConnectomes() {}
}
