package org.connectarium.reconstruction.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LinkageTest {
  @Test
  void theMedianIsThatOfAllContactsOfAPair() {
    /* between 1 and 2: 0 × 0.5, 0.2 × 1, 0.4 × 1, 1 × 3; a half of 5.5 is reached at 1, a quarter at 0.2 */
    Contacts c = new Contacts(2, 5);
    c.set(0, 1, 2, 51 / 255.0, 1);
    c.set(1, 2, 1, 102 / 255.0, 1);
    c.set(2, 1, 2, 1, 3);
    c.set(3, 1, 2, 0, 0.25);
    c.set(4, 1, 2, 0, 0.25);
    assertThat(c.hierarchy(new Linkage.Quantile(0.5)).score(0)).isEqualTo(1);
    assertThat(c.hierarchy(new Linkage.Quantile(0.25)).score(0)).isEqualTo(51 / 255.0);
    assertThat(c.hierarchy(new Linkage.Quantile(0.01)).score(0)).isZero();
    assertThat(c.hierarchy(new Linkage.Quantile(1)).score(0)).isEqualTo(1);
  }

  @Test
  void theMedianOfAJoinedPairIsThatOfBoth() {
    /* 1–2 join at 1; then 3 has 51, 51, 204 to the pair: median 51 */
    Contacts c = new Contacts(3, 3);
    c.set(0, 1, 2, 1, 1);
    c.set(1, 1, 3, 204 / 255.0, 1);
    c.set(2, 2, 3, 51 / 255.0, 2);
    MergeHierarchy h = c.hierarchy(new Linkage.Quantile(0.5));
    assertThat(h.score(1)).isEqualTo(51 / 255.0);
    assertThat(h.continuity(1)).isEqualTo(51 / 255.0);
  }

  @Test
  void twoLargeGroupsNeedMoreThanALargeAndASmallOne() {
    /* equal affinities: 3 is small and goes first, to 2; then 2 + 3 with 1 */
    long[] ids = {1, 2, 3};
    long[] voxels = {31_000, 31_000, 1};
    MergeHierarchy h =
        MergeHierarchy.ofPairs(
            new long[] {1, (1L << 32) | 2},
            visitor -> {
              visitor.contacts(0, 0.5, 10);
              visitor.contacts(1, 0.5, 10);
            },
            new Linkage.Size(1000),
            voxels);
    assertThat(h.lower(0)).isEqualTo(ids[1]);
    assertThat(h.upper(0)).isEqualTo(ids[2]);
    assertThat(h.score(1)).isCloseTo(0.5 * Math.pow(32, -1.0 / 32), within(1e-9));
  }

  @Test
  void equalTheSlowAgglomeration() {
    for (Linkage linkage :
        List.of(
            new Linkage.Mean(),
            new Linkage.Quantile(0.5),
            new Linkage.Quantile(0.8),
            new Linkage.Size(7))) {
      for (int seed = 0; seed < 150; seed++) {
        Contacts c = Contacts.random(seed);
        MergeHierarchy h = c.hierarchy(linkage);
        List<String> merges = new ArrayList<>();
        for (int m = 0; m < h.size(); m++) {
          merges.add("%d+%d at %.9f".formatted(h.lower(m), h.upper(m), h.score(m)));
        }
        assertThat(merges)
            .as("%s, seed %d", linkage.label(), seed)
            .isEqualTo(c.slowMerges(linkage));
      }
    }
  }

  @Test
  void scoresNeverRise() {
    for (Linkage linkage : List.of(new Linkage.Quantile(0.3), new Linkage.Size(3))) {
      for (int seed = 0; seed < 100; seed++) {
        MergeHierarchy h = Contacts.random(seed).hierarchy(linkage);
        for (int m = 1; m < h.size(); m++) {
          assertThat(h.score(m)).as("seed %d", seed).isLessThanOrEqualTo(h.score(m - 1));
        }
      }
    }
  }

  @Test
  void labelsNameTheParameter() {
    assertThat(new Linkage.Mean().label()).isEqualTo("mean");
    assertThat(new Linkage.Quantile(0.5).label()).isEqualTo("quantile-0.5");
    assertThat(new Linkage.Size(1000).label()).isEqualTo("size-1000.0");
  }

  @Test
  void refusesParametersOutsideTheirRange() {
    assertThatThrownBy(() -> new Linkage.Quantile(0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> new Linkage.Quantile(1.5)).hasMessageContaining("1.5");
    assertThatThrownBy(() -> new Linkage.Size(0)).hasMessageContaining("0.0");
    Contacts c = Contacts.random(1);
    assertThatThrownBy(() -> MergeHierarchy.of(c.ids(), c, new Linkage.Size(1), new long[] {1}))
        .hasMessageContaining("got 1");
  }

  /* Contacts between nodes 1…n of 1…n voxels each. */
  private static final class Contacts implements ContactSource {
    private final int nodes;
    private final int[] a;
    private final int[] b;
    private final double[] affinity;
    private final double[] weight;

    Contacts(int nodes, int n) {
      this.nodes = nodes;
      a = new int[n];
      b = new int[n];
      affinity = new double[n];
      weight = new double[n];
    }

    /* Levels and small weights, so that ties occur. */
    static Contacts random(int seed) {
      Random random = new Random(seed);
      int nodes = 2 + random.nextInt(12);
      Contacts c = new Contacts(nodes, 1 + random.nextInt(36));
      for (int i = 0; i < c.a.length; i++) {
        int a = 1 + random.nextInt(nodes);
        int b = 1 + (a + random.nextInt(nodes - 1)) % nodes;
        c.set(i, a, b, random.nextInt(16) * 17 / 255.0, 1 + random.nextInt(8));
      }
      return c;
    }

    void set(int i, int one, int other, double mean, double contactWeight) {
      a[i] = one;
      b[i] = other;
      affinity[i] = mean;
      weight[i] = contactWeight;
    }

    long[] ids() {
      long[] ids = new long[nodes];
      Arrays.setAll(ids, i -> i + 1L);
      return ids;
    }

    MergeHierarchy hierarchy(Linkage linkage) {
      return MergeHierarchy.of(ids(), this, linkage, ids());
    }

    @Override
    public int size() {
      return a.length;
    }

    @Override
    public void forEach(Visitor visitor) {
      for (int i = 0; i < a.length; i++) {
        visitor.contact(a[i] - 1, b[i] - 1, affinity[i], weight[i]);
      }
    }

    /* Everything between all groups anew for every merge. */
    List<String> slowMerges(Linkage linkage) {
      int[] group = new int[nodes + 1];
      Arrays.setAll(group, i -> i);
      List<String> out = new ArrayList<>();
      double last = Double.POSITIVE_INFINITY;
      while (true) {
        TreeMap<Integer, List<Integer>> between = new TreeMap<>();
        for (int i = 0; i < a.length; i++) {
          int p = group[a[i]];
          int q = group[b[i]];
          if (p != q) {
            between
                .computeIfAbsent(Math.min(p, q) * 100 + Math.max(p, q), _ -> new ArrayList<>())
                .add(i);
          }
        }
        int best = -1;
        double bestScore = -1;
        int bestFirst = 0;
        for (var e : between.entrySet()) {
          double score = score(linkage, e.getValue(), group, e.getKey());
          int first =
              e.getValue().stream()
                  .mapToInt(i -> Math.min(a[i], b[i]) * 100 + Math.max(a[i], b[i]))
                  .min()
                  .orElseThrow();
          if (score > bestScore || (score == bestScore && first < bestFirst)) {
            best = e.getKey();
            bestScore = score;
            bestFirst = first;
          }
        }
        if (best < 0) {
          return out;
        }
        last = Math.min(last, bestScore);
        out.add("%d+%d at %.9f".formatted(best / 100, best % 100, last));
        for (int i = 0; i < group.length; i++) {
          group[i] = group[i] == best % 100 ? best / 100 : group[i];
        }
      }
    }

    private double score(Linkage linkage, List<Integer> contacts, int[] group, int pair) {
      double sum = 0;
      double all = 0;
      for (int i : contacts) {
        sum += affinity[i] * weight[i];
        all += weight[i];
      }
      /* affinities are rounded as sums of 2⁻²⁰ */
      double mean = rounded(contacts) / all;
      switch (linkage) {
        case Linkage.Mean _ -> {
          assertThat(mean).isCloseTo(sum / all, within(1e-6));
          return mean;
        }
        case Linkage.Quantile(double quantile) -> {
          List<Integer> sorted = new ArrayList<>(contacts);
          sorted.sort((i, j) -> Double.compare(affinity[i], affinity[j]));
          double below = 0;
          for (int i : sorted) {
            below += weight[i];
            if (below >= quantile * all) {
              return affinity[i];
            }
          }
          throw new IllegalStateException();
        }
        case Linkage.Size(double unit) -> {
          long low = voxels(group, pair / 100);
          long high = voxels(group, pair % 100);
          return mean * StrictMath.pow(1 + Math.min(low, high) / unit, -1.0 / 32);
        }
      }
    }

    private double rounded(List<Integer> contacts) {
      long sum = 0;
      for (int i : contacts) {
        sum += Math.round(affinity[i] * Math.round(weight[i] * (1 << 20)));
      }
      return sum / (double) (1 << 20);
    }

    private long voxels(int[] group, int wanted) {
      long n = 0;
      for (int node = 1; node <= nodes; node++) {
        n += group[node] == wanted ? node : 0;
      }
      return n;
    }
  }
}
