// Question: Are the sizes of synapses one log-normal population, or several?
// Parameters: dataset = 'planted'; size = 'asiUm2'
// Columns: axonClass, component, components, weight, weightLow, weightHigh, meanLog10, sdLog10, chosenAgain
// Cost: starts and draws x components x 1,024 x some 50 rounds for each class of axons
CALL connectome.size.mixtures($dataset, {size: $size, by: ['axonClass'], mostComponents: 3, draws: 50})
YIELD axonClass, component, components, weight, weightLow, weightHigh, meanLog10, sdLog10, chosenAgain
RETURN axonClass, component, components, weight, weightLow, weightHigh, meanLog10, sdLog10, chosenAgain
ORDER BY axonClass, component
