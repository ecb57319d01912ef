/// How large synapses are, and what pairs of one axon with one dendrite tell about learning.
/// Begin with [SynapseSize][org.connectarium.analysis.size.SynapseSize].
///
/// Pure functions on areas; knows no graph.
@NullMarked
package org.connectarium.analysis.size;

import org.jspecify.annotations.NullMarked;
