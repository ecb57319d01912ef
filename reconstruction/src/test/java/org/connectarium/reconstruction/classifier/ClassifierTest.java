package org.connectarium.reconstruction.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.boosting.BoostingParameters;
import org.connectarium.reconstruction.boosting.Samples;
import org.connectarium.reconstruction.calibration.Calibration.Choice;
import org.connectarium.reconstruction.calibration.Isotonic;
import org.connectarium.reconstruction.calibration.Platt;
import org.junit.jupiter.api.Test;

class ClassifierTest {
  private static TrainingResult train(Samples samples, BoostingParameters p, Choice choice) {
    return Classifier.train(samples, p, choice, 2, (_, _) -> {});
  }

  /// Row (50, 0): −1 − 0.5; (50, 1): 0 + 0.5; (200, 0): 2 − 0.5.
  @Test
  void literalStumpsGiveLiteralProbabilities() {
    Classifier stumps = Fixtures.stumps(new Platt(-2, 0.5), "area", "mean");
    float[] rows = {50, 0, 50, 1, 200, 0};
    double[] scores = new double[3];
    stumps.scores(rows, 3, scores);
    assertThat(scores).containsExactly(-1.5, 0.5, 1.5);
    float[] p = new float[3];
    stumps.probabilities(rows, 3, p);
    assertThat(p)
        .containsExactly(
            (float) (1 / (1 + Math.exp(3.5))),
            (float) (1 / (1 + Math.exp(-0.5))),
            (float) (1 / (1 + Math.exp(-2.5))));
  }

  /// Labels that no feature knows, and a choice of the best 3 of 10 features: were the choice made
  /// with the labels of the fold that is predicted, precision would rise above the prevalence.
  @Test
  void noiseIsNotLearnt() {
    Samples noise = Fixtures.samples(2000, 5, 0.3, 0, 11);
    Figures figures =
        train(noise, new BoostingParameters(50, 4, 0.1, 0.7, 0.5, 1, 1, 3, 7), Choice.PLATT)
            .crossValidation()
            .figures();
    double prevalence = noise.positives() / 2000.0;
    assertThat(figures.averagePrecision()).isCloseTo(prevalence, within(0.04));
    assertThat(figures.calibrationError()).isLessThan(0.04);
  }

  @Test
  void rareAndDearPositivesAreCalibrated() {
    Samples rare = Fixtures.samples(12_000, 4, 0.007, 1.5, 5);
    assertThat(rare.positives()).isBetween(180, 300); // about one in fifty
    for (Choice choice : Choice.values()) {
      TrainingResult result =
          train(rare, Fixtures.FEW_TREES.withPositiveWeight(100).withTrees(40), choice);
      Figures figures = result.crossValidation().figures();
      assertThat(figures.calibrationError()).as("%s", choice).isLessThan(0.01);
      double mean = 0;
      for (double p : result.crossValidation().probabilities()) {
        mean += p / rare.rows();
      }
      assertThat(mean).isCloseTo(rare.positives() / (double) rare.rows(), within(0.003));
      assertThat(figures.averagePrecision()).isGreaterThan(0.06);
    }
  }

  @Test
  void kindOfCalibrationIsAsChosen() {
    Samples samples = Fixtures.samples(600, 3, 0.4, 2, 6);
    assertThat(train(samples, Fixtures.FEW_TREES, Choice.PLATT).classifier().calibration())
        .isInstanceOf(Platt.class);
    assertThat(train(samples, Fixtures.FEW_TREES, Choice.ISOTONIC).classifier().calibration())
        .isInstanceOf(Isotonic.class);
  }

  @Test
  void numberOfThreadsChangesNothing() {
    Samples samples = Fixtures.samples(900, 3, 0.4, 2, 6);
    ClassifierModel[] models = new ClassifierModel[2];
    for (int threads = 1; threads <= 2; threads++) {
      Classifier classifier =
          Classifier.train(samples, Fixtures.FEW_TREES, Choice.BEST, threads, (_, _) -> {})
              .classifier();
      models[threads - 1] =
          new ClassifierModel(Fixtures.origin(ModelKind.CONTINUITY), List.of(classifier));
    }
    assertThat(models[1].fingerprint()).isEqualTo(models[0].fingerprint());
  }

  @Test
  void tellsOfAllTreesOfAllTrainings() {
    List<Integer> told = new ArrayList<>();
    Classifier.train(
        Fixtures.samples(300, 3, 0.4, 2, 6),
        Fixtures.FEW_TREES.withTrees(5),
        Choice.PLATT,
        1,
        (done, of) -> {
          told.add(done);
          assertThat(of).isEqualTo(20);
        });
    assertThat(told).hasSize(20).last().isEqualTo(20);
    assertThat(told).isSorted();
  }

  @Test
  void refusesOneFoldAndClassesThatAreEmptyOutsideAFold() {
    Samples one = Fixtures.samples(50, 1, 0.4, 2, 6);
    assertThatThrownBy(() -> train(one, Fixtures.FEW_TREES, Choice.BEST))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("lie in 1 fold; cross-validation needs two");
    Samples samples = Fixtures.samples(50, 2, 0.4, 2, 6);
    boolean[] labels = new boolean[50];
    labels[0] = true; // in fold 0
    Samples single = samples.relabelled(labels);
    assertThatThrownBy(() -> train(single, Fixtures.FEW_TREES, Choice.BEST))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("Without fold 0 0 of 25 rows are positive; both classes");
  }

  @Test
  void learningCurveTakesWholeFolds() {
    Samples samples = Fixtures.samples(1000, 5, 0.4, 2, 6);
    LearningCurve curve =
        LearningCurve.of(
            samples,
            Fixtures.FEW_TREES.withTrees(15),
            List.of(0.125, 0.25, 0.5, 1.0),
            2,
            (_, _) -> {});
    assertThat(curve.points()).extracting(LearningCurve.Point::folds).containsExactly(1, 2, 4);
    assertThat(curve.points())
        .extracting(LearningCurve.Point::rows)
        .containsExactly(200.0, 400.0, 800.0);
    assertThat(curve.points().getLast().averagePrecision()).isGreaterThan(0.7);
    assertThatThrownBy(
            () -> LearningCurve.of(samples, Fixtures.FEW_TREES, List.of(0.0), 1, (_, _) -> {}))
        .hasMessageContaining("A share must be above 0");
  }

  @Test
  void importancesAreSharesAndSumByGroup() {
    Importances importances = new Importances(Fixtures.stumps(new Platt(-1, 0), "a.x", "b.x"));
    assertThat(importances.byFeature())
        .containsExactly(
            new Importances.Share("a.x", 12.5 / 15.75), new Importances.Share("b.x", 3.25 / 15.75));
    assertThat(importances.by(name -> name.substring(2)))
        .containsExactly(new Importances.Share("x", 1));
  }

  @Test
  void theFeatureThatMattersIsTheMostImportant() {
    Classifier classifier =
        train(Fixtures.samples(900, 3, 0.4, 2, 6), Fixtures.FEW_TREES, Choice.PLATT).classifier();
    assertThat(new Importances(classifier).byFeature().getFirst().name()).isEqualTo("f0");
  }
}
