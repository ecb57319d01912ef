/// The segment graph as flat arrays, which the pure steps of agglomeration work on, and its reader.
/// Begin at [Columns]. Only [ColumnsReader] uses Neo4j; nothing here must know a step.
@NullMarked
package org.connectarium.graph.columns;

import org.jspecify.annotations.NullMarked;
