package org.connectarium.reconstruction.watershed;

import java.util.Arrays;

/// Sets of the numbers 0…n − 1, some of which must never be joined.
///
/// Each set has a list of the sets it excludes, both ways, and a table knows all such pairs of
/// roots. The set with the shorter list is put under the other one and hands its list over, so m
/// exclusions move O(m log m) times. Pairs of sets that are gone stay in the table until it grows.
///
/// Memory: 12 bytes a number; 32 to 48 for each exclusion.
final class MutexSets {
  private static final int NONE = -1;
  private static final long FREE = -1;

  private final int[] parent;
  private final int[] firstOfList;
  private final int[] listLength;
  private int[] excluded = new int[1024];
  private int[] next = new int[1024];
  private int entries;
  private long[] table = new long[4096];
  private int used;

  MutexSets(int n) {
    parent = new int[n];
    Arrays.setAll(parent, i -> i);
    firstOfList = new int[n];
    Arrays.fill(firstOfList, NONE);
    listLength = new int[n];
    Arrays.fill(table, FREE);
  }

  /// The number that stands for a set.
  int root(int number) {
    int r = number;
    while (parent[r] != r) {
      parent[r] = parent[parent[r]];
      r = parent[r];
    }
    return r;
  }

  /// Joins the sets of two numbers unless they exclude each other.
  void join(int one, int other) {
    int a = root(one);
    int b = root(other);
    if (a == b || areExclusive(a, b)) {
      return;
    }
    int stays = listLength[a] >= listLength[b] ? a : b;
    int goes = stays == a ? b : a;
    parent[goes] = stays;
    int following;
    for (int e = firstOfList[goes]; e != NONE; e = following) {
      following = next[e];
      int partner = root(excluded[e]);
      if (addPair(stays, partner)) {
        append(partner, stays);
        next[e] = firstOfList[stays];
        firstOfList[stays] = e;
        excluded[e] = partner;
        listLength[stays]++;
      }
    }
    firstOfList[goes] = NONE;
    listLength[goes] = 0;
  }

  /// Lets the sets of two numbers exclude each other, unless they are one already.
  void exclude(int one, int other) {
    int a = root(one);
    int b = root(other);
    if (a != b && addPair(a, b)) {
      append(a, b);
      append(b, a);
    }
  }

  private void append(int root, int partner) {
    if (entries == excluded.length) {
      excluded = Arrays.copyOf(excluded, 2 * entries);
      next = Arrays.copyOf(next, 2 * entries);
    }
    excluded[entries] = partner;
    next[entries] = firstOfList[root];
    firstOfList[root] = entries++;
    listLength[root]++;
  }

  private boolean areExclusive(int a, int b) {
    return table[place(pair(a, b))] != FREE;
  }

  private boolean addPair(int a, int b) {
    long pair = pair(a, b);
    int at = place(pair);
    if (table[at] != FREE) {
      return false;
    }
    table[at] = pair;
    if (++used > table.length / 2) {
      grow();
    }
    return true;
  }

  /* Where a pair is, or the free place where it would be. */
  private int place(long pair) {
    int at = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 32) & (table.length - 1);
    while (table[at] != FREE && table[at] != pair) {
      at = (at + 1) & (table.length - 1);
    }
    return at;
  }

  /* Pairs of sets that are gone are left out; twice as large if more than a quarter stays. */
  private void grow() {
    long[] old = table;
    int living = 0;
    for (long pair : old) {
      living += isLiving(pair) ? 1 : 0;
    }
    table = new long[living > old.length / 4 ? 2 * old.length : old.length];
    Arrays.fill(table, FREE);
    used = living;
    for (long pair : old) {
      if (isLiving(pair)) {
        table[place(pair)] = pair;
      }
    }
  }

  private boolean isLiving(long pair) {
    int a = (int) (pair >>> 32);
    int b = (int) pair;
    return pair != FREE && parent[a] == a && parent[b] == b;
  }

  private static long pair(int a, int b) {
    return ((long) Math.min(a, b) << 32) | Math.max(a, b);
  }
}
