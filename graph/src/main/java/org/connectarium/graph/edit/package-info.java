/// Edits of the agglomeration: merge, split, undo, redo, each one transaction that changes joins,
/// memberships, lineage and the decision together; and the past states they leave. Begin at
/// [Edits] and [History]. Must not know servers or sinks.
@NullMarked
package org.connectarium.graph.edit;

import org.jspecify.annotations.NullMarked;
