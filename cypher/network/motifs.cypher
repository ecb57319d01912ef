// Question: Which ways of connecting three neurons are more frequent than by chance?
// Parameters: dataset = 'tiny'; graphs = 20; seed = 1
// Columns: triad, count, chanceMean, z, pHigh, pLow
// Cost: one pass over the connections, and for each random graph ten exchanges an edge
CALL connectome.network.motifs($dataset, {graphs: $graphs, seed: $seed})
YIELD triad, count, chanceMean, z, pHigh, pLow
RETURN triad, count, chanceMean, z, pHigh, pLow
