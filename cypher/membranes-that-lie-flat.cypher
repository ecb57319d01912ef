// Question: Which contacts of at least minAreaUm2 lie within maxDegrees of the plane of the sections? Most varied evidence first.
// Parameters: minAreaUm2 = 0.001; maxDegrees = 90.0; limit = 20
// Columns: lowId, highId, degrees, areaUm2, boundary, boundarySd, thinnerNm
// Cost: one pass over all contacts; boundaries seen from above are hard to tell; no rows from graphs of schema 4 or older
MATCH (low:Segment)-[contact:CONTACT]->(high:Segment)
WHERE contact.areaUm2 >= $minAreaUm2 AND NOT contact.face
WITH low, high, contact, abs(contact.normal[2]) AS along
WHERE along > 0
WITH low, high, contact, degrees(acos(CASE WHEN along > 1 THEN 1.0 ELSE along END)) AS degrees
WHERE degrees <= $maxDegrees
RETURN low.id AS lowId,
       high.id AS highId,
       degrees,
       contact.areaUm2 AS areaUm2,
       contact.boundary AS boundary,
       contact.boundarySd AS boundarySd,
       CASE WHEN low.thicknessNm < high.thicknessNm THEN low.thicknessNm ELSE high.thicknessNm END AS thinnerNm
ORDER BY boundarySd DESC, lowId, highId
LIMIT $limit
