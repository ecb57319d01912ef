// Question: What was amiss in the tables of a data set, and what was done about it?
// Parameters: dataset = 'tiny'
// Columns: table, kind, policy, count, lines, example
// Cost: a few records
MATCH (:Connectome {name: $dataset})-[:FOUND]->(f:Finding)
RETURN f.table AS table, f.kind AS kind, f.policy AS policy, f.count AS count, f.lines AS lines, f.example AS example
ORDER BY table, kind
