package org.connectarium.analysis.size;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;
import org.junit.jupiter.api.Test;

/// Pairs by chance and pairs with a planted share of alike ones, over many seeds; more of them with
/// the system property `connectarium.nulls`.
class PlantedPairsTest {
  private static final int SEEDS = Integer.getInteger("connectarium.nulls", 100);
  private static final Workers ONE = Workers.of(1);

  private static SizePairs pairs(int n, double alike, long seed) {
    double[] sizes = new double[2 * n];
    SplittableRandom random = Seeds.random(seed, 77);
    for (int i = 0; i < n; i++) {
      double one = -0.7 + 0.28 * random.nextGaussian();
      boolean same = random.nextDouble() < alike;
      sizes[2 * i] = Math.pow(10, one);
      sizes[2 * i + 1] =
          Math.pow(
              10, same ? one + 0.03 * random.nextGaussian() : -0.7 + 0.28 * random.nextGaussian());
    }
    return SizePairs.of(sizes);
  }

  /// At most as many as a level of 5 % gives, by the binomial distribution of 99.9 %.
  @Test
  void nothingIsFoundWhereNothingWasPlanted() {
    int found = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      found += SynapseSize.similarity(pairs(100, 0, seed), 99, seed, ONE).p() <= 0.05 ? 1 : 0;
    }
    double most = 0.05 * SEEDS + 3.1 * Math.sqrt(0.05 * 0.95 * SEEDS);
    assertThat((double) found).as("of %d seeds", SEEDS).isLessThanOrEqualTo(most);
  }

  @Test
  void plantedShareLiesInItsInterval() {
    double truth = SynapseSize.similarity(pairs(100_000, 0.3, -1), 5, 0, ONE).learnedFraction();
    int inside = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      PairSimilarity found = SynapseSize.similarity(pairs(400, 0.3, seed), 99, seed, ONE);
      Interval interval = found.learned95();
      assertThat(found.p()).isEqualTo(0.01);
      inside += interval.contains(truth) ? 1 : 0;
    }
    assertThat((double) inside / SEEDS)
        .as("of %d seeds, truth %s", SEEDS, truth)
        .isGreaterThan(0.85);
  }
}
