package org.connectarium.graph.columns;

/// Contacts as flat arrays, in any order; contact k links the segments `from[k]` and `to[k]`, which
/// are places in [SegmentColumns]. 29 bytes a contact.
///
/// @param from one end
/// @param to the other end
/// @param continuity probability of one cell on both sides, 1 at block faces
/// @param voxels interface voxels
/// @param positionNm x, y, z of each centroid
/// @param face true: one object cut by a block face
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
public record ContactColumns(
    int[] from, int[] to, float[] continuity, int[] voxels, float[] positionNm, boolean[] face) {

  public int count() {
    return from.length;
  }

  /// The end that is not this segment.
  public int other(int contact, int segment) {
    return from[contact] == segment ? to[contact] : from[contact];
  }

  /// True if the continuity is above the threshold, compared as floats.
  public boolean isAbove(int contact, double threshold) {
    return continuity[contact] > (float) threshold;
  }
}
