package org.connectarium.graph.edit;

import java.util.List;

/// What a split would do: the joined pairs it cuts, and the agglomerates that would come of it,
/// the one with the first source first.
public record SplitPreview(List<CutPair> cut, List<Piece> pieces) {

  /// A joined pair of segments that would be cut; `strength` is what the cut costs. The place is
  /// that of its contact of most voxels in nm, or between both where they have no contact.
  public record CutPair(long low, long high, double strength, double x, double y, double z) {}

  /// An agglomerate that would be made, with one of the sources or sinks in it.
  public record Piece(long segment, long segments, long voxels) {}
}
