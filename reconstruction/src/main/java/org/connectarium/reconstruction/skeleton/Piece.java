package org.connectarium.reconstruction.skeleton;

/// The skeleton of one connected object inside one block, in voxels of the volume.
///
/// @param label of the object
/// @param voxels of the object that belong to the block
/// @param x of each node
/// @param y of each node
/// @param z of each node
/// @param radiusNm distance of each node to the surface, in nm
/// @param parent node before each node, −1 at the first
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
record Piece(long label, long voxels, int[] x, int[] y, int[] z, float[] radiusNm, int[] parent) {}
