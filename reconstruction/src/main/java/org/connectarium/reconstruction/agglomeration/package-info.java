/// Watershed, contacts by faces and hierarchy of one array in memory, without blocks, tables and
/// graph. Begin with
/// [AffinityAgglomeration][org.connectarium.reconstruction.agglomeration.AffinityAgglomeration].
///
/// Pure functions; uses `reconstruction.grid`, `watershed` and `hierarchy`.
@NullMarked
package org.connectarium.reconstruction.agglomeration;

import org.jspecify.annotations.NullMarked;
