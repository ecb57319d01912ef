/// What no agglomerate took joins its most probable neighbour. Begin at [Leftovers]. Pure: must not
/// use Neo4j.
@NullMarked
package org.connectarium.graph.leftover;

import org.jspecify.annotations.NullMarked;
