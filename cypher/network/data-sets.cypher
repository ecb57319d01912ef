// Question: Which connectomes are in the graph, where do they come from, and what made them?
// Parameters: none
// Columns: dataset, species, neurons, synapses, connections, gapJunctions, licence, citation, state, importedAt, inputHash
// Cost: a few records
MATCH (c:Connectome)
OPTIONAL MATCH (r:Run {key: c.run})
RETURN c.name AS dataset, c.species AS species, c.neurons AS neurons, c.synapses AS synapses, c.connections AS connections,
       c.gapJunctions AS gapJunctions, c.licence AS licence, c.citation AS citation, c.state AS state, r.ended AS importedAt,
       r.inputHash AS inputHash
ORDER BY dataset
