package org.connectarium.reconstruction.classifier;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.connectarium.reconstruction.accuracy.OperatingPoint;
import org.connectarium.reconstruction.boosting.BoostingParameters;
import org.connectarium.reconstruction.boosting.Samples;
import org.connectarium.reconstruction.boosting.Trees;
import org.connectarium.reconstruction.calibration.Calibration;
import org.connectarium.reconstruction.calibration.Isotonic;
import org.connectarium.reconstruction.calibration.Platt;

/// Small classifiers and samples.
final class Fixtures {
  static final BoostingParameters FEW_TREES =
      new BoostingParameters(60, 4, 0.1, 0.7, 0.5, 1, 1, 0, 7);

  private Fixtures() {}

  /// Two features, `area` and `mean`; two trees of depth 1 and 2 levels of nothing.
  static Classifier stumps(Calibration calibration, String... features) {
    return new Classifier(
        List.of(features),
        List.of(12.5, 3.25),
        new Trees(
            2,
            2,
            new int[] {0, 1, -1, 1, -1, -1},
            new float[] {100, 0.5f, 0, 0.25f, 0, 0},
            new float[] {-1, 0, 2, 0, -0.5f, 0, 0.5f, 0}),
        calibration,
        new BoostingParameters(2, 2, 0.1, 1, 1, 1, 100, 0, 7),
        new Figures(
            10,
            4,
            2,
            0.75,
            0.02,
            0.03,
            0.1,
            0.3,
            Map.of("half", new OperatingPoint(0.5, 0.75, 0.5))));
  }

  static ClassifierModel.Origin origin(ModelKind kind) {
    return new ClassifierModel.Origin(
        "example",
        kind,
        3,
        List.of(11.24, 11.24, 28.0),
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        Map.of("program", "connectarium 0.1.0", "command", "train continuity"));
  }

  static ClassifierModel continuity() {
    return new ClassifierModel(
        origin(ModelKind.CONTINUITY), List.of(stumps(new Platt(-2, 0.5), "area", "mean")));
  }

  static ClassifierModel types() {
    Isotonic steps = new Isotonic(List.of(-1.0, 0.0, 2.0), List.of(0.1, 0.3, 0.9));
    return new ClassifierModel(
        origin(ModelKind.TYPE),
        List.of(
            stumps(new Platt(-1, 0), "area", "mean"),
            stumps(steps, "mean", "area"),
            stumps(new Platt(-1, 0), "mean", "thickness"),
            stumps(steps, "thickness", "volume")));
  }

  /// Gaussian features; positive with a probability that rises with the first one, or with half
  /// of them if nothing is to be learnt.
  static Samples samples(int rows, int folds, double positives, double strength, int seed) {
    Random random = new Random(seed);
    int features = 10;
    Samples.Builder builder =
        Samples.builder(IntStream.range(0, features).mapToObj(i -> "f" + i).toList());
    double offset = Math.log(positives / (1 - positives));
    for (int i = 0; i < rows; i++) {
      float[] row = new float[features];
      for (int j = 0; j < features; j++) {
        row[j] = (float) random.nextGaussian();
      }
      double p = 1 / (1 + Math.exp(-offset - strength * row[0]));
      builder.add(row, random.nextDouble() < p, 1, i % folds);
    }
    return builder.build();
  }
}
