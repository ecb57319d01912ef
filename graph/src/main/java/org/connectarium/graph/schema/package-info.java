/// Labels, relationship types, properties, constraints and indexes of the graph, their version
/// and its forward migrations; `docs/schema.md` is the page of the same facts. Begin at
/// [GraphSchema]. Uses the Neo4j core API only; must not use sinks, procedures or servers.
@NullMarked
package org.connectarium.graph.schema;

import org.jspecify.annotations.NullMarked;
