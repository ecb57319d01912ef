package org.connectarium.graph.truth;

/// A cell of a truth volume with all its voxels, also those in no segment.
public record CellRow(long id, long voxels) {}
