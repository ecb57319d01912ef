/// From a boundary map to segments, on one block. Begin with
/// [Watershed][org.connectarium.reconstruction.watershed.Watershed].
///
/// Pure functions; uses `reconstruction.grid`, `reconstruction.components` and `ingest.volume`, no
/// other stage.
@NullMarked
package org.connectarium.reconstruction.watershed;

import org.jspecify.annotations.NullMarked;
