package org.connectarium.analysis.size;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.connectarium.analysis.synapses.SynapseTable;

/// Synapses sorted so that those of a connection stand side by side, in the order of the table.
final class Connections {
  private final int[] order;
  private final int[] ends; // where connections end in the order

  private Connections(int[] order, int[] ends) {
    this.order = order;
    this.ends = ends;
  }

  static Connections of(SynapseTable table, IntPredicate counted) {
    int[] all = IntStream.range(0, table.size()).filter(counted).toArray();
    return runs(table, sorted(sorted(all, table::post), table::pre));
  }

  /// The same with dendrites in ascending order, and axons inside.
  Connections sortedByPost(SynapseTable table) {
    return runs(table, sorted(order, table::post));
  }

  /// Connections by their number of synapses, from 1 on.
  int[] multiplicities() {
    int most = 0;
    int begin = 0;
    for (int end : ends) {
      most = Math.max(most, end - begin);
      begin = end;
    }
    int[] counts = new int[most];
    begin = 0;
    for (int end : ends) {
      counts[end - begin - 1]++;
      begin = end;
    }
    return counts;
  }

  /// All synapses of the connections with exactly this many.
  int[] ofExactly(int synapses) {
    int[] chosen = new int[order.length];
    int n = 0;
    int begin = 0;
    for (int end : ends) {
      if (end - begin == synapses) {
        System.arraycopy(order, begin, chosen, n, synapses);
        n += synapses;
      }
      begin = end;
    }
    return Arrays.copyOf(chosen, n);
  }

  /// For each neurite the first synapses of its connections, an even number of them.
  int[] firstOfEach(IntUnaryOperator neurite) {
    int[] chosen = new int[order.length];
    int n = 0;
    int begin = 0;
    int waiting = -1; // first synapse of a pair that has no second one yet
    for (int end : ends) {
      int first = order[begin];
      if (waiting >= 0 && neurite.applyAsInt(waiting) == neurite.applyAsInt(first)) {
        chosen[n++] = waiting;
        chosen[n++] = first;
        waiting = -1;
      } else {
        waiting = first;
      }
      begin = end;
    }
    return Arrays.copyOf(chosen, n);
  }

  private static Connections runs(SynapseTable table, int[] order) {
    int[] ends = new int[order.length];
    int n = 0;
    for (int i = 0; i < order.length; i++) {
      if (i + 1 == order.length
          || table.pre(order[i]) != table.pre(order[i + 1])
          || table.post(order[i]) != table.post(order[i + 1])) {
        ends[n++] = i + 1;
      }
    }
    return new Connections(order, Arrays.copyOf(ends, n));
  }

  /// Counting sort that keeps the order of equal keys.
  private static int[] sorted(int[] synapses, IntUnaryOperator key) {
    int highest = -1;
    for (int s : synapses) {
      highest = Math.max(highest, key.applyAsInt(s));
    }
    int[] next = new int[highest + 2];
    for (int s : synapses) {
      next[key.applyAsInt(s) + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    int[] result = new int[synapses.length];
    for (int s : synapses) {
      result[next[key.applyAsInt(s)]++] = s;
    }
    return result;
  }
}
