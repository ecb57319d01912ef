// Question: Which synapses of a data set do statistics use, and which do they leave out, and why?
// Parameters: dataset = 'planted'
// Columns: used, leftOut, withoutSender, withoutReceiver, severalReceivers, selfConnections, withoutClass, uncertain
// Cost: one pass over the synapses
CALL connectome.synapses.usage($dataset)
YIELD used, leftOut, withoutSender, withoutReceiver, severalReceivers, selfConnections, withoutClass, uncertain
RETURN used, leftOut, withoutSender, withoutReceiver, severalReceivers, selfConnections, withoutClass, uncertain
