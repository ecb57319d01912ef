package org.connectarium.analysis.innervation;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.connectarium.analysis.inference.Interval;

/// How the rate of the null model is estimated.
public enum RateEstimate {
  /// From whether axons hit at all; see [FirstHitRate].
  FIRST_HIT,
  /// From all synapses, Σ k / Σ n: the multinomial fit, which specific axons raise.
  POOLED;

  FirstHitRate of(int[] n, int[] k) {
    FirstHitRate firstHit = FirstHitRate.of(n, k);
    if (this == FIRST_HIT) {
      return firstHit;
    }
    long hits = 0;
    long synapses = 0;
    for (int i = 0; i < n.length; i++) {
      hits += k[i];
      synapses += n[i];
    }
    return new FirstHitRate(
        (double) hits / synapses,
        clopperPearson(hits, synapses),
        firstHit.axons(),
        firstHit.hitting());
  }

  /// The exact interval of a share, 95 %.
  private static Interval clopperPearson(long hits, long of) {
    double lower =
        hits == 0
            ? 0
            : new BetaDistribution(hits, of - hits + 1.0).inverseCumulativeProbability(0.025);
    double upper =
        hits == of
            ? 1
            : new BetaDistribution(hits + 1.0, of - hits).inverseCumulativeProbability(0.975);
    return new Interval(lower, upper);
  }
}
