// Question: How do the data sets of the graph differ in size, density and reciprocity?
// Parameters: none
// Columns: dataset, nodes, edges, density, reciprocity
// Cost: one pass over the connections
MATCH (c:Connectome {state: 'complete'})
CALL connectome.network.summary(c.name, {weight: 'none'}) YIELD nodes, edges, density, reciprocity
RETURN c.name AS dataset, nodes, edges, density, reciprocity
ORDER BY dataset
