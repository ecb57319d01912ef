package org.connectarium.app.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.connectarium.analysis.report.Plot;
import org.connectarium.reconstruction.accuracy.OperatingPoint;
import org.connectarium.reconstruction.accuracy.PrecisionRecall;
import org.connectarium.reconstruction.calibration.Reliability;

/// How good the answers to one question are at all thresholds, thin enough to be stored and drawn.
///
/// @param prevalence share of positives
/// @param threshold of each point of the curve, from the highest to the lowest
/// @param precision of each
/// @param recall of each
/// @param marks operating points by name, `half` (at 0.5) and `bestF1`; those that no answer
///     reaches are missing
/// @param reliability bins of equal width
record AccuracyCurves(
    double prevalence,
    List<Float> threshold,
    List<Float> precision,
    List<Float> recall,
    Map<String, OperatingPoint> marks,
    List<Reliability.Bin> reliability) {
  static final int MOST_POINTS = 200;
  private static final String AT_HALF = "half";
  private static final String BEST = "bestF1";
  private static final double HALF = 0.5;
  private static final OperatingPoint NOTHING = new OperatingPoint(1, 0, 0);
  private static final int BINS = 10;

  static AccuracyCurves of(double[] probability, boolean[] positive, float[] weight) {
    return of(
        PrecisionRecall.of(probability, positive, weight),
        reliability(probability, positive, weight));
  }

  static Reliability reliability(double[] probability, boolean[] positive, float[] weight) {
    return Reliability.equalWidth(probability, positive, weight, BINS);
  }

  static AccuracyCurves of(PrecisionRecall curve, Reliability reliability) {
    List<Float> threshold = new ArrayList<>();
    List<Float> precision = new ArrayList<>();
    List<Float> recall = new ArrayList<>();
    for (OperatingPoint p : curve.thinned(MOST_POINTS).points()) {
      threshold.add((float) p.threshold());
      precision.add((float) p.precision());
      recall.add((float) p.recall());
    }
    Map<String, OperatingPoint> marks = new LinkedHashMap<>();
    curve.at(HALF).ifPresent(p -> marks.put(AT_HALF, p));
    curve.bestF1().ifPresent(p -> marks.put(BEST, p));
    return new AccuracyCurves(
        curve.prevalence(), threshold, precision, recall, marks, reliability.bins());
  }

  /// Where a probability of one half is called yes; nothing called where none reaches it.
  OperatingPoint half() {
    return marks.getOrDefault(AT_HALF, NOTHING);
  }

  /// Where F1 is best.
  OperatingPoint best() {
    return marks.getOrDefault(BEST, NOTHING);
  }

  /// The curve of precision and recall, and the reliability diagram.
  ///
  /// @param what is measured, and where
  List<Plot> plots(String what) {
    List<Plot.Threshold> curve = new ArrayList<>();
    for (int i = 0; i < threshold.size(); i++) {
      curve.add(new Plot.Threshold(threshold.get(i), precision.get(i), recall.get(i)));
    }
    List<Plot.Mark> points = new ArrayList<>();
    OperatingPoint half = marks.get(AT_HALF);
    if (half != null) {
      points.add(mark("at 0.5", half));
    }
    OperatingPoint best = marks.get(BEST);
    if (best != null) {
      points.add(
          mark(
              String.format(Locale.ROOT, "best F1 (%.3f, at %.2f)", best.f1(), best.threshold()),
              best));
    }
    List<Plot.Bin> bins =
        reliability.stream()
            .map(b -> new Plot.Bin(b.probability(), b.positive(), b.weight()))
            .toList();
    return List.of(
        new Plot.PrecisionRecall(what, prevalence, curve, points),
        new Plot.Reliability(what + ", reliability", bins));
  }

  private static Plot.Mark mark(String name, OperatingPoint p) {
    return new Plot.Mark(name, new Plot.Threshold(p.threshold(), p.precision(), p.recall()));
  }
}
