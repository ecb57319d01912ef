/// Truth in the graph, mapped to segments: cells of a labelled volume by the voxels they share,
/// skeletons by the segment at each node. Begin at [TruthSink] to store one and at [TruthReader]
/// to read it; how good segments and agglomerates are against it is asked elsewhere.
@NullMarked
package org.connectarium.graph.truth;

import org.jspecify.annotations.NullMarked;
