// Question: Which models have probabilities in the graph, in which properties, from which run, and of how many things?
// Parameters: none
// Columns: kind, name, properties, state, count, version, parameters, started
// Cost: one node per model
CALL connectome.scores.list()
YIELD kind, name, properties, runId, state, count
MATCH (run:Run {id: runId})
RETURN kind,
       name,
       properties,
       state,
       count,
       run.version AS version,
       run.parameters AS parameters,
       run.started AS started
ORDER BY kind, name
