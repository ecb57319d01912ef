/// The connectome of our own reconstruction: synapses of synaptic contacts, neurons of
/// agglomerates. Begin at [ConnectomeAssembly]; [Sites] and [SpineRanks] are the pure part.
/// [ConnectomeUpkeep] keeps it in step with edits. Must not know edits or agglomerations.
@NullMarked
package org.connectarium.graph.assembly;

import org.jspecify.annotations.NullMarked;
