package org.connectarium.graph.edit;

import java.util.List;
import java.util.Map;
import org.neo4j.graphdb.Node;

/// What a split would do: the joined pairs it cuts, and the agglomerates that would come of it,
/// the one with the first source first. `proven`: nothing that sets them apart costs less.
public record SplitPreview(List<CutPair> cut, List<Piece> pieces, boolean proven) {

  /// A joined pair of segments that would be cut; `strength` is what the cut costs. The place is
  /// that of its contact of most voxels in nm, or between both where they have no contact.
  public record CutPair(long low, long high, double strength, double x, double y, double z) {}

  /// An agglomerate that would be made, with a segment in it.
  public record Piece(long segment, long segments, long voxels) {
    /// The piece of a node.
    ///
    /// @param segment id of a segment in it
    /// @param top the node that stands for it
    public static Piece of(long segment, Node top) {
      return new Piece(
          segment,
          ((Number) top.getProperty("segments")).longValue(),
          ((Number) top.getProperty("voxels")).longValue());
    }

    /// For rows of procedures.
    public Map<String, Object> toMap() {
      return Map.of("segment", segment, "segments", segments, "voxels", voxels);
    }
  }
}
