package org.connectarium.analysis.innervation;

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
        Interval.ofShare(hits, synapses),
        firstHit.axons(),
        firstHit.hitting());
  }
}
