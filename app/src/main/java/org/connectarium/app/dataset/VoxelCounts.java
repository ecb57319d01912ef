package org.connectarium.app.dataset;

/// A size in voxels along x, y and z.
public record VoxelCounts(int x, int y, int z) {}
