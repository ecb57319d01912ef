/// The graph in a Neo4j server of one's own: rows and calls over Bolt to procedures that do there
/// what the same code does in one process. Begin at
/// [BoltGraph][org.connectarium.graph.bolt.BoltGraph]; the server needs our procedures, which the
/// plug-in and `GraphServer` have.
@NullMarked
package org.connectarium.graph.bolt;

import org.jspecify.annotations.NullMarked;
