/// What the server offers to Neo4j Browser besides the graph: style and guide of `cypher/browser`.
/// Begin at [BrowserFiles][org.connectarium.graph.server.browser.BrowserFiles]. Neo4j's web server
/// loads all classes with paths of this package, so nothing else may lie here.
@NullMarked
package org.connectarium.graph.server.browser;

import org.jspecify.annotations.NullMarked;
