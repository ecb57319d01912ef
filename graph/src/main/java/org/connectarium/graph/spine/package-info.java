/// Spine heads and their walk to a dendrite. Begin at [SpineAttachment]. Pure: must not use Neo4j.
@NullMarked
package org.connectarium.graph.spine;

import org.jspecify.annotations.NullMarked;
