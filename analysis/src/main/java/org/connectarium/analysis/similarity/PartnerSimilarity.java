package org.connectarium.analysis.similarity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.network.Network;

/// For each neuron those whose partners are most like its own: neurons with the same inputs
/// (co-innervated ones), or with the same outputs.
///
/// How many partners two neurons share by chance is taken from the hypergeometric distribution:
/// each draws its partners from all neurons that have any partner on that side.
public final class PartnerSimilarity {
  private static final int BLOCK = 512;

  private final Network network;
  private final Options options;
  private final double[] lengths;
  private final int partners;

  /// Which partners are compared.
  public enum Side {
    INPUTS,
    OUTPUTS
  }

  /// How alike two neurons are.
  public enum Measure {
    /// Cosine of the angle between both vectors of weights.
    COSINE,
    /// Shared partners over all partners of both.
    JACCARD
  }

  /// What is asked for.
  ///
  /// @param perNeuron most pairs that each neuron begins
  /// @param minShared fewer shared partners are passed over
  public record Options(Side side, Measure measure, int perNeuron, int minShared) {
    public static final Options DEFAULT = new Options(Side.INPUTS, Measure.COSINE, 10, 2);

    /// Refuses numbers below 1.
    public Options {
      if (perNeuron < 1 || minShared < 1) {
        throw new IllegalArgumentException(
            "perNeuron and minShared must be 1 or more but were %d and %d"
                .formatted(perNeuron, minShared));
      }
    }
  }

  /// Two neurons, as seen from `node`.
  ///
  /// @param expectedShared partners that they would share by chance
  /// @param p probability of sharing so many or more by chance
  public record Pair(
      int node,
      int other,
      int shared,
      double cosine,
      double jaccard,
      double expectedShared,
      double p) {}

  private PartnerSimilarity(Network network, Options options) {
    this.network = network;
    this.options = options;
    this.lengths = new double[network.nodes()];
    int withPartners = 0;
    for (int v = 0; v < network.nodes(); v++) {
      for (int e = begin(v); e < begin(v + 1); e++) {
        lengths[v] += weight(e) * weight(e);
      }
      lengths[v] = Math.sqrt(lengths[v]);
      if (backBegin(v + 1) > backBegin(v)) {
        withPartners++;
      }
    }
    this.partners = withPartners;
  }

  /// The pairs of each neuron in turn, the most alike first, equal ones by number.
  ///
  /// Cost: O(Σ degree² of partners) time; the same for any number of threads.
  public static List<Pair> of(Network network, Options options, Workers workers) {
    PartnerSimilarity similarity = new PartnerSimilarity(network, options);
    int blocks = (network.nodes() + BLOCK - 1) / BLOCK;
    return workers.map(blocks, similarity::block).stream().flatMap(List::stream).toList();
  }

  private List<Pair> block(int block) {
    List<Pair> pairs = new ArrayList<>();
    int[] shared = new int[network.nodes()];
    double[] product = new double[network.nodes()];
    int end = Math.min(network.nodes(), (block + 1) * BLOCK);
    for (int v = block * BLOCK; v < end; v++) {
      pairs.addAll(mostAlike(v, shared, product));
    }
    return pairs;
  }

  private List<Pair> mostAlike(int v, int[] shared, double[] product) {
    List<Integer> touched = new ArrayList<>();
    for (int e = begin(v); e < begin(v + 1); e++) {
      int partner = partner(e);
      for (int f = backBegin(partner); f < backBegin(partner + 1); f++) {
        int other = back(f);
        if (shared[other]++ == 0) {
          touched.add(other);
        }
        product[other] += weight(e) * backWeight(f);
      }
    }
    List<Pair> found = new ArrayList<>();
    for (int other : touched) {
      if (other != v && shared[other] >= options.minShared()) {
        int all = degree(v) + degree(other) - shared[other];
        found.add(
            new Pair(
                v,
                other,
                shared[other],
                product[other] / (lengths[v] * lengths[other]),
                (double) shared[other] / all,
                0,
                0));
      }
      shared[other] = 0;
      product[other] = 0;
    }
    Comparator<Pair> byMeasure =
        Comparator.comparingDouble(
            switch (options.measure()) {
              case COSINE -> Pair::cosine;
              case JACCARD -> Pair::jaccard;
            });
    return found.stream()
        .sorted(byMeasure.reversed().thenComparingInt(Pair::other))
        .limit(options.perNeuron())
        .map(this::withChance)
        .toList();
  }

  private Pair withChance(Pair pair) {
    int one = degree(pair.node());
    int two = degree(pair.other());
    return new Pair(
        pair.node(),
        pair.other(),
        pair.shared(),
        pair.cosine(),
        pair.jaccard(),
        (double) one * two / partners,
        new HypergeometricDistribution(null, partners, one, two)
            .upperCumulativeProbability(pair.shared()));
  }

  private boolean inputs() {
    return options.side() == Side.INPUTS;
  }

  private int degree(int v) {
    return begin(v + 1) - begin(v);
  }

  private int begin(int v) {
    return inputs() ? network.inBegin(v) : network.outBegin(v);
  }

  private int partner(int edge) {
    return inputs() ? network.source(edge) : network.target(edge);
  }

  private double weight(int edge) {
    return inputs() ? network.inWeight(edge) : network.outWeight(edge);
  }

  private int backBegin(int v) {
    return inputs() ? network.outBegin(v) : network.inBegin(v);
  }

  private int back(int edge) {
    return inputs() ? network.target(edge) : network.source(edge);
  }

  private double backWeight(int edge) {
    return inputs() ? network.outWeight(edge) : network.inWeight(edge);
  }
}
