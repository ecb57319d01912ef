// Question: How far does what is available to axons explain onto what they make synapses?
// Parameters: dataset = 'tissue'
// Columns: predictor, radiusUm, axons, rSquared, corrected
// Cost: as availability; a logistic model for each distance takes most of it
CALL connectome.geometry.predictability($dataset, {radiiUm: [0, 1, 2, 3, 4, 5]})
YIELD predictor, radiusUm, targetClass, axons, rSquared, corrected
WHERE targetClass = 'all'
RETURN predictor, radiusUm, axons, rSquared, corrected
ORDER BY predictor, radiusUm
