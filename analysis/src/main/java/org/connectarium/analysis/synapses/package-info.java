/// Synapses as columns, and what is counted from them once. Begin with
/// [SynapseTable][org.connectarium.analysis.synapses.SynapseTable]: a reader adds one synapse
/// after the other, the analyses read columns.
///
/// Neurites are numbered 0, 1, 2, … by the caller, who keeps the ids. Knows no graph.
@NullMarked
package org.connectarium.analysis.synapses;

import org.jspecify.annotations.NullMarked;
