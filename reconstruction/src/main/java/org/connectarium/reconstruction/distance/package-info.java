/// How deep a voxel lies inside its object. Begin with
/// [LabelDistance][org.connectarium.reconstruction.distance.LabelDistance].
///
/// Pure functions; uses `reconstruction.grid` and `ingest.volume`, no other stage.
@NullMarked
package org.connectarium.reconstruction.distance;

import org.jspecify.annotations.NullMarked;
