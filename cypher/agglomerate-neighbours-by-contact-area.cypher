// Question: Which other agglomerates does a given one touch most?
// Parameters: agglomerateId = 144115188075855873; limit = 10
// Columns: agglomerateId, contacts, areaUm2
// Cost: one index look-up, then all contacts of the agglomerate's segments
MATCH (agglomerate:Agglomerate {id: $agglomerateId})<-[:PART_OF*]-(segment:Segment)
MATCH (segment)-[contact:CONTACT]-(:Segment)-[:PART_OF*]->(other:Agglomerate)
WHERE other <> agglomerate
RETURN other.id AS agglomerateId,
       count(contact) AS contacts,
       sum(contact.areaUm2) AS areaUm2
ORDER BY areaUm2 DESC, agglomerateId
LIMIT $limit
