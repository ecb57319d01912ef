/// Partition of a graph with attractive and repulsive edges (multicut, correlation clustering).
/// Begin at [Multicut]. Pure algorithm: must not use Neo4j.
@NullMarked
package org.connectarium.graph.partition;

import org.jspecify.annotations.NullMarked;
