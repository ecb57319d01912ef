// Question: Which agglomerates hold synaptic contacts of themselves, as mergers of an axon and a dendrite would?
// Parameters: limit = 20
// Columns: agglomerateId, contacts, surest, synapses
// Cost: one pass over the contacts within agglomerates
MATCH (c:SynapticContact)-[:WITHIN]->(a:Agglomerate)
WITH a, count(c) AS contacts, max(c.p) AS surest
RETURN a.id AS agglomerateId, contacts, surest, COUNT { (a)-[:PRE]->() } + COUNT { ()-[:POST]->(a) } AS synapses
ORDER BY contacts DESC, agglomerateId
LIMIT $limit
