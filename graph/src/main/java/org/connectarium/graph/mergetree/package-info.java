/// The hierarchy of all thresholds on contacts, stored as `MERGES`, so that another threshold is a
/// query. Begin at [MergeTree] (pure), then [MergeTreeBuild] (into the graph) and [Climb] (out of
/// it); the procedures are in [MergeTreeProcedures].
@NullMarked
package org.connectarium.graph.mergetree;

import org.jspecify.annotations.NullMarked;
