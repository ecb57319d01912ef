package org.connectarium.graph.mergetree;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.procedure.ProcedureOptions;

/// Which contacts a merge tree is made of; `face` contacts always are, with probability 1.
///
/// - `minContinuity`: least `pContinuity` of a contact, 0…1; lower thresholds cannot be asked for
/// - `minContactVoxels`: least size of a contact
/// - `minSegmentVoxels`: least size of both segments
public record MergeTreeOptions(double minContinuity, long minContactVoxels, long minSegmentVoxels) {
  public static final MergeTreeOptions DEFAULT = new MergeTreeOptions(0, 0, 0);

  private static final List<String> KEYS =
      List.of("minContinuity", "minContactVoxels", "minSegmentVoxels");

  static MergeTreeOptions of(Map<String, Object> map) {
    ProcedureOptions options = new ProcedureOptions(map, KEYS);
    return new MergeTreeOptions(
        options.probability("minContinuity", DEFAULT.minContinuity),
        options.count("minContactVoxels", DEFAULT.minContactVoxels),
        options.count("minSegmentVoxels", DEFAULT.minSegmentVoxels));
  }

  AgglomerationOptions contacts() {
    return new AgglomerationOptions(
        minContinuity, minContactVoxels, minSegmentVoxels, Optional.empty(), 0);
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"minContinuity\":%s,\"minContactVoxels\":%d,\"minSegmentVoxels\":%d}",
        minContinuity,
        minContactVoxels,
        minSegmentVoxels);
  }
}
