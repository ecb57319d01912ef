/// Branches: edits that are only proposed, tried out on the current state, evaluated, and then
/// taken over as decisions or dropped. Begin at [Branches]. Must not know servers or sinks.
@NullMarked
package org.connectarium.graph.branch;

import org.jspecify.annotations.NullMarked;
