/// Which segments count as joined: the rule of the agglomeration, and what single joins and cuts
/// say instead. Begin at [Joins]. Reads the graph through the Neo4j core API; must not know
/// agglomerates or edits.
@NullMarked
package org.connectarium.graph.join;

import org.jspecify.annotations.NullMarked;
