package org.connectarium.reconstruction.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.Test;

class BoostingTest {
  private static final int ROWS = 1500;
  private static final int FEATURES = 12;
  private static final BoostingParameters ALL_ROWS =
      new BoostingParameters(30, 4, 0.1, 1, 1, 1, 1, 0, 7);

  /// Positive where feature 2 plus the product of 5 and 7 is large; feature 3 is constant.
  private static float[][] rows() {
    Random random = new Random(17);
    float[][] rows = new float[ROWS][FEATURES];
    for (float[] row : rows) {
      for (int j = 0; j < FEATURES; j++) {
        row[j] = j == 3 ? 5 : (float) random.nextGaussian();
      }
    }
    return rows;
  }

  private static boolean label(float[] row) {
    return row[2] + row[5] * row[7] > 1;
  }

  private static Samples samples(List<float[]> rows) {
    Samples.Builder builder =
        Samples.builder(IntStream.range(0, FEATURES).mapToObj(i -> "f" + i).toList());
    for (float[] row : rows) {
      builder.add(row, label(row), 1, 0);
    }
    return builder.build();
  }

  private static Boosted train(Samples samples, BoostingParameters parameters, int threads) {
    try (Boosting boosting = new Boosting(samples, threads)) {
      return boosting.train(parameters, (_, _) -> {});
    }
  }

  private static int[] all(Samples samples) {
    return IntStream.range(0, samples.rows()).toArray();
  }

  @Test
  void scoresAsLightGbmItself() {
    Samples samples = samples(List.of(rows()));
    for (int keep : new int[] {0, 6}) {
      Boosted boosted =
          train(samples, new BoostingParameters(60, 6, 0.1, 0.5, 0.5, 1, 5, keep, 3), 2);
      int[] columns = boosted.libraryColumns().stream().mapToInt(i -> i).toArray();
      assertThat(columns).hasSize(keep == 0 ? FEATURES : keep);
      float[] flat = new float[ROWS * columns.length];
      for (int i = 0; i < ROWS; i++) {
        samples.copy(i, columns, flat, i * columns.length);
      }
      double[] theirs;
      try (LibraryModel model = LibraryModel.parse(boosted.libraryText())) {
        theirs = model.scores(flat, ROWS, 1);
      }
      double[] ours = boosted.scores(samples, all(samples));
      for (int i = 0; i < ROWS; i++) {
        assertThat(ours[i]).isCloseTo(theirs[i], within(1e-6));
      }
    }
  }

  /// On values as features, thresholds lie exactly on values that occur.
  @Test
  void scoresAsLightGbmOnWholeNumbers() {
    Random random = new Random(9);
    Samples.Builder builder = Samples.builder(List.of("a", "b"));
    for (int i = 0; i < 800; i++) {
      float[] row = {random.nextInt(7) - 3, random.nextInt(5)};
      builder.add(row, row[0] > 0 ^ row[1] > 2, 1, 0);
    }
    Samples samples = builder.build();
    Boosted boosted = train(samples, ALL_ROWS, 1);
    float[] flat = new float[1600];
    for (int i = 0; i < 800; i++) {
      samples.copy(i, new int[] {0, 1}, flat, 2 * i);
    }
    try (LibraryModel model = LibraryModel.parse(boosted.libraryText())) {
      double[] theirs = model.scores(flat, 800, 1);
      double[] ours = boosted.scores(samples, all(samples));
      for (int i = 0; i < 800; i++) {
        assertThat(ours[i]).isCloseTo(theirs[i], within(1e-6));
        assertThat(ours[i] > 0).isEqualTo(samples.positive(i));
      }
    }
  }

  @Test
  void numberOfThreadsChangesNothing() {
    Samples samples = samples(List.of(rows()));
    BoostingParameters parameters = new BoostingParameters(40, 5, 0.1, 0.5, 0.3, 1, 10, 8, 5);
    Boosted one = train(samples, parameters, 1);
    Boosted more = train(samples, parameters, 2);
    assertThat(more.columns()).isEqualTo(one.columns());
    assertThat(more.gains()).isEqualTo(one.gains());
    assertThat(more.trees().feature()).containsExactly(one.trees().feature());
    assertThat(more.trees().threshold()).containsExactly(one.trees().threshold());
    assertThat(more.trees().leaf()).containsExactly(one.trees().leaf());
  }

  @Test
  void anotherSeedGrowsOtherTrees() {
    Samples samples = samples(List.of(rows()));
    Boosted a = train(samples, new BoostingParameters(20, 4, 0.1, 0.5, 0.3, 1, 1, 0, 5), 1);
    Boosted b = train(samples, new BoostingParameters(20, 4, 0.1, 0.5, 0.3, 1, 1, 0, 6), 1);
    assertThat(a.trees().leaf()).isNotEqualTo(b.trees().leaf());
  }

  @Test
  void orderOfRowsChangesRoundingOnlyWhereTreesSeeAll() {
    List<float[]> rows = new ArrayList<>(List.of(rows()));
    Samples before = samples(rows);
    double[] scores = train(before, ALL_ROWS, 1).scores(before, all(before));
    List<Integer> order = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
    Collections.shuffle(order, new Random(2));
    Samples after = samples(order.stream().map(rows::get).toList());
    double[] shuffled = train(after, ALL_ROWS, 1).scores(after, all(after));
    for (int i = 0; i < ROWS; i++) {
      assertThat(shuffled[i]).isCloseTo(scores[order.get(i)], within(1e-5));
    }
  }

  /// Bins hold the same values, each twice as often; all sums double, and so do the limits.
  @Test
  void doubledRowsGrowTheSameTrees() {
    List<float[]> rows = new ArrayList<>(List.of(rows()));
    rows.replaceAll(BoostingTest::coarse);
    Samples once = samples(rows);
    List<float[]> twice = new ArrayList<>(rows);
    twice.addAll(rows);
    Samples doubled = samples(twice);
    BoostingParameters limit = new BoostingParameters(30, 4, 0.1, 1, 1, 2, 1, 0, 7);
    double[] scores = train(once, ALL_ROWS, 1).scores(once, all(once));
    double[] doubledScores = train(doubled, limit, 1).scores(doubled, all(doubled));
    for (int i = 0; i < ROWS; i++) {
      assertThat(doubledScores[i]).isCloseTo(scores[i], within(1e-4));
    }
  }

  private static float[] coarse(float[] row) {
    float[] out = row.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.round(8 * out[i]) / 8f;
    }
    return out;
  }

  @Test
  void asksForFeaturesThatMatterAndNeverForAConstant() {
    Samples samples = samples(List.of(rows()));
    Boosted boosted = train(samples, new BoostingParameters(40, 4, 0.1, 1, 1, 1, 1, 3, 7), 1);
    assertThat(boosted.columns()).containsExactly(2, 5, 7);
    assertThat(train(samples, ALL_ROWS, 1).columns()).doesNotContain(3);
  }

  @Test
  void onlyConstantFeaturesGiveThePrior() {
    Samples.Builder builder = Samples.builder(List.of("a", "b"));
    for (int i = 0; i < 100; i++) {
      builder.add(new float[] {1, 2}, i < 20, 1, 0);
    }
    Samples samples = builder.build();
    Boosted boosted = train(samples, ALL_ROWS, 1);
    assertThat(boosted.columns()).hasSize(1);
    for (double score : boosted.scores(samples, all(samples))) {
      assertThat(score).isCloseTo(Math.log(0.25), within(1e-5));
    }
  }

  @Test
  void aPartOfTheRowsIsLearntAsIfAlone() {
    List<float[]> rows = List.of(rows());
    Samples whole = samples(rows.stream().map(BoostingTest::coarse).toList());
    Samples half = samples(rows.subList(0, 700).stream().map(BoostingTest::coarse).toList());
    Boosted alone = train(half, ALL_ROWS, 1);
    Boosted part;
    try (Boosting boosting = new Boosting(whole, 1)) {
      part = boosting.train(IntStream.range(0, 700).toArray(), ALL_ROWS, (_, _) -> {});
    }
    double[] expected = alone.scores(half, all(half));
    double[] scores = part.scores(half, all(half));
    for (int i = 0; i < 700; i++) {
      assertThat(scores[i]).isCloseTo(expected[i], within(1e-4));
    }
  }

  @Test
  void tellsOfEachTree() {
    List<Integer> told = new ArrayList<>();
    Samples samples = samples(List.of(rows()));
    try (Boosting boosting = new Boosting(samples, 1)) {
      boosting.train(
          new BoostingParameters(4, 2, 0.1, 1, 1, 1, 1, 5, 7),
          (done, of) -> {
            told.add(done);
            assertThat(of).isEqualTo(54);
          });
    }
    assertThat(told).isEqualTo(IntStream.rangeClosed(1, 54).boxed().toList());
  }

  @Test
  void refusesAnEmptyClassAndNoRows() {
    Samples samples = samples(List.of(rows()));
    Samples negative = samples.relabelled(new boolean[ROWS]);
    assertThatThrownBy(() -> train(negative, ALL_ROWS, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Of 1500 rows to learn from 0 are positive; both classes are needed, so label more or"
                + " choose other folds");
    assertThatThrownBy(() -> train(Samples.builder(List.of("a")).build(), ALL_ROWS, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no rows to learn from");
  }

  @Test
  void refusesParametersOutOfRange() {
    assertThatThrownBy(() -> new BoostingParameters(0, 4, 0.1, 1, 1, 1, 1, 0, 7))
        .hasMessage("trees must be 1 to 100000 but was 0");
    assertThatThrownBy(() -> new BoostingParameters(1, 9, 0.1, 1, 1, 1, 1, 0, 7))
        .hasMessage("depth must be 1 to 8 but was 9");
    assertThatThrownBy(() -> new BoostingParameters(1, 4, Double.NaN, 1, 1, 1, 1, 0, 7))
        .hasMessageContaining("learningRate");
    assertThatThrownBy(() -> new BoostingParameters(1, 4, 0.1, 1.5, 1, 1, 1, 0, 7))
        .hasMessageContaining("rowShare");
    assertThatThrownBy(() -> new BoostingParameters(1, 4, 0.1, 1, 0, 1, 1, 0, 7))
        .hasMessageContaining("featureShare");
    assertThatThrownBy(() -> new BoostingParameters(1, 4, 0.1, 1, 1, 1, 0, 0, 7))
        .hasMessageContaining("positiveWeight");
  }
}
