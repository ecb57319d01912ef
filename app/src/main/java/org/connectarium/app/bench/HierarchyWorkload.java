package org.connectarium.app.bench;

import java.util.Arrays;
import java.util.Locale;
import org.connectarium.reconstruction.hierarchy.ContactSource;
import org.connectarium.reconstruction.hierarchy.Linkage;
import org.connectarium.reconstruction.hierarchy.MergeHierarchy;

/// The merge hierarchy over a made-up lattice of segments, each with six contacts to later ones.
final class HierarchyWorkload implements Workload, ContactSource {
  private static final long MEDIUM = 1_000_000;
  private static final int PER_NODE = 6;
  private final int edge;
  private int merges;

  HierarchyWorkload(Setting setting) {
    edge = (int) Math.round(Math.cbrt(setting.size().scaled(MEDIUM) / (double) PER_NODE)) + 2;
  }

  @Override
  public String what() {
    return "average linkage over all contacts, one thread";
  }

  @Override
  public String unit() {
    return "contact";
  }

  @Override
  public long units() {
    return size();
  }

  @Override
  public Floor floor() {
    double levels = Math.log(size()) / Math.log(2);
    return new Floor(
        20 * levels,
        1,
        String.format(
            Locale.ROOT,
            "each contact once through a heap of log₂ E = %.0f levels, 20 ns each where the heap"
                + " is larger than the cache",
            levels));
  }

  @Override
  public int size() {
    int n = edge - 2;
    return PER_NODE * n * n * n;
  }

  @Override
  public void forEach(Visitor visitor) {
    int[] steps = {1, edge, edge * edge, edge + 1, edge * edge + 1, edge * edge + edge};
    for (int z = 1; z < edge - 1; z++) {
      for (int y = 1; y < edge - 1; y++) {
        for (int x = 1; x < edge - 1; x++) {
          int node = (z * edge + y) * edge + x;
          for (int step : steps) {
            long hash = (node * 31L + step) * 0x9E3779B97F4A7C15L;
            hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
            visitor.contact(
                node, node + step, ((hash >>> 40) & 0xffff) / 65535.0, 1.0 + (hash >>> 56));
          }
        }
      }
    }
  }

  @Override
  public void run() {
    long[] ids = new long[edge * edge * edge];
    Arrays.setAll(ids, i -> i + 1L);
    merges = MergeHierarchy.of(ids, this, new Linkage.Mean(), new long[0]).size();
  }

  @Override
  public String found() {
    return String.format(Locale.ROOT, "%,d merges", merges);
  }
}
