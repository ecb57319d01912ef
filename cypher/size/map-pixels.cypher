// Question: Where on the map of likeness and size are pairs denser than by chance?
// Parameters: dataset = 'planted'; size = 'asiUm2'; shuffles = 201; below = 0.05
// Columns: cv, log10Mean, density, expected, p
// Cost: per shuffle some 5 ms; 5,000 shuffles are usual
CALL connectome.size.mapPixels($dataset, {size: $size, shuffles: $shuffles})
YIELD cv, log10Mean, density, expected, p
WHERE p < $below
RETURN cv, log10Mean, density, expected, p
ORDER BY log10Mean, cv
