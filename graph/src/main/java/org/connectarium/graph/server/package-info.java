/// Neo4j's own Community server, in process, on the store of a workspace. Begin at
/// [GraphServer]. It only configures that server: no HTTP of ours lives here.
@NullMarked
package org.connectarium.graph.server;

import org.jspecify.annotations.NullMarked;
