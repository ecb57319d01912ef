/// Cell bodies around nuclei. Begin at [Somata]. Pure: must not use Neo4j.
@NullMarked
package org.connectarium.graph.soma;

import org.jspecify.annotations.NullMarked;
