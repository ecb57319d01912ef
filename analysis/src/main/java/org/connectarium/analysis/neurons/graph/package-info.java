/// Figures and classes of the neurons of an assembled connectome: the procedure
/// `connectome.neurons.classify`. Begin at
/// [NeuronProcedures][org.connectarium.analysis.neurons.graph.NeuronProcedures]. Holds no
/// algorithm.
@NullMarked
package org.connectarium.analysis.neurons.graph;

import org.jspecify.annotations.NullMarked;
