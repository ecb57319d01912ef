/// Probabilities of classifiers in the graph, side by side: what they are called and which model
/// and run they are of. Begin at [ScoreRegistry]. Must not know sinks or agglomerates.
@NullMarked
package org.connectarium.graph.score;

import org.jspecify.annotations.NullMarked;
