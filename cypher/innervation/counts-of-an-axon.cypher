// Question: How many synapses does an axon make onto each target class, and how sure are they?
// Parameters: dataset = 'planted'; axonId = 0
// Columns: target, synapses, hits, expectedHits, hitsLow, hitsHigh, fraction, fractionLow, fractionHigh
// Cost: one pass over the synapses
CALL connectome.innervation.counts($dataset)
YIELD axonId, target, synapses, hits, expectedHits, hitsLow, hitsHigh, fraction, fractionLow, fractionHigh
WHERE axonId = $axonId
RETURN target, synapses, hits, expectedHits, hitsLow, hitsHigh, fraction, fractionLow, fractionHigh
ORDER BY hits DESC
