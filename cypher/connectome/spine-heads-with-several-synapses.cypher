// Question: Which spine heads carry more than one synapse, and from which axons?
// Parameters: limit = 20
// Columns: spineHeadId, synapses, kinds, axonIds, dendriteIds
// Cost: one pass over the spine heads with their contacts
MATCH (h:SpineHead)<-[:IN_HEAD]-(:Segment)<-[:TO]-(:SynapticContact)-[:SUPPORTS]->(s:Synapse)
WITH h, s ORDER BY s.id
WITH h, collect(DISTINCT s) AS synapses WHERE size(synapses) > 1
RETURN h.id AS spineHeadId, size(synapses) AS synapses, [s IN synapses | s.kind] AS kinds,
  [s IN synapses | head([(n:Neuron)-[:PRE]->(s) | n.id])] AS axonIds,
  [s IN synapses | head([(s)-[:POST]->(n:Neuron) | n.id])] AS dendriteIds
ORDER BY synapses DESC, spineHeadId
LIMIT $limit
