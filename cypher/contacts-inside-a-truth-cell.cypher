// Question: Over which contacts inside one cell of the truth should segments join, and do they?
// Parameters: truth = 'volume'; cellId = 8
// Columns: lowId, highId, pContinuity, isJoined, x, y, z
// Cost: one index look-up, then all contacts of the segments in the cell
MATCH (cell:TruthCell {truth: $truth, id: $cellId})<-[:OVERLAPS]-(low:Segment)
MATCH (low)-[contact:CONTACT]->(high:Segment)-[:OVERLAPS]->(cell)
RETURN low.id AS lowId,
       high.id AS highId,
       contact.pContinuity AS pContinuity,
       EXISTS { (low)-[:PART_OF*]->(:Agglomerate)<-[:PART_OF*]-(high) } AS isJoined,
       contact.x AS x,
       contact.y AS y,
       contact.z AS z
ORDER BY isJoined, pContinuity, lowId, highId
