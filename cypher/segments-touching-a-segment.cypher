// Question: Which segments touch a given one, and how surely are they the same cell?
// Parameters: segmentId = 72057594037927937
// Columns: segmentId, pieces, areaUm2, pContinuity
// Cost: one index look-up, then the contacts of the segment
MATCH (:Segment {id: $segmentId})-[contact:CONTACT]-(other:Segment)
RETURN other.id AS segmentId,
       count(contact) AS pieces,
       sum(contact.areaUm2) AS areaUm2,
       max(contact.pContinuity) AS pContinuity
ORDER BY pContinuity DESC, segmentId
