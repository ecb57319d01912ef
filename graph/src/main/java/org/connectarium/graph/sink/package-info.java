/// The way of segments and contacts into the graph. Begin at [GraphSink]: the reconstruction
/// fills its rows and knows nothing else of the graph.
@NullMarked
package org.connectarium.graph.sink;

import org.jspecify.annotations.NullMarked;
