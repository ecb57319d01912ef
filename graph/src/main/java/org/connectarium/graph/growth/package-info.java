/// Directional growth of axons: out of their ends, not out of their flanks. Begin at
/// [DirectionalGrowth]. Pure: must not use Neo4j.
@NullMarked
package org.connectarium.graph.growth;

import org.jspecify.annotations.NullMarked;
