/// The embedded Neo4j database of a workspace. Begin at [GraphStore].
@NullMarked
package org.connectarium.graph.store;

import org.jspecify.annotations.NullMarked;
