/// Statistics of connectomes as graphs, over the database: the procedures `connectome.network.*`
/// and what reads a data set for them. Begin at
/// [NetworkReader][org.connectarium.analysis.network.graph.NetworkReader]. Holds no algorithm.
@NullMarked
package org.connectarium.analysis.network.graph;

import org.jspecify.annotations.NullMarked;
