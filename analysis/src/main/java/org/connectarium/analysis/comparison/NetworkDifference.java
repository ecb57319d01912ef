package org.connectarium.analysis.comparison;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.connectarium.analysis.inference.Interval;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.network.Network;
import org.connectarium.analysis.uncertainty.Uncertainty;
import org.connectarium.analysis.uncertainty.Uncertainty.Spread;

/// Two networks side by side, each seen as one draw of neurons: values of a whole network have an
/// error that follows from drawing its neurons with replacement; a pair of a neuron and its copy
/// counts as the mean pair. p is that of z = difference / √ (error₁² + error₂²), two-sided.
///
/// Neurons are those with a connection to or from another one. Cost: draws × edges.
///
/// Method: T. Snijders, S. Borgatti, *Non-parametric standard errors and tests for network
/// statistics*, Connections 22, 1999, 161–170. Differs from the paper: the mean pair in place of a
/// random one.
///
/// @param statistic density, reciprocity, connectionsPerNeuron or weightPerConnection
/// @param first value of the first network
/// @param firstError its standard error
/// @param second value of the second network
/// @param secondError its standard error
/// @param difference95 interval of second minus first, normal
/// @param p two-sided
public record NetworkDifference(
    String statistic,
    double first,
    double firstError,
    double second,
    double secondError,
    Interval difference95,
    double p) {
  private static final List<String> STATISTICS =
      List.of("density", "reciprocity", "connectionsPerNeuron", "weightPerConnection");

  /// Compares two networks, one entry per statistic.
  ///
  /// @param draws of neurons, 2 or more
  /// @throws IllegalArgumentException if a network has no edge, or there are fewer draws
  public static List<NetworkDifference> of(
      Network first, Network second, int draws, long seed, Workers workers) {
    if (draws < 2) {
      throw new IllegalArgumentException("2 draws or more are needed but were " + draws);
    }
    Resampled a = new Resampled(first);
    Resampled b = new Resampled(second);
    List<Spread> ofFirst = Uncertainty.overDraws(draws, seed, workers, a::drawn);
    List<Spread> ofSecond = Uncertainty.overDraws(draws, ~seed, workers, b::drawn);
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    return IntStream.range(0, STATISTICS.size())
        .mapToObj(
            i -> {
              double error = Math.hypot(ofFirst.get(i).deviation(), ofSecond.get(i).deviation());
              double difference = b.observed[i] - a.observed[i];
              double half = 1.959963984540054 * error;
              return new NetworkDifference(
                  STATISTICS.get(i),
                  a.observed[i],
                  ofFirst.get(i).deviation(),
                  b.observed[i],
                  ofSecond.get(i).deviation(),
                  new Interval(difference - half, difference + half),
                  difference == 0
                      ? 1
                      : 2 * normal.cumulativeProbability(-Math.abs(difference) / error));
            })
        .toList();
  }

  /// A network whose neurons are drawn with replacement.
  private static final class Resampled {
    private final Network network;
    private final int[] nodes;
    private final boolean[] reciprocal;
    private final double[] observed;

    Resampled(Network network) {
      this.network = network;
      nodes =
          IntStream.range(0, network.nodes())
              .filter(v -> network.outDegree(v) + network.inDegree(v) > 0)
              .toArray();
      if (nodes.length == 0) {
        throw new IllegalArgumentException("a network without connections cannot be compared");
      }
      reciprocal = new boolean[network.edges()];
      for (int v : nodes) {
        for (int e = network.outBegin(v); e < network.outBegin(v + 1); e++) {
          reciprocal[e] = network.hasEdge(network.target(e), v);
        }
      }
      int[] once = new int[network.nodes()];
      for (int v : nodes) {
        once[v] = 1;
      }
      observed = values(once, new double[4]);
    }

    double[] drawn(SplittableRandom random) {
      int[] times = new int[network.nodes()];
      for (int i = 0; i < nodes.length; i++) {
        times[nodes[random.nextInt(nodes.length)]]++;
      }
      return values(times, observed);
    }

    /// @param meanPair what a neuron has with its own copies
    private double[] values(int[] times, double[] meanPair) {
      double edges = 0;
      double backAndForth = 0;
      double weight = 0;
      double copies = 0;
      for (int v : nodes) {
        copies += times[v] * (times[v] - 1.0);
        for (int e = network.outBegin(v); times[v] > 0 && e < network.outBegin(v + 1); e++) {
          double pairs = (double) times[v] * times[network.target(e)];
          edges += pairs;
          backAndForth += reciprocal[e] ? pairs : 0;
          weight += pairs * network.outWeight(e);
        }
      }
      double ofCopies = copies * meanPair[0];
      edges += ofCopies;
      return new double[] {
        edges / (nodes.length * (nodes.length - 1.0)),
        (backAndForth + ofCopies * meanPair[1]) / edges,
        edges / nodes.length,
        (weight + ofCopies * meanPair[3]) / edges
      };
    }
  }
}
