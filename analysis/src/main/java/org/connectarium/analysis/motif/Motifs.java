package org.connectarium.analysis.motif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.network.Network;

/// Which ways of connecting three neurons are more or less frequent than by chance.
public final class Motifs {
  private Motifs() {}

  /// What chance is here.
  ///
  /// @param graphs random graphs to compare with; 0: counts alone
  /// @param seed of these graphs
  /// @param attemptsPerEdge exchanges of ends that are tried for each, per edge
  /// @param keepReciprocal whether pairs that are connected both ways stay so many at each neuron
  public record Chance(int graphs, long seed, int attemptsPerEdge, boolean keepReciprocal) {
    public static final Chance DEFAULT = new Chance(100, 1, 10, true);

    /// Refuses negative numbers.
    public Chance {
      if (graphs < 0 || attemptsPerEdge < 1) {
        throw new IllegalArgumentException(
            "graphs must be 0 or more and attemptsPerEdge 1 or more but were %d and %d"
                .formatted(graphs, attemptsPerEdge));
      }
    }
  }

  /// A triad and how often it occurs.
  ///
  /// @param mean over random graphs; empty without them
  /// @param deviation standard deviation over random graphs, with n − 1; empty for fewer than two
  /// @param z distance of the count from the mean in deviations; empty where these are 0
  /// @param pHigh probability of so many or more by chance, (1 + reached) / (1 + graphs)
  /// @param pLow the same of so few or fewer
  public record Motif(
      Triad triad,
      long count,
      OptionalDouble mean,
      OptionalDouble deviation,
      OptionalDouble z,
      OptionalDouble pHigh,
      OptionalDouble pLow) {}

  /// All sixteen triads. Cost: a census and, for each random graph, an exchange and a census.
  public static List<Motif> of(Network network, Chance chance, Workers workers) {
    Map<Triad, Long> counts = TriadCensus.of(network);
    DegreePreserving model = new DegreePreserving(network, chance.keepReciprocal());
    List<Map<Triad, Long>> drawn =
        workers.map(
            chance.graphs(),
            g ->
                TriadCensus.of(
                    model.draw(Seeds.random(chance.seed(), g), chance.attemptsPerEdge())));
    List<Motif> motifs = new ArrayList<>();
    for (Triad triad : Triad.values()) {
      motifs.add(
          motif(
              triad,
              counts.getOrDefault(triad, 0L),
              drawn.stream().mapToLong(of -> of.getOrDefault(triad, 0L)).toArray()));
    }
    return motifs;
  }

  private static Motif motif(Triad triad, long count, long[] drawn) {
    int n = drawn.length;
    double mean = 0;
    int high = 0;
    int low = 0;
    for (long d : drawn) {
      mean += (double) d / n;
      high += d >= count ? 1 : 0;
      low += d <= count ? 1 : 0;
    }
    double squares = 0;
    for (long d : drawn) {
      squares += (d - mean) * (d - mean);
    }
    double deviation = n < 2 ? 0 : Math.sqrt(squares / (n - 1));
    return new Motif(
        triad,
        count,
        known(n > 0, mean),
        known(n > 1, deviation),
        known(deviation > 0, (count - mean) / deviation),
        known(n > 0, (1.0 + high) / (1 + n)),
        known(n > 0, (1.0 + low) / (1 + n)));
  }

  private static OptionalDouble known(boolean known, double value) {
    return known ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
