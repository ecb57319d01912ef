package org.connectarium.graph.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.connectarium.graph.columns.DisjointSets;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/// Builds the levels of all agglomerates at once.
///
/// - input: `chunks[i]` the chunk of segment i; join k links segments `from[k]` and `to[k]`,
///   repeated joins of a pair count once
/// - output: one [Level] after the other, from the chunks up; items are numbered in order of their
///   first segment. An item without links is a whole agglomerate and has no item above
/// - cost: O(joins · log joins) time, 20 bytes per segment and 24 per join; deterministic
///
/// Idea: S. Dorkenwald et al., *CAVE: Connectome Annotation Versioning Engine*, Nature Methods
/// 2025, [doi:10.1038/s41592-024-02426-z](https://doi.org/10.1038/s41592-024-02426-z), whose
/// chunked graph is an octree. Differs: cubes of 4³, and levels end where an agglomerate is one
/// item.
public final class ChunkLevels {
  private ChunkLevels() {}

  /// One level. `parent[j]` is the item of this level that item j of the level below (or segment
  /// j) is in, −1 if j was whole already; `first[i]` is the first segment of item i. Link k means
  /// that `linkJoins[k]` joined pairs lie between the items `linkA[k]` and `linkB[k]`.
  @SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
  public record Level(int[] parent, int[] first, int[] linkA, int[] linkB, int[] linkJoins) {

    public int items() {
      return first.length;
    }

    /// Which items have no links: they are whole agglomerates.
    public boolean[] whole() {
      boolean[] whole = new boolean[items()];
      Arrays.fill(whole, true);
      for (int k = 0; k < linkA.length; k++) {
        whole[linkA[k]] = false;
        whole[linkB[k]] = false;
      }
      return whole;
    }
  }

  public static List<Level> of(long[] chunks, int[] from, int[] to) {
    List<Level> levels = new ArrayList<>();
    int[] first = new int[chunks.length];
    Arrays.setAll(first, i -> i);
    boolean[] over = new boolean[chunks.length];
    Edges edges = Edges.ofPairs(from, to);
    do {
      Level made = level(chunks, first, over, edges, levels.size() + 1);
      levels.add(made);
      first = made.first;
      over = made.whole();
      edges = new Edges(made.linkA, made.linkB, made.linkJoins);
    } while (edges.size() > 0);
    return levels;
  }

  private static Level level(long[] chunks, int[] first, boolean[] over, Edges edges, int level) {
    DisjointSets sets = new DisjointSets(first.length);
    for (int k = 0; k < edges.size(); k++) {
      if (ChunkGrid.sameCube(chunks[first[edges.a[k]]], chunks[first[edges.b[k]]], level)) {
        sets.join(edges.a[k], edges.b[k]);
      }
    }
    int[] parent = new int[first.length];
    int[] firstAbove = new int[first.length];
    int items = 0;
    for (int i = 0; i < first.length; i++) {
      int root = sets.root(i);
      if (over[i]) {
        parent[i] = -1;
      } else if (root == i) {
        firstAbove[items] = first[i];
        parent[i] = items++;
      } else {
        parent[i] = parent[root]; // the root is the smallest of its set
      }
    }
    Edges above = edges.lifted(parent);
    return new Level(parent, Arrays.copyOf(firstAbove, items), above.a, above.b, above.joins);
  }

  /* Pairs of items with a count, sorted, none twice. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Edges(int[] a, int[] b, int[] joins) {

    int size() {
      return a.length;
    }

    static Edges ofPairs(int[] from, int[] to) {
      long[] keys = new long[from.length];
      for (int k = 0; k < keys.length; k++) {
        keys[k] = key(from[k], to[k]);
      }
      Arrays.parallelSort(keys);
      int n = 0;
      for (int k = 0; k < keys.length; k++) {
        if (k == 0 || keys[k] != keys[k - 1]) {
          keys[n++] = keys[k];
        }
      }
      int[] once = new int[n];
      Arrays.fill(once, 1);
      return of(Arrays.copyOf(keys, n), once);
    }

    private static Edges of(long[] keys, int[] joins) {
      int[] a = new int[keys.length];
      int[] b = new int[keys.length];
      for (int k = 0; k < keys.length; k++) {
        a[k] = (int) (keys[k] >>> 32);
        b[k] = (int) keys[k];
      }
      return new Edges(a, b, joins);
    }

    /* The same between the items above; what lies within one is gone. */
    Edges lifted(int[] parent) {
      LongIntHashMap counts = new LongIntHashMap();
      for (int k = 0; k < a.length; k++) {
        int above = parent[a[k]];
        int other = parent[b[k]];
        if (above != other) {
          counts.addToValue(key(above, other), joins[k]);
        }
      }
      long[] keys = counts.keySet().toArray();
      Arrays.parallelSort(keys);
      int[] sums = new int[keys.length];
      for (int k = 0; k < keys.length; k++) {
        sums[k] = counts.get(keys[k]);
      }
      return of(keys, sums);
    }

    private static long key(int x, int y) {
      return (long) Math.min(x, y) << 32 | Math.max(x, y);
    }
  }
}
