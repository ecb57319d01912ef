// Question: Which edits of open branches conflict with what others decided since they were proposed?
// Parameters: limit = 100
// Columns: branch, edit, kind, sources, sinks, by, decisions, conflict
// Cost: makes all edits of each open branch (some ms each) while editors wait, and takes them back
CALL connectome.branch.list() YIELD name AS branch, state
WITH branch WHERE state = 'open'
CALL connectome.branch.edits(branch) YIELD edit, kind, sources, sinks, by, conflict
WITH * WHERE conflict <> ''
MATCH (:Branch {name: branch})-[:PROPOSES]->(proposed:BranchEdit {number: edit})
RETURN branch, edit, kind, sources, sinks, by,
       COLLECT {
         UNWIND range(0, size(proposed.low) - 1) AS i
         MATCH (:Segment {id: proposed.low[i]})-[said:JOINED|CUT]-(:Segment {id: proposed.high[i]})
         UNWIND [said.since, said.until] AS decision
         WITH DISTINCT decision WHERE decision > proposed.base
         RETURN decision ORDER BY decision
       } AS decisions,
       conflict
ORDER BY branch, edit
LIMIT $limit
