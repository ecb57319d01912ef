/// Statistics of synapse sizes over the database: the procedures `connectome.size.*` and what
/// chooses synapses for them. Begin at
/// [SizedSynapses][org.connectarium.analysis.size.graph.SizedSynapses]. Holds no algorithm.
@NullMarked
package org.connectarium.analysis.size.graph;

import org.jspecify.annotations.NullMarked;
