// Question: What did people decide of late, and what became of it?
// Parameters: limit = 10
// Columns: decision, kind, at, by, reason, ended, made
// Cost: one scan of all decisions
MATCH (decision:Decision)
RETURN decision.number AS decision,
       decision.kind AS kind,
       decision.at AS at,
       decision.by AS by,
       decision.reason AS reason,
       [(decision)-[:ENDED]->(before) | before.id] AS ended,
       [(decision)-[:MADE]->(after) | after.id] AS made
ORDER BY decision DESC
LIMIT $limit
