/// Simulated cortex of which everything is known: cells, types, organelles, synapses, wiring. Begin
/// with [Tissue][org.connectarium.ingest.tissue.Tissue].
///
/// Space is cut into tiles; `TilePlanner` is the table of contents of how one is planned, `Painter`
/// of how a box is turned into voxels. `docs/simulation.md` describes method and measurements,
/// decision record 6 the reasons. Uses the packages `volume` and `noise` and the JDK only.
@NullMarked
package org.connectarium.ingest.tissue;

import org.jspecify.annotations.NullMarked;
