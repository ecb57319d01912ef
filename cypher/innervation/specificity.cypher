// Question: How many axons hit a target class more often than chance explains?
// Parameters: dataset = 'planted'; minSynapses = 10; seed = 1
// Columns: axonClass, target, axons, qualifies, simulatedP, specificAxons, share, shareLow, shareHigh, excess, excessLow, excessHigh
// Cost: axons times classes times draws; some seconds for 10,000 axons
CALL connectome.innervation.specificity($dataset, {minSynapses: $minSynapses, seed: $seed})
YIELD axonClass, target, axons, qualifies, simulatedP, specificAxons, share, shareLow, shareHigh, excess, excessLow, excessHigh
RETURN axonClass, target, axons, qualifies, simulatedP, specificAxons, share, shareLow, shareHigh, excess, excessLow, excessHigh
ORDER BY axonClass, share DESC
