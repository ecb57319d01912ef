package org.connectarium.app.dataset;

import java.util.OptionalDouble;
import org.connectarium.reconstruction.hierarchy.Linkage;

/// Which contacts join two segments.
///
/// @param linkage what the continuity of two groups of segments is
/// @param minContinuity least probability that both sides are one cell, 0…1; empty = `auto`: chosen
/// on the box `tune`, or the model's own value where there is none
/// @param minContactVoxels smaller contacts join nothing
/// @param minSegmentVoxels smaller segments are joined to nothing
public record Agglomeration(
    Linkage linkage, OptionalDouble minContinuity, int minContactVoxels, int minSegmentVoxels) {}
