/// Synapses of a data set out of the graph, as columns for every statistic. Begin at
/// [SynapseReader][org.connectarium.analysis.synapses.graph.SynapseReader]; procedures take their
/// choice of synapses from
/// [SynapseOptions][org.connectarium.analysis.synapses.graph.SynapseOptions]. Holds no statistic.
@NullMarked
package org.connectarium.analysis.synapses.graph;

import org.jspecify.annotations.NullMarked;
