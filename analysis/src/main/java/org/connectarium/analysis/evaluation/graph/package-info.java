/// Evaluation in the graph: truth that was stored there against segments and agglomerates, as the
/// procedures `connectome.evaluate.*`. Begin at
/// [GraphEvaluation][org.connectarium.analysis.evaluation.graph.GraphEvaluation]; the measures
/// themselves are pure functions of the package above.
@NullMarked
package org.connectarium.analysis.evaluation.graph;

import org.jspecify.annotations.NullMarked;
