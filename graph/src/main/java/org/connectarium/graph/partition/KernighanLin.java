package org.connectarium.graph.partition;

import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/// Improves a partition in place. In each round every two groups that touch exchange nodes, or
/// join, and every group may part in two, wherever that lowers the cost; until a round changes
/// nothing.
///
/// An exchange is a chain of moves, each the best one left although it may cost something, of
/// which the best beginning is kept. A chain ends when [#PATIENCE] moves brought nothing better.
final class KernighanLin {
  private static final int MOST_ROUNDS = 20;
  private static final int PATIENCE = 1_000;
  private static final double LEAST_GAIN = 1e-9;

  private final Adjacency graph;
  private final Runnable stop;
  private final int[] group;
  private final IndexedHeap gains;
  private final boolean[] moved;
  private final IntArrayList chain = new IntArrayList();
  private final Members members;

  /// A pair of groups; the second may be empty.
  private record Pair(int first, int second) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair o) {
      int byFirst = Integer.compare(first, o.first);
      return byFirst != 0 ? byFirst : Integer.compare(second, o.second);
    }
  }

  private KernighanLin(Adjacency graph, int[] group, Runnable stop) {
    this.graph = graph;
    this.group = group;
    this.stop = stop;
    this.gains = new IndexedHeap(graph.nodes());
    this.moved = new boolean[graph.nodes()];
    this.members = new Members(group);
  }

  /// @param group group of each node, 0…nodes−1; changed in place
  static void improve(Adjacency graph, int[] group, Runnable stop) {
    new KernighanLin(graph, group, stop).run();
  }

  private void run() {
    BitSet changed = new BitSet();
    changed.set(0, members.groups());
    for (int round = 0; round < MOST_ROUNDS && !changed.isEmpty(); round++) {
      BitSet next = new BitSet();
      for (Pair pair : touching(changed)) {
        stop.run();
        if (exchange(pair.first(), pair.second())) {
          next.set(pair.first());
          next.set(pair.second());
        }
      }
      changed.or(next);
      for (int g = changed.nextSetBit(0); g >= 0; g = changed.nextSetBit(g + 1)) {
        stop.run();
        int empty = members.groups();
        if (exchange(g, empty)) {
          next.set(g);
          next.set(empty);
        }
      }
      changed = next;
    }
  }

  /* Pairs of groups with an edge between, of which one changed since they were looked at. */
  private SortedSet<Pair> touching(BitSet changed) {
    SortedSet<Pair> pairs = new TreeSet<>();
    for (int v = 0; v < group.length; v++) {
      for (int k = graph.start()[v]; k < graph.start()[v + 1]; k++) {
        int other = group[graph.neighbour()[k]];
        if (group[v] < other && (changed.get(group[v]) || changed.get(other))) {
          pairs.add(new Pair(group[v], other));
        }
      }
    }
    return pairs;
  }

  /* Looks at the smaller group and its neighbours only. */
  private boolean exchange(int one, int two) {
    boolean toEmpty = two == members.groups();
    int small = toEmpty || members.atMost(one) <= members.atMost(two) ? one : two;
    int large = small == one ? two : one;
    IntArrayList nodes = members.of(small);
    double between = 0;
    for (int i = 0; i < nodes.size(); i++) {
      int v = nodes.get(i);
      for (int k = graph.start()[v]; k < graph.start()[v + 1]; k++) {
        int n = graph.neighbour()[k];
        if (group[n] == large) {
          between += graph.weight()[k];
          candidate(v, small, large);
          candidate(n, small, large);
        }
      }
      if (toEmpty) {
        candidate(v, small, large);
      }
    }
    int kept = moveInChain(small, large, Math.max(LEAST_GAIN, between));
    undo(kept, small, large);
    boolean join = kept == 0 && between > LEAST_GAIN;
    if (join) {
      nodes.forEach(v -> members.move(v, large));
    }
    return kept > 0 || join;
  }

  private void candidate(int v, int a, int b) {
    if (!gains.contains(v)) {
      gains.put(v, gain(v, a, b));
    }
  }

  /* Makes the chain; the number of its moves that are worth more than `least`, or 0. */
  private int moveInChain(int a, int b, double least) {
    double sum = 0;
    double best = least;
    int kept = 0;
    while (!gains.isEmpty() && chain.size() - kept < PATIENCE) {
      int v = gains.top();
      sum += gains.key(v);
      gains.remove(v);
      move(v, a, b);
      if (sum > best) {
        best = sum;
        kept = chain.size();
      }
    }
    gains.clear();
    return kept;
  }

  private void move(int v, int a, int b) {
    moved[v] = true;
    chain.add(v);
    group[v] = other(v, a, b);
    for (int k = graph.start()[v]; k < graph.start()[v + 1]; k++) {
      int n = graph.neighbour()[k];
      if (gains.contains(n)) {
        double change = 2 * graph.weight()[k];
        gains.put(n, gains.key(n) + (group[n] == group[v] ? -change : change));
      }
    }
    // only now, as several edges may lead to the same neighbour
    for (int k = graph.start()[v]; k < graph.start()[v + 1]; k++) {
      int n = graph.neighbour()[k];
      if (!moved[n] && (group[n] == a || group[n] == b)) {
        candidate(n, a, b);
      }
    }
  }

  /* Takes all moves back but the first ones, which are for good. */
  private void undo(int kept, int a, int b) {
    for (int i = chain.size() - 1; i >= 0; i--) {
      int v = chain.get(i);
      moved[v] = false;
      if (i >= kept) {
        group[v] = other(v, a, b);
      } else {
        members.move(v, group[v]);
      }
    }
    chain.clear();
  }

  private int other(int v, int a, int b) {
    return group[v] == a ? b : a;
  }

  /* What the cost falls by if the node goes to the other group. */
  private double gain(int v, int a, int b) {
    return weightInto(v, other(v, a, b)) - weightInto(v, group[v]);
  }

  private double weightInto(int v, int target) {
    double sum = 0;
    for (int k = graph.start()[v]; k < graph.start()[v + 1]; k++) {
      sum += group[graph.neighbour()[k]] == target ? graph.weight()[k] : 0;
    }
    return sum;
  }
}
