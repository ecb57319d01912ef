/// The words in which every stage speaks about voxels: [Box][org.connectarium.ingest.volume.Box],
/// [VoxelSize][org.connectarium.ingest.volume.VoxelSize] and the one exception for bad input.
/// Begin with `Box`.
///
/// Uses nothing but the JDK.
@NullMarked
package org.connectarium.ingest.volume;

import org.jspecify.annotations.NullMarked;
