// Question: Which classes of axons and dendrites does the assembled connectome have? (writes)
// Parameters: dataset = 'own'; voxelSizeNm = [10, 10, 10]
// Columns: neuronClass, axons, neurons, sends, receives, pathUm, spines, boutons
// Cost: the segments and contacts of all neurons; pairs of the synapses of an axon
CALL connectome.neurons.classify($dataset, {voxelSizeNm: $voxelSizeNm})
YIELD neuronClass, axons, neurons, sends, receives, pathUm, spines, boutons
RETURN neuronClass, axons, neurons, sends, receives, pathUm, spines, boutons
