/// Which contacts are synapses. Begin at [SynapseRules], which is pure; [SynapticContacts] reads
/// the graph, [SynapseProcedures] answers callers. Clusters of such contacts are another package's.
@NullMarked
package org.connectarium.graph.synapse;

import org.jspecify.annotations.NullMarked;
