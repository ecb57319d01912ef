package org.connectarium.graph.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.eclipse.collections.api.iterator.LongIterator;
import org.eclipse.collections.api.set.primitive.LongSet;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;

/// Finds out which of some nodes are connected by searching from all of them in turn until all
/// but one of the connected sets are known whole, so that small sets cost no more than themselves.
final class ManySidedSearch {
  private final Steps steps;
  private final LongIntHashMap side = new LongIntHashMap(); // node → search that found it
  private final List<LongArrayList> found = new ArrayList<>();
  private final int[] next;
  private final int[] set; // searches that met, as a forest

  /// The neighbours of a node.
  interface Steps {
    void from(long nodeId, LongConsumer to);
  }

  private ManySidedSearch(LongSet starts, Steps steps) {
    this.steps = steps;
    LongIterator each = starts.longIterator();
    while (each.hasNext()) {
      long start = each.next();
      side.put(start, found.size());
      found.add(LongArrayList.newListWith(start));
    }
    next = new int[found.size()];
    set = new int[found.size()];
    Arrays.setAll(set, i -> i);
  }

  /// All connected sets but the largest, each with at least one of the starts in it; none if the
  /// starts are connected to each other. Sets that go on beyond what was searched count as
  /// largest.
  static List<LongHashSet> smallerSets(LongSet starts, Steps steps) {
    ManySidedSearch search = new ManySidedSearch(starts, steps);
    while (search.openSets() > 1) {
      for (int i = 0; i < search.next.length; i++) {
        search.step(i);
      }
    }
    return search.smaller();
  }

  private void step(int i) {
    if (next[i] < found.get(i).size()) {
      steps.from(found.get(i).get(next[i]++), id -> reach(i, id));
    }
  }

  private void reach(int i, long id) {
    int other = side.getIfAbsent(id, -1);
    if (other < 0) {
      side.put(id, i);
      found.get(i).add(id);
    } else {
      set[root(other)] = root(i);
    }
  }

  private int root(int search) {
    int i = search;
    while (set[i] != i) {
      i = set[i];
    }
    return i;
  }

  private boolean[] open() {
    boolean[] open = new boolean[next.length];
    for (int i = 0; i < next.length; i++) {
      open[root(i)] |= next[i] < found.get(i).size();
    }
    return open;
  }

  /* Sets that are not known whole yet; one alone is settled. */
  private int openSets() {
    int sets = 0;
    for (int i = 0; i < set.length; i++) {
      sets += set[i] == i ? 1 : 0;
    }
    if (sets == 1) {
      return 0;
    }
    int n = 0;
    for (boolean is : open()) {
      n += is ? 1 : 0;
    }
    return n;
  }

  private List<LongHashSet> smaller() {
    LongHashSet[] sets = new LongHashSet[set.length];
    for (int i = 0; i < set.length; i++) {
      int root = root(i);
      sets[root] = sets[root] == null ? new LongHashSet() : sets[root];
      sets[root].addAll(found.get(i));
    }
    boolean[] open = open();
    int largest = -1;
    for (int i = 0; i < sets.length; i++) {
      boolean larger = largest < 0 || (!open[largest] && size(sets, i) > size(sets, largest));
      if (sets[i] != null && (open[i] || larger)) {
        largest = i;
      }
    }
    List<LongHashSet> smaller = new ArrayList<>();
    for (int i = 0; i < sets.length; i++) {
      if (sets[i] != null && i != largest) {
        smaller.add(sets[i]);
      }
    }
    return smaller;
  }

  private static int size(LongHashSet[] sets, int i) {
    return sets[i] == null ? 0 : sets[i].size();
  }
}
