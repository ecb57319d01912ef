package org.connectarium.graph.mergetree;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.procedure.ProcedureOptions;
import org.connectarium.graph.score.ScoreChoice;
import org.connectarium.graph.score.ScoreKind;

/// Which contacts a merge tree is made of; `face` contacts always are, with probability 1.
///
/// - `minContinuity`: least continuity of a contact, 0…1; lower thresholds cannot be asked for
/// - `minContactVoxels`: least size of a contact
/// - `minSegmentVoxels`: least size of both segments
/// - `continuity`: the property of contacts that says it; those without it are left out
public record MergeTreeOptions(
    double minContinuity, long minContactVoxels, long minSegmentVoxels, String continuity) {
  public static final MergeTreeOptions DEFAULT = new MergeTreeOptions(0, 0, 0, ScoreKind.HEIGHT);

  private static final List<String> KEYS =
      List.of("minContinuity", "minContactVoxels", "minSegmentVoxels", ScoreChoice.CONTINUITY);

  static MergeTreeOptions of(Map<String, Object> map) {
    ProcedureOptions options = new ProcedureOptions(map, KEYS);
    return new MergeTreeOptions(
        options.probability("minContinuity", DEFAULT.minContinuity),
        options.count("minContactVoxels", DEFAULT.minContactVoxels),
        options.count("minSegmentVoxels", DEFAULT.minSegmentVoxels),
        options.text(ScoreChoice.CONTINUITY).orElse(DEFAULT.continuity));
  }

  AgglomerationOptions contacts() {
    return new AgglomerationOptions(
            minContinuity, minContactVoxels, minSegmentVoxels, Optional.empty(), 0)
        .with(ScoreChoice.continuity(continuity));
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"minContinuity\":%s,\"minContactVoxels\":%d,\"minSegmentVoxels\":%d,"
            + "\"continuity\":\"%s\"}",
        minContinuity,
        minContactVoxels,
        minSegmentVoxels,
        continuity);
  }
}
