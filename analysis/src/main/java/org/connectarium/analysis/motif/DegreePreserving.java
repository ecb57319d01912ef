package org.connectarium.analysis.motif;

import java.util.SplittableRandom;
import org.connectarium.analysis.network.Network;

/// Random graphs in which every node keeps the numbers of its edges, by exchanging the ends of
/// edges. No self-connection and no double edge comes up.
///
/// Method: S. Maslov, K. Sneppen, *Specificity and stability in topology of protein networks*,
/// Science 2002, [doi:10.1126/science.1065103](https://doi.org/10.1126/science.1065103); with
/// pairs kept as in R. Milo et al., *Network motifs: simple building blocks of complex networks*,
/// Science 2002, [doi:10.1126/science.298.5594.824](https://doi.org/10.1126/science.298.5594.824).
/// An exchange that is not possible counts as an attempt and leaves the graph as it is, so that all
/// graphs are equally likely in the long run.
public final class DegreePreserving {
  private final int nodes;
  private final boolean keepReciprocal;

  /* One-way pairs first, then, if these are kept apart, pairs of both ways. */
  private final int[] from;
  private final int[] to;
  private final int oneWay;

  /// @param keepReciprocal pairs that are connected both ways stay so many at every node; else only
  ///     the in- and out-degrees stay
  public DegreePreserving(Network network, boolean keepReciprocal) {
    this.nodes = network.nodes();
    this.keepReciprocal = keepReciprocal;
    int pairs = 0;
    int single = 0;
    for (int v = 0; v < nodes; v++) {
      for (int e = network.outBegin(v); e < network.outBegin(v + 1); e++) {
        boolean both = keepReciprocal && network.hasEdge(network.target(e), v);
        if (!both) {
          single++;
        } else if (v < network.target(e)) {
          pairs++;
        }
      }
    }
    this.oneWay = single;
    this.from = new int[single + pairs];
    this.to = new int[single + pairs];
    int s = 0;
    int p = single;
    for (int v = 0; v < nodes; v++) {
      for (int e = network.outBegin(v); e < network.outBegin(v + 1); e++) {
        int w = network.target(e);
        boolean both = keepReciprocal && network.hasEdge(w, v);
        if (!both) {
          from[s] = v;
          to[s++] = w;
        } else if (v < w) {
          from[p] = v;
          to[p++] = w;
        }
      }
    }
  }

  /// A random graph. Cost: O(edges · attempts).
  ///
  /// @param attemptsPerEdge exchanges that are tried, per edge; 10 forget the beginning
  public Network draw(SplittableRandom random, int attemptsPerEdge) {
    int[] a = from.clone();
    int[] b = to.clone();
    PairSet taken = new PairSet(a.length);
    for (int e = 0; e < a.length; e++) {
      taken.add(key(a[e], b[e]));
    }
    exchange(random, a, b, taken, 0, oneWay, attemptsPerEdge);
    exchange(random, a, b, taken, oneWay, a.length, attemptsPerEdge);
    int mutual = a.length - oneWay;
    int[] allFrom = new int[a.length + mutual];
    int[] allTo = new int[a.length + mutual];
    System.arraycopy(a, 0, allFrom, 0, a.length);
    System.arraycopy(b, 0, allTo, 0, b.length);
    System.arraycopy(b, oneWay, allFrom, a.length, mutual);
    System.arraycopy(a, oneWay, allTo, a.length, mutual);
    return Network.of(nodes, allFrom, allTo);
  }

  private void exchange(
      SplittableRandom random,
      int[] a,
      int[] b,
      PairSet taken,
      int begin,
      int end,
      int attemptsPerEdge) {
    int edges = end - begin;
    for (long attempt = 0; attempt < (long) edges * attemptsPerEdge && edges > 1; attempt++) {
      int e = begin + random.nextInt(edges);
      int f = begin + random.nextInt(edges);
      if (begin == oneWay && random.nextBoolean()) {
        int swap = a[f]; // pairs of both ways have no direction
        a[f] = b[f];
        b[f] = swap;
      }
      long one = key(a[e], b[f]);
      long two = key(a[f], b[e]);
      if (a[e] == b[f]
          || a[f] == b[e]
          || one == two
          || taken.contains(one)
          || taken.contains(two)) {
        continue;
      }
      taken.remove(key(a[e], b[e]));
      taken.remove(key(a[f], b[f]));
      taken.add(one);
      taken.add(two);
      int swap = b[e];
      b[e] = b[f];
      b[f] = swap;
    }
  }

  /* Of a pair whatever its direction, where a new edge must not make another pair reciprocal. */
  private long key(int from, int to) {
    int first = keepReciprocal ? Math.min(from, to) : from;
    int second = keepReciprocal ? Math.max(from, to) : to;
    return (long) first << 32 | second;
  }
}
