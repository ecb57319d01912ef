package org.connectarium.graph.agglomerate;

import java.util.Arrays;

/// Which agglomerate each segment is part of: `segmentIds` ascending, `agglomerateIds[i]` that
/// of `segmentIds[i]`. 16 bytes per segment.
@SuppressWarnings("ArrayRecordComponent") // flat arrays for relabelling volumes; never compared
public record Membership(long[] segmentIds, long[] agglomerateIds) {

  /// The agglomerate of a segment, 0 for background and segments that are in none.
  public long of(long segmentId) {
    int at = Arrays.binarySearch(segmentIds, segmentId);
    return at < 0 ? 0 : agglomerateIds[at];
  }
}
