package org.connectarium.analysis.evaluation.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.procedure.NmBox;
import org.connectarium.graph.procedure.ProcedureOptions;
import org.connectarium.graph.score.ScoreChoice;
import org.connectarium.graph.score.ScoreKind;

/// Options of `connectome.evaluate.thresholds`: `steps` thresholds at equal distances, both ends
/// included.
record ThresholdOptions(
    Optional<String> truth,
    Optional<NmBox> box,
    double from,
    double to,
    long steps,
    AgglomerationOptions others) {
  private static final long MOST_STEPS = 10_000;
  private static final List<String> KEYS =
      List.of(
          "truth",
          "box",
          "from",
          "to",
          "steps",
          "minContactVoxels",
          "minSegmentVoxels",
          ScoreChoice.CONTINUITY);

  /// @throws IllegalArgumentException if the thresholds are none
  ThresholdOptions {
    if (from > to) {
      throw new IllegalArgumentException(
          "Option from must not be above to but was " + from + ", to was " + to);
    }
    if (steps < 1 || steps > MOST_STEPS) {
      throw new IllegalArgumentException(
          "Option steps must be 1…" + MOST_STEPS + " but was " + steps);
    }
  }

  static ThresholdOptions of(Map<String, Object> map) {
    ProcedureOptions o = new ProcedureOptions(map, KEYS);
    double from = o.probability("from", 0.3);
    AgglomerationOptions none = AgglomerationOptions.DEFAULT;
    return new ThresholdOptions(
        o.text("truth"),
        o.box("box"),
        from,
        o.probability("to", 0.99),
        o.count("steps", 70),
        new AgglomerationOptions(
                from,
                o.count("minContactVoxels", none.minContactVoxels()),
                o.count("minSegmentVoxels", none.minSegmentVoxels()),
                none.type(),
                none.minTypeProbability())
            .with(ScoreChoice.continuity(o.text(ScoreChoice.CONTINUITY).orElse(ScoreKind.HEIGHT))));
  }

  /// The thresholds, the highest first.
  DoubleStream falling() {
    return LongStream.range(0, steps)
        .map(k -> steps - 1 - k)
        .mapToDouble(k -> from + (to - from) * k / Math.max(1, steps - 1));
  }
}
