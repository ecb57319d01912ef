// Question: How large are the synapses of each class of axons onto each class of targets?
// Parameters: dataset = 'planted'; size = 'asiUm2'
// Columns: axonClass, targetClass, kind, synapses, withoutSize, median, meanLog10, sdLog10
// Cost: one pass over the synapses of the data set
CALL connectome.size.distributions($dataset, {size: $size})
YIELD axonClass, targetClass, kind, synapses, withoutSize, median, meanLog10, sdLog10
RETURN axonClass, targetClass, kind, synapses, withoutSize, median, meanLog10, sdLog10
ORDER BY synapses DESC
