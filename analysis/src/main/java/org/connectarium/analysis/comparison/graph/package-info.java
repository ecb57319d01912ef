/// Data sets side by side, over the database: the procedures `connectome.comparison.*`. Begin at
/// [ComparisonProcedures][org.connectarium.analysis.comparison.graph.ComparisonProcedures]. Holds
/// no algorithm.
@NullMarked
package org.connectarium.analysis.comparison.graph;

import org.jspecify.annotations.NullMarked;
