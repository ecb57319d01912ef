/// Ways of signals through a connectome. Begin at
/// [ShortestPath][org.connectarium.analysis.path.ShortestPath]. Pure functions; must not see Neo4j.
@NullMarked
package org.connectarium.analysis.path;

import org.jspecify.annotations.NullMarked;
