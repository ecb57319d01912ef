// Question: Of contacts with a probability of one cell around p, are as many within one cell of the truth?
// Parameters: property = 'pContinuity_connectem'; truth = 'volume'; bins = 10
// Columns: fromP, toP, contacts, meanP, withinOneCell
// Cost: one pass over all contacts and the overlaps of their segments; a segment belongs to the cell that it shares most voxels with
MATCH (low:Segment)-[contact:CONTACT WHERE NOT contact.face]->(high:Segment)
WITH low, high, contact[$property] AS p
WHERE p IS NOT NULL
CALL (low) {
  MATCH (low)-[overlap:OVERLAPS]->(cell:TruthCell {truth: $truth})
  RETURN cell.id AS lowCell ORDER BY overlap.voxels DESC, lowCell LIMIT 1
}
CALL (high) {
  MATCH (high)-[overlap:OVERLAPS]->(cell:TruthCell {truth: $truth})
  RETURN cell.id AS highCell ORDER BY overlap.voxels DESC, highCell LIMIT 1
}
WITH CASE WHEN p >= 1 THEN $bins - 1 ELSE toInteger(p * $bins) END AS bin, p, lowCell = highCell AS isWithin
RETURN toFloat(bin) / $bins AS fromP,
       toFloat(bin + 1) / $bins AS toP,
       count(*) AS contacts,
       avg(p) AS meanP,
       avg(CASE WHEN isWithin THEN 1.0 ELSE 0.0 END) AS withinOneCell
ORDER BY fromP
