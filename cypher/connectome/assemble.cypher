// Question: Which synapses and neurons do the synaptic contacts make of the agglomerates? (writes)
// Parameters: dataset = 'own'; minProbability = 0.5; linkNm = 350
// Columns: neurons, synapses, connections, contactsWithin, kinds, somataKnown, spineHeadsKnown
// Cost: three passes over segments and contacts, and what is written; it commits on its own
CALL connectome.synapses.assemble($dataset, {minProbability: $minProbability, linkNm: $linkNm})
YIELD neurons, synapses, connections, contactsWithin, kinds, somataKnown, spineHeadsKnown
RETURN neurons, synapses, connections, contactsWithin, kinds, somataKnown, spineHeadsKnown
