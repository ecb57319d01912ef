/// Where the graph of a workspace is kept, in its folder or in a Neo4j server, and what the stages
/// do with it. Begin with [GraphPlace][org.connectarium.app.graph.GraphPlace].
///
/// Whatever a stage asks of a graph goes through here, so that no stage knows where it is.
@NullMarked
package org.connectarium.app.graph;

import org.jspecify.annotations.NullMarked;
