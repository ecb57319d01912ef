// Question: Are synapses of one axon on one dendrite more alike in size than by chance, and those of controls?
// Parameters: dataset = 'planted'; size = 'asiUm2'
// Columns: pairing, pairs, meanCv, meanCvByChance, p, learnedFraction, learnedLow, learnedHigh
// Cost: 2 x 1,000 shuffles of all pairs, for each pairing
UNWIND ['sameAxonSameDendrite', 'sameAxon', 'sameDendrite'] AS pairing
CALL connectome.size.similarity($dataset, {size: $size, pairing: pairing})
YIELD pairs, meanCv, meanCvByChance, p, learnedFraction, learnedLow, learnedHigh
RETURN pairing, pairs, meanCv, meanCvByChance, p, learnedFraction, learnedLow, learnedHigh
