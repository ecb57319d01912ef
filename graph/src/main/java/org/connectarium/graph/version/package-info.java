/// Which version of the program this is and which Neo4j it was built for, also asked from outside
/// (`connectome.version`). Begin at [Versions].
@NullMarked
package org.connectarium.graph.version;

import org.jspecify.annotations.NullMarked;
