package org.connectarium.analysis.innervation;

import java.util.Set;

/// How specific axons are looked for.
///
/// @param model of counts by chance
/// @param rate how its rate is estimated
/// @param gate which p of the test of Kolmogorov and Smirnov a class must pass
/// @param gateLevel below which it passes
/// @param falseShare share of false ones among specific axons, at most
/// @param neverSpecific classes of which no axon is called specific
/// @param draws for the simulated p; 0 to do without, which leaves it NaN
/// @param seed of the draws
public record SpecificityOptions(
    NullModel model,
    RateEstimate rate,
    Gate gate,
    double gateLevel,
    double falseShare,
    Set<String> neverSpecific,
    int draws,
    long seed) {

  /// Which p lets a class pass.
  public enum Gate {
    /// That of FocusEM: exact up to 30 axons, the large-sample limit above. Too large for
    /// discrete fractions, but too small where nearly all axons hit the class, since the
    /// first-hit rate then hangs on the few that miss.
    LIMIT,
    /// By draws from the null at the pooled rate, which is fitted again to each draw: level as
    /// stated.
    SIMULATED
  }

  /// Refuses levels outside 0…1, and a simulated gate without draws.
  public SpecificityOptions {
    neverSpecific = Set.copyOf(neverSpecific);
    if (!(gateLevel > 0 && gateLevel <= 1) || !(falseShare > 0 && falseShare < 1)) {
      throw new IllegalArgumentException(
          "gateLevel and falseShare must be in 0…1 but were " + gateLevel + ", " + falseShare);
    }
    if (draws < 0 || (gate == Gate.SIMULATED && 1.0 / (1 + draws) >= gateLevel)) {
      throw new IllegalArgumentException(
          "a simulated gate at " + gateLevel + " needs more draws than " + draws);
    }
  }

  /// Those of FocusEM but for the gate, which is simulated with 999 draws: binomial at the
  /// first-hit rate, gate at 0.01, 20 % false, `OtherDendrite` never.
  public static SpecificityOptions defaults() {
    return new SpecificityOptions(
        NullModel.BINOMIAL,
        RateEstimate.FIRST_HIT,
        Gate.SIMULATED,
        0.01,
        0.2,
        Set.of("OtherDendrite"),
        999,
        0);
  }

  /// Those of FocusEM; nothing is drawn.
  public static SpecificityOptions focusem() {
    return new SpecificityOptions(
        NullModel.BINOMIAL,
        RateEstimate.FIRST_HIT,
        Gate.LIMIT,
        0.01,
        0.2,
        Set.of("OtherDendrite"),
        0,
        0);
  }

  /// The same with another number of draws and another seed.
  public SpecificityOptions withDraws(int otherDraws, long otherSeed) {
    return new SpecificityOptions(
        model, rate, gate, gateLevel, falseShare, neverSpecific, otherDraws, otherSeed);
  }

  /// The same with another model and estimate.
  public SpecificityOptions withModel(NullModel otherModel, RateEstimate otherRate) {
    return new SpecificityOptions(
        otherModel, otherRate, gate, gateLevel, falseShare, neverSpecific, draws, seed);
  }

  /// The same with another gate.
  public SpecificityOptions withGate(Gate otherGate, double level) {
    return new SpecificityOptions(
        model, rate, otherGate, level, falseShare, neverSpecific, draws, seed);
  }
}
