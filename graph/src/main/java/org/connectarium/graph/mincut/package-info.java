/// The cheapest cut between two sets of nodes. Begin at [MinimumCut]. Pure; must not know the
/// graph database.
@NullMarked
package org.connectarium.graph.mincut;

import org.jspecify.annotations.NullMarked;
