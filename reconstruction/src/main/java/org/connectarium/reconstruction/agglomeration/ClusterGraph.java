package org.connectarium.reconstruction.agglomeration;

import java.util.Arrays;

/// A graph of clusters whose best edge can be contracted: a heap of edges, a list of edges per
/// cluster and a table from a pair of clusters to its edge.
///
/// A cluster hangs on one of its nodes and is named by its lowest. Edge e sits in two lists, as
/// entry 2e and as entry 2e + 1; entries of edges that are gone are passed over.
final class ClusterGraph {
  private static final int NONE = -1;

  private final int[] a;
  private final int[] b;
  private final double[] weight;
  private final double[] sum;
  private final int[] firstEntry;
  private final int[] nextEntry;
  private final int[] degree;
  private final PairTable table;
  private final EdgeHeap heap;
  private final int[] lowest;

  ClusterGraph(int nodes, int[] a, int[] b, double[] weight, double[] affinity) {
    this.a = new int[a.length];
    this.b = new int[a.length];
    this.weight = new double[a.length];
    this.sum = new double[a.length];
    firstEntry = new int[nodes];
    Arrays.fill(firstEntry, NONE);
    nextEntry = new int[2 * a.length];
    degree = new int[nodes];
    lowest = new int[nodes];
    Arrays.setAll(lowest, i -> i);
    table = new PairTable(a.length);
    heap = new EdgeHeap(a.length, this::before);
    int edges = 0;
    for (int i = 0; i < a.length; i++) {
      int u = Math.min(a[i], b[i]);
      int v = Math.max(a[i], b[i]);
      if (u < 0 || v >= nodes || !(weight[i] > 0) || !(affinity[i] >= 0 && affinity[i] <= 1)) {
        throw new IllegalArgumentException(
            "Edge %d from %d to %d of weight %s and affinity %s among %d nodes"
                .formatted(i, a[i], b[i], weight[i], affinity[i], nodes));
      }
      if (u == v) {
        continue;
      }
      int e = table.get(u, v);
      if (e == NONE) {
        e = edges++;
        this.a[e] = u;
        this.b[e] = v;
        table.put(u, v, e);
        link(2 * e, u);
        link(2 * e + 1, v);
      }
      this.weight[e] += weight[i];
      this.sum[e] += weight[i] * affinity[i];
    }
    for (int e = 0; e < edges; e++) {
      heap.add(e);
    }
  }

  boolean hasEdges() {
    return !heap.isEmpty();
  }

  float bestScore() {
    int e = heap.top();
    return (float) Math.min(1, sum[e] / weight[e]);
  }

  int bestA() {
    return lowest[a[heap.top()]];
  }

  int bestB() {
    return lowest[b[heap.top()]];
  }

  /// Merges the two clusters of the best edge.
  void contractBest() {
    int best = heap.top();
    int keep = a[best];
    int gone = b[best];
    if (degree[keep] < degree[gone]) {
      keep = b[best];
      gone = a[best];
    }
    remove(best);
    int low = Math.min(lowest[keep], lowest[gone]);
    boolean renamed = lowest[keep] != low;
    lowest[keep] = low;
    int entry = firstEntry[gone];
    while (entry != NONE) {
      int next = nextEntry[entry];
      int e = entry / 2;
      if (heap.contains(e)) {
        move(e, entry, gone, keep);
      }
      entry = next;
    }
    if (renamed) {
      refresh(keep);
    }
  }

  /// Hangs an edge from the cluster that is gone onto the one that stays.
  private void move(int e, int entry, int gone, int keep) {
    int other = a[e] == gone ? b[e] : a[e];
    table.remove(gone, other);
    int twin = table.get(keep, other);
    if (twin == NONE) {
      if (a[e] == gone) {
        a[e] = keep;
      } else {
        b[e] = keep;
      }
      table.put(keep, other, e);
      link(entry, keep);
      heap.update(e);
    } else {
      weight[twin] += weight[e];
      sum[twin] += sum[e];
      heap.remove(e);
      degree[other]--;
      heap.update(twin);
    }
  }

  /// Drops dead entries of a cluster's list and puts its edges in order again: their ties may
  /// have
  /// changed with its lowest node.
  private void refresh(int node) {
    int entry = firstEntry[node];
    firstEntry[node] = NONE;
    degree[node] = 0;
    while (entry != NONE) {
      int next = nextEntry[entry];
      if (heap.contains(entry / 2)) {
        link(entry, node);
        heap.update(entry / 2);
      }
      entry = next;
    }
  }

  private void link(int entry, int node) {
    nextEntry[entry] = firstEntry[node];
    firstEntry[node] = entry;
    degree[node]++;
  }

  private void remove(int e) {
    table.remove(a[e], b[e]);
    heap.remove(e);
  }

  private boolean before(int e, int f) {
    double se = sum[e] / weight[e];
    double sf = sum[f] / weight[f];
    if (se != sf) {
      return se > sf;
    }
    int e1 = Math.min(lowest[a[e]], lowest[b[e]]);
    int f1 = Math.min(lowest[a[f]], lowest[b[f]]);
    if (e1 != f1) {
      return e1 < f1;
    }
    return Math.max(lowest[a[e]], lowest[b[e]]) < Math.max(lowest[a[f]], lowest[b[f]]);
  }
}
