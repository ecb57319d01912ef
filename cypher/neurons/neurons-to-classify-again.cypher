// Question: How many neurons lost their class, because an edit changed them?
// Parameters: dataset = 'own'
// Columns: unclassified, classified
// Cost: one pass over the neurons
MATCH (n:Neuron) WHERE n.dataset = $dataset AND n.id IS NOT NULL
RETURN count(CASE WHEN n.class IS NULL THEN 1 END) AS unclassified, count(n.class) AS classified
