/// What axons choose and dendrites receive, over the database: the procedures
/// `connectome.innervation.*`. Begin at
/// [InnervationProcedures][org.connectarium.analysis.innervation.graph.InnervationProcedures];
/// [Populations][org.connectarium.analysis.innervation.graph.Populations] says which axons are
/// looked at together. Holds no algorithm.
@NullMarked
package org.connectarium.analysis.innervation.graph;

import org.jspecify.annotations.NullMarked;
