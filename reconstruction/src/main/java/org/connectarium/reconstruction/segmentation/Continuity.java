package org.connectarium.reconstruction.segmentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.reconstruction.hierarchy.MergeHierarchy;

/// How likely the two sides of each border piece are one cell: the score at which hierarchical
/// agglomeration (mean affinity) brings them together, 1 across block faces that cut one object.
///
/// So the connected components of all contacts of at least a threshold are the clusters of the
/// hierarchy cut there. Memory: about 200 bytes per piece; all pieces of the volume are held.
public final class Continuity {
  private final List<Path> tables;
  private final long[] low;
  private final long[] high;
  private final float[] score;
  private final long[] voxels;
  private final int[] tableBegin;

  private Continuity(
      List<Path> tables, long[] low, long[] high, float[] score, long[] voxels, int[] tableBegin) {
    this.tables = tables;
    this.low = low;
    this.high = high;
    this.score = score;
    this.voxels = voxels;
    this.tableBegin = tableBegin;
  }

  /// Reads the pieces of all tables and builds the hierarchy over them.
  public static Continuity of(List<Path> tables) {
    List<Piece> all = new ArrayList<>();
    int[] begin = new int[tables.size() + 1];
    for (int t = 0; t < tables.size(); t++) {
      all.addAll(Table.read(tables.get(t)).pieces());
      begin[t + 1] = all.size();
    }
    Map<Long, Long> object = joinedAcrossFaces(all);
    int n = all.size();
    long[] a = new long[n];
    long[] b = new long[n];
    double[] affinity = new double[n];
    double[] weight = new double[n];
    int[] place = new int[n];
    int between = 0;
    long[] low = new long[n];
    long[] high = new long[n];
    float[] score = new float[n];
    long[] voxels = new long[n];
    Arrays.fill(score, 1);
    for (int i = 0; i < n; i++) {
      Piece p = all.get(i);
      low[i] = p.lowId();
      high[i] = p.highId();
      voxels[i] = p.face() ? Long.MAX_VALUE : p.voxels();
      long u = root(object, p.lowId());
      long v = root(object, p.highId());
      if (u != v) {
        a[between] = u;
        b[between] = v;
        affinity[between] = 1 - p.boundary();
        weight[between] = p.faces() > 0 ? p.faces() : p.voxels() / 4.0;
        place[between++] = i;
      }
    }
    MergeHierarchy hierarchy =
        MergeHierarchy.of(
            Arrays.copyOf(a, between),
            Arrays.copyOf(b, between),
            Arrays.copyOf(affinity, between),
            Arrays.copyOf(weight, between));
    for (int j = 0; j < between; j++) {
      score[place[j]] = (float) hierarchy.continuity(j);
    }
    return new Continuity(List.copyOf(tables), low, high, score, voxels, begin);
  }

  /// Number of border pieces.
  public int size() {
    return score.length;
  }

  /// The contacts of one table, ready for the graph.
  public List<ContactRow> rows(int table) {
    List<Piece> pieces = Table.read(tables.get(table)).pieces();
    List<ContactRow> rows = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      rows.add(pieces.get(i).row(score[tableBegin[table] + i]));
    }
    return rows;
  }

  /// The cluster of each segment that has a contact if the hierarchy is cut at a threshold, named
  /// by its lowest segment id. Segments without a contact are clusters of their own and not listed.
  ///
  /// @param minContactVoxels smaller pieces join nothing; those across a cut object always join
  public Map<Long, Long> clusters(double threshold, long minContactVoxels) {
    Map<Long, Long> parent = new HashMap<>();
    for (int i = 0; i < score.length; i++) {
      long u = root(parent, low[i]);
      long v = root(parent, high[i]);
      if (score[i] >= threshold && voxels[i] >= minContactVoxels && u != v) {
        parent.put(Math.max(u, v), Math.min(u, v));
      }
    }
    Map<Long, Long> clusters = new HashMap<>();
    for (int i = 0; i < score.length; i++) {
      clusters.put(low[i], root(parent, low[i]));
      clusters.put(high[i], root(parent, high[i]));
    }
    return clusters;
  }

  private static Map<Long, Long> joinedAcrossFaces(List<Piece> pieces) {
    Map<Long, Long> parent = new HashMap<>();
    for (Piece p : pieces) {
      if (p.face()) {
        long u = root(parent, p.lowId());
        long v = root(parent, p.highId());
        if (u != v) {
          parent.put(Math.max(u, v), Math.min(u, v));
        }
      }
    }
    return parent;
  }

  private static long root(Map<Long, Long> parent, long id) {
    long r = id;
    for (Long up = parent.get(r); up != null; up = parent.get(r)) {
      r = up;
    }
    for (long s = id; s != r; ) {
      long next = parent.getOrDefault(s, r);
      parent.put(s, r);
      s = next;
    }
    return r;
  }
}
