package org.connectarium.graph.columns;

import java.util.Map;
import java.util.Set;

/// Segments in ascending id order as flat arrays; segment i has the entry i, or the entries from
/// 3i or 6i. Some 112 bytes a segment.
///
/// @param ids segment ids, ascending
/// @param nodeIds the store's numbers of their nodes
/// @param voxels sizes
/// @param centroidNm x, y, z of each
/// @param covarianceNm2 xx, xy, xz, yy, yz, zz of each
/// @param bboxVoxels x0, y0, z0, x1, y1, z1 of each, end exclusive
/// @param traits of each, 0 where the graph says nothing; every trait is there
/// @param known traits that at least one segment has a property of
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
public record SegmentColumns(
    long[] ids,
    long[] nodeIds,
    long[] voxels,
    float[] centroidNm,
    float[] covarianceNm2,
    int[] bboxVoxels,
    Map<Trait, float[]> traits,
    Set<Trait> known) {

  private static final float[] NONE = {};

  public int count() {
    return ids.length;
  }

  /// The values of a trait.
  public float[] trait(Trait trait) {
    return traits.getOrDefault(trait, NONE);
  }

  /// True if the value of the trait is above the threshold. Values are floats, so they are compared
  /// as floats: 0.5 stored is not above 0.5.
  public boolean isAbove(Trait trait, int segment, double threshold) {
    return trait(trait)[segment] > (float) threshold;
  }
}
