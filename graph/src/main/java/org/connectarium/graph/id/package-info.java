/// Ids of segments and agglomerates, as `docs/coordinates.md` lays them out. Begin at
/// [SegmentId]. Pure arithmetic: must not use Neo4j.
@NullMarked
package org.connectarium.graph.id;

import org.jspecify.annotations.NullMarked;
