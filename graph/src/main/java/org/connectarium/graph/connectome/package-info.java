/// Connectomes of tables in the graph: neurons, synapses and connections of a data set, several
/// data sets side by side. Begin at [ConnectomeSink]. Reads no files; knows no procedures.
@NullMarked
package org.connectarium.graph.connectome;

import org.jspecify.annotations.NullMarked;
