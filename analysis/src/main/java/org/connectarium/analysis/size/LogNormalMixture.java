package org.connectarium.analysis.size;

import java.util.Comparator;
import java.util.List;

/// A mixture of log-normal distributions with its parameters of greatest likelihood.
///
/// @param components ascending by mean
/// @param sizes number of sizes that were fitted
/// @param logLikelihood natural, of log10 of the sizes
/// @param bic (3 K − 1) ln sizes − 2 · logLikelihood; smaller is better
public record LogNormalMixture(
    List<Component> components, int sizes, double logLikelihood, double bic) {

  /// Keeps a copy.
  public LogNormalMixture {
    components = List.copyOf(components);
  }

  /// One component: log10 of the size is normal.
  ///
  /// @param weight share of sizes
  /// @param mean of log10 of the size
  /// @param deviation standard deviation of log10 of the size
  public record Component(double weight, double mean, double deviation) {}

  /// The density of log10 of the size at a point.
  public double density(double log10) {
    double sum = 0;
    for (Component c : components) {
      double z = (log10 - c.mean()) / c.deviation();
      sum += c.weight() * Math.exp(-0.5 * z * z) / (c.deviation() * Math.sqrt(2 * Math.PI));
    }
    return sum;
  }

  static LogNormalMixture of(List<Component> components, int sizes, double logLikelihood) {
    return new LogNormalMixture(
        components.stream().sorted(Comparator.comparingDouble(Component::mean)).toList(),
        sizes,
        logLikelihood,
        (3 * components.size() - 1) * Math.log(sizes) - 2 * logLikelihood);
  }
}
