package org.connectarium.analysis.innervation;

import org.connectarium.analysis.inference.KolmogorovSmirnov;

/// What was found for one target class.
///
/// @param target name of the class
/// @param rate the null rate, with its interval
/// @param model the null model that was used
/// @param test whether fractions are larger than expected by chance
/// @param simulatedP p of the same test against the pooled rate, by draws; NaN without
/// @param qualifies whether axons were looked for
/// @param thresholdP p below which an axon is specific; NaN if none is
/// @param falseShare estimated share of false ones among them; NaN if there are none
/// @param specificAxons number of specific axons
/// @param share of all axons
public record TargetSpecificity(
    String target,
    FirstHitRate rate,
    CountModel model,
    KolmogorovSmirnov test,
    double simulatedP,
    boolean qualifies,
    double thresholdP,
    double falseShare,
    int specificAxons,
    double share) {

  /// The share of axons beyond what chance explains. Of axons by chance a share c lies below the
  /// threshold, so share = excess + (1 − excess) c if all others do; with c = share · falseShare,
  /// excess = share (1 − falseShare) / (1 − share · falseShare). 0 if no axon is specific.
  public double excessShare() {
    return specificAxons == 0 ? 0 : share * (1 - falseShare) / (1 - share * falseShare);
  }
}
