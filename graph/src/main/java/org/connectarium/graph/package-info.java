/// The connectome as one property graph. Each stage, algorithm or format has its own package
/// below:
///
/// ```
///   id ◄── sink ──► schema ◄── store ◄── server        agglomerate ──► schema, sink, id
///   bulk ──► sink, store                               bolt ──► sink, schema, procedure
///                                                      truth ──► sink, schema, procedure
///   agglomerate ──► growth, leftover, soma, spine, partition ──► columns ──► schema
///   agglomerate ──► hierarchy ──► join ──► schema      mergetree ──► agglomerate
///   edit ──► agglomerate, hierarchy, join, mincut
/// ```
///
/// Begin at [org.connectarium.graph.store.GraphStore], then
/// [org.connectarium.graph.sink.GraphSink]. Nothing here knows DL4J, volumes, or HTTP.
@NullMarked
package org.connectarium.graph;

import org.jspecify.annotations.NullMarked;
