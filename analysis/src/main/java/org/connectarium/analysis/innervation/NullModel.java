package org.connectarium.analysis.innervation;

/// Families of [CountModel].
public enum NullModel {
  /// [CountModel.Binomial] at the estimated rate.
  BINOMIAL,
  /// [CountModel.Poisson] at the estimated rate.
  POISSON,
  /// [CountModel.BetaBinomial], the marginal of a [DirichletMultinomial] fitted to all counts.
  BETA_BINOMIAL
}
