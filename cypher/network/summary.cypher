// Question: How many neurons and connections has a data set, how dense and how reciprocal is it?
// Parameters: dataset = 'tiny'; weight = 'count'
// Columns: nodes, edges, selfEdges, weight, density, reciprocity, components, largestStrongComponent
// Cost: one pass over the connections
CALL connectome.network.summary($dataset, {weight: $weight})
YIELD nodes, edges, selfEdges, weight, density, reciprocity, components, largestStrongComponent
RETURN nodes, edges, selfEdges, weight, density, reciprocity, components, largestStrongComponent
