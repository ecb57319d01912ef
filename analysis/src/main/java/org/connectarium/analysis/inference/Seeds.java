package org.connectarium.analysis.inference;

import java.util.SplittableRandom;

/// Random numbers that depend on a seed and on the item they are for, never on the order in which
/// items are worked on: so any number of threads gives the same result.
public final class Seeds {
  private Seeds() {}

  /// The generator of an item.
  ///
  /// @param seed of the analysis
  /// @param item such as the number of a shuffle
  public static SplittableRandom random(long seed, long item) {
    return new SplittableRandom(mix(seed ^ mix(item + 0x9E3779B97F4A7C15L)));
  }

  /// How many of `trials` succeed, by the waiting times between successes: cost grows with the
  /// number of successes (or failures, if these are fewer).
  ///
  /// @throws IllegalArgumentException if the probability is not in 0…1 or trials are negative
  public static int binomial(SplittableRandom random, int trials, double probability) {
    if (!(probability >= 0 && probability <= 1) || trials < 0) {
      throw new IllegalArgumentException(
          "trials must be 0 or more and probability 0…1 but were " + trials + ", " + probability);
    }
    if (probability > 0.5) {
      return trials - binomial(random, trials, 1 - probability);
    }
    if (probability == 0) {
      return 0;
    }
    double perFailure = Math.log1p(-probability);
    int successes = -1;
    double used = 0;
    do {
      successes++;
      used += 1 + Math.floor(Math.log(1 - random.nextDouble()) / perFailure);
    } while (used <= trials);
    return successes;
  }

  /// Puts numbers into a random order (Fisher–Yates).
  public static void shuffle(SplittableRandom random, int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = (int) (((random.nextInt() & 0xffffffffL) * (i + 1)) >>> 32);
      int swap = values[i];
      values[i] = values[j];
      values[j] = swap;
    }
  }

  /// The finaliser of MurmurHash3 as used by SplittableRandom.
  private static long mix(long z) {
    long y = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
    y = (y ^ (y >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return y ^ (y >>> 33);
  }
}
