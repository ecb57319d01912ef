/// The levels between segments and agglomerates: segments of an agglomerate that lie in one chunk
/// of space and are joined there form a part, parts of a cube of 4³ chunks that are joined in it
/// form a larger part, and so on, so that an edit changes a few nodes whatever the size of the
/// agglomerate. Begin at [ChunkHierarchy] (one change after the other) and [ChunkLevels] (all at
/// once). Uses the Neo4j core API; must not know procedures, decisions or thresholds.
@NullMarked
package org.connectarium.graph.hierarchy;

import org.jspecify.annotations.NullMarked;
