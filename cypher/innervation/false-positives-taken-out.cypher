// Question: How many axons are specific if synapses that were detected wrongly are taken out?
// Parameters: dataset = 'planted'; falseRates = {Somata: 0.05, Apical: 0.1, OtherDendrite: 0.1}; runs = 5
// Columns: axonClass, target, uncorrected, least, median, most, mean
// Cost: as specificity, times the runs
CALL connectome.innervation.corrected($dataset, {falseRates: $falseRates, runs: $runs, gate: 'limit'})
YIELD axonClass, target, uncorrected, least, median, most, mean
RETURN axonClass, target, uncorrected, least, median, most, mean
ORDER BY axonClass, target
