package org.connectarium.graph.truth;

/// What segments share with the cells of a truth: entry i says that `segmentIds[i]` and
/// `cellIds[i]` have `voxels[i]` in common; pairs are distinct, in no order.
///
/// @param cellVoxels size of all cells, with the voxels that lie in no segment and those outside
///     the box that was asked for
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
public record Overlaps(long[] segmentIds, long[] cellIds, long[] voxels, long cellVoxels) {}
