// Question: Which contacts lie within radiusNm of a point? Looks at segments whose centroid lies within searchNm.
// Parameters: x = 150.0; y = 50.0; z = 25.0; radiusNm = 200.0; searchNm = 2000.0
// Columns: distanceNm, lowId, highId, areaUm2, pContinuity
// Cost: spatial index over segments in the search radius (take half a block), then their contacts
MATCH (segment:Segment)
WHERE point.distance(segment.position, point({x: $x, y: $y, z: $z, crs: 'cartesian-3D'})) < $searchNm
MATCH (segment)-[contact:CONTACT]-()
WITH DISTINCT contact,
     sqrt((contact.x - $x)^2 + (contact.y - $y)^2 + (contact.z - $z)^2) AS distanceNm
WHERE distanceNm <= $radiusNm
RETURN distanceNm,
       startNode(contact).id AS lowId,
       endNode(contact).id AS highId,
       contact.areaUm2 AS areaUm2,
       contact.pContinuity AS pContinuity
ORDER BY distanceNm, lowId, highId
