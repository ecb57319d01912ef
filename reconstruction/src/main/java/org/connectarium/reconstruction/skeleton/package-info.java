/// Middle lines of objects as trees. Begin with
/// [VolumeSkeletons][org.connectarium.reconstruction.skeleton.VolumeSkeletons] for a volume block
/// by block, or [Skeletons][org.connectarium.reconstruction.skeleton.Skeletons] for an array.
///
/// Uses `reconstruction.grid`, `distance` and `block`, no other stage.
@NullMarked
package org.connectarium.reconstruction.skeleton;

import org.jspecify.annotations.NullMarked;
