/// Connectomes as directed graphs: the graph itself and its basic numbers. Begin at
/// [Network][org.connectarium.analysis.network.Network]. Pure functions; must not see Neo4j.
@NullMarked
package org.connectarium.analysis.network;

import org.jspecify.annotations.NullMarked;
