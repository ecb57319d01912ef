/// Agglomeration: typed thresholds on contacts, then connected components; or a multicut; or the
/// steps of FocusEM ([FocusemChain]). Stored as `PART_OF`. Begin at [Agglomeration]; its procedures
/// are in [AgglomerateProcedures].
@NullMarked
package org.connectarium.graph.agglomerate;

import org.jspecify.annotations.NullMarked;
