/// What geometry explains, over the database: the procedures `connectome.geometry.*` and what reads
/// membrane and synapses for them. Begin at
/// [Surroundings][org.connectarium.analysis.geometry.graph.Surroundings]. Holds no algorithm.
@NullMarked
package org.connectarium.analysis.geometry.graph;

import org.jspecify.annotations.NullMarked;
