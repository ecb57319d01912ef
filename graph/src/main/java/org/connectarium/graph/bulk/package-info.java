/// The way of a whole new graph into the store, past the transactions: Neo4j's own batch importer,
/// fed with our rows. Begin at [BulkSink][org.connectarium.graph.bulk.BulkSink].
///
/// Uses classes that Neo4j does not promise to keep; only [ImportRun] and the two kinds of rows
/// name them.
@NullMarked
package org.connectarium.graph.bulk;

import org.jspecify.annotations.NullMarked;
