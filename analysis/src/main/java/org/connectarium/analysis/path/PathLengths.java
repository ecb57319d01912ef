package org.connectarium.analysis.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.connectarium.analysis.inference.Seeds;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.network.Network;

/// How many connections lie between neurons: lengths of shortest ways from some of them to all
/// others, by breadth-first search.
public final class PathLengths {
  private static final int BLOCK = 16;

  private PathLengths() {}

  /// Pairs of one length.
  ///
  /// @param hops connections between them; −1: no way leads from one to the other
  /// @param share of all pairs that were looked at
  public record Bin(int hops, long pairs, double share) {}

  /// Bins by rising length, those without a way last. Cost: O(sources · edges); the same for any
  /// number of threads.
  ///
  /// @param mostSources more nodes with an edge than these are sampled; 0: all of them
  public static List<Bin> of(Network network, int mostSources, long seed, Workers workers) {
    int[] sources = new int[network.nodes()];
    int n = 0;
    for (int v = 0; v < network.nodes(); v++) {
      if (network.outDegree(v) + network.inDegree(v) > 0) {
        sources[n++] = v;
      }
    }
    int nodes = n;
    int[] chosen = Arrays.copyOf(sources, n);
    if (mostSources > 0 && mostSources < n) {
      Seeds.shuffle(Seeds.random(seed, 0), chosen);
      chosen = Arrays.copyOf(chosen, mostSources);
    }
    int[] from = chosen;
    int blocks = (from.length + BLOCK - 1) / BLOCK;
    long[] sum = new long[0];
    for (long[] part : workers.map(blocks, b -> block(network, from, b))) {
      long[] longer = Arrays.copyOf(sum, Math.max(sum.length, part.length));
      for (int hops = 0; hops < part.length; hops++) {
        longer[hops] += part[hops];
      }
      sum = longer;
    }
    return bins(sum, (long) from.length * Math.max(0, nodes - 1));
  }

  private static List<Bin> bins(long[] pairs, long all) {
    List<Bin> bins = new ArrayList<>();
    long reached = 0;
    for (int hops = 1; hops < pairs.length; hops++) {
      bins.add(new Bin(hops, pairs[hops], (double) pairs[hops] / all));
      reached += pairs[hops];
    }
    if (all > reached) {
      bins.add(new Bin(-1, all - reached, (double) (all - reached) / all));
    }
    return bins;
  }

  /* Pairs by hops from a few of the sources. */
  private static long[] block(Network network, int[] sources, int block) {
    long[] pairs = new long[16];
    int[] level = new int[network.nodes()];
    int[] queue = new int[network.nodes()];
    int end = Math.min(sources.length, (block + 1) * BLOCK);
    for (int s = block * BLOCK; s < end; s++) {
      Arrays.fill(level, -1);
      int head = 0;
      int tail = 0;
      queue[tail++] = sources[s];
      level[sources[s]] = 0;
      while (head < tail) {
        int v = queue[head++];
        for (int e = network.outBegin(v); e < network.outBegin(v + 1); e++) {
          int w = network.target(e);
          if (level[w] < 0) {
            level[w] = level[v] + 1;
            if (level[w] >= pairs.length) {
              pairs = Arrays.copyOf(pairs, 2 * pairs.length);
            }
            pairs[level[w]]++;
            queue[tail++] = w;
          }
        }
      }
    }
    int longest = pairs.length;
    while (longest > 1 && pairs[longest - 1] == 0) {
      longest--;
    }
    return Arrays.copyOf(pairs, longest);
  }
}
