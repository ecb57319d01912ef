// Question: How many connections lie between neurons?
// Parameters: dataset = 'tiny'; sources = 1000
// Columns: hops, pairs, share
// Cost: one pass over the connections for each source
CALL connectome.network.pathLengths($dataset, {sources: $sources})
YIELD hops, pairs, share
RETURN hops, pairs, share
