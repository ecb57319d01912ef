/// The 51 texture channels of SynEM: what an image looks like around each voxel, at scales of 12 to
/// 60 nm. Begin with [Textures][org.connectarium.reconstruction.texture.Textures].
///
/// Pure functions on blocks; uses `ingest.volume` for the voxel size, no other stage.
@NullMarked
package org.connectarium.reconstruction.texture;

import org.jspecify.annotations.NullMarked;
