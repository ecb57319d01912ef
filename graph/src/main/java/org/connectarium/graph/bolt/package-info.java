/// The way into the graph of another process: rows over Bolt to procedures that write them as the
/// embedded sink does. Begin at [BoltSink][org.connectarium.graph.bolt.BoltSink]; the server needs
/// the procedures `connectome.load.*` of this package, which `GraphServer` and the plug-in have.
@NullMarked
package org.connectarium.graph.bolt;

import org.jspecify.annotations.NullMarked;
