/// What is known of each segment of a block: size, place, extent. Begin with
/// [SegmentTable][org.connectarium.reconstruction.segment.SegmentTable].
///
/// Pure functions; uses `reconstruction.grid`, `reconstruction.distance` and `ingest.volume`, no
/// other stage.
@NullMarked
package org.connectarium.reconstruction.segment;

import org.jspecify.annotations.NullMarked;
