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

class MergeHierarchyTest {
  @Test
  void joinedPairsMergeAtTheirMean() {
    /* 1–2 merge at 0.9; then 3 hangs on the pair by (0.8·1 + 0.4·3) / 4 = 0.5 */
    MergeHierarchy h =
        MergeHierarchy.of(
            new long[] {1, 3, 2},
            new long[] {2, 1, 3},
            new double[] {0.9, 0.8, 0.4},
            new double[] {1, 1, 3});
    assertThat(h.size()).isEqualTo(2);
    assertThat(h.score(0)).isCloseTo(0.9, within(1e-6));
    assertThat(h.score(1)).isCloseTo(0.5, within(1e-6));
    assertThat(h.lower(1)).isEqualTo(1);
    assertThat(h.upper(1)).isEqualTo(3);
    assertThat(h.continuity(0)).isEqualTo(h.score(0));
    assertThat(h.continuity(1)).isEqualTo(h.score(1));
    assertThat(h.continuity(2)).isEqualTo(h.score(1));
  }

  @Test
  void parallelContactsCountTogether() {
    MergeHierarchy h =
        MergeHierarchy.of(
            new long[] {1, 2}, new long[] {2, 1}, new double[] {1, 0}, new double[] {3, 1});
    assertThat(h.size()).isEqualTo(1);
    assertThat(h.score(0)).isEqualTo(0.75);
    assertThat(h.continuity(1)).isEqualTo(0.75);
  }

  @Test
  void tiesGoToTheLowerIds() {
    MergeHierarchy h =
        MergeHierarchy.of(
            new long[] {30, 10, 10},
            new long[] {20, 40, 20},
            new double[] {0.5, 0.5, 0.5},
            new double[] {1, 1, 1});
    assertThat(h.upper(0)).isEqualTo(20);
    assertThat(h.upper(1)).isEqualTo(40);
    assertThat(h.upper(2)).isEqualTo(30);
  }

  @Test
  void thresholdOnContactsEqualsCutOfTheHierarchy() {
    for (int seed = 0; seed < 200; seed++) {
      Graph g = Graph.random(seed);
      MergeHierarchy h = g.hierarchy();
      TreeMap<Double, Boolean> thresholds = new TreeMap<>();
      for (int m = 0; m < h.size(); m++) {
        thresholds.put(h.score(m), true);
        thresholds.put(Math.nextUp(h.score(m)), true);
      }
      for (double t : thresholds.keySet()) {
        int[] byContacts = identity(g.nodes + 1);
        for (int i = 0; i < g.a.length; i++) {
          if (h.continuity(i) >= t) {
            join(byContacts, (int) g.a[i], (int) g.b[i]);
          }
        }
        int[] byCut = identity(g.nodes + 1);
        for (int m = 0; m < h.size() && h.score(m) >= t; m++) {
          join(byCut, (int) h.lower(m), (int) h.upper(m));
        }
        assertThat(byContacts).as("seed %d, threshold %s", seed, t).isEqualTo(byCut);
      }
    }
  }

  @Test
  void equalsTheSlowAgglomeration() {
    for (int seed = 0; seed < 200; seed++) {
      Graph g = Graph.random(seed);
      MergeHierarchy h = g.hierarchy();
      List<String> merges = new ArrayList<>();
      for (int m = 0; m < h.size(); m++) {
        merges.add("%d+%d at %s".formatted(h.lower(m), h.upper(m), h.score(m)));
      }
      assertThat(merges).as("seed %d", seed).isEqualTo(g.slowMerges());
    }
  }

  @Test
  void theOrderOfContactsDoesNotMatter() {
    Graph g = Graph.random(77);
    MergeHierarchy one = g.hierarchy();
    int n = g.a.length;
    Graph turned = new Graph(g.nodes, new long[n], new long[n], new double[n], new double[n]);
    for (int i = 0; i < n; i++) {
      int j = n - 1 - i;
      turned.a[j] = g.b[i];
      turned.b[j] = g.a[i];
      turned.affinity[j] = g.affinity[i];
      turned.weight[j] = g.weight[i];
    }
    MergeHierarchy other = turned.hierarchy();
    for (int i = 0; i < n; i++) {
      assertThat(other.continuity(n - 1 - i)).isEqualTo(one.continuity(i));
    }
  }

  @Test
  void aHubWithManyContactsIsMergedToo() {
    int n = 50_000;
    long[] a = new long[2 * n - 1];
    long[] b = new long[2 * n - 1];
    double[] affinity = new double[a.length];
    double[] weight = new double[a.length];
    Random random = new Random(1);
    for (int i = 0; i < a.length; i++) {
      a[i] = i < n ? 1 : i - n + 2;
      b[i] = i < n ? i + 2 : i - n + 3;
      affinity[i] = random.nextDouble();
      weight[i] = 1 + random.nextInt(100);
    }
    assertThat(MergeHierarchy.of(a, b, affinity, weight).size()).isEqualTo(n);
  }

  @Test
  void refusesWhatIsNoContact() {
    assertThatThrownBy(() -> one(4, 4, 0.5, 1)).hasMessageContaining("ends must differ");
    assertThatThrownBy(() -> one(4, 5, Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> one(4, 5, 0.5, 0)).hasMessageContaining("weight 0.0");
    assertThat(MergeHierarchy.of(new long[0], new long[0], new double[0], new double[0]).size())
        .isZero();
  }

  private static MergeHierarchy one(long a, long b, double affinity, double weight) {
    return MergeHierarchy.of(
        new long[] {a}, new long[] {b}, new double[] {affinity}, new double[] {weight});
  }

  private static int[] identity(int n) {
    int[] out = new int[n];
    Arrays.setAll(out, i -> i);
    return out;
  }

  /* Every node carries the lowest of its group. */
  private static void join(int[] group, int a, int b) {
    int low = Math.min(group[a], group[b]);
    int high = Math.max(group[a], group[b]);
    for (int i = 0; i < group.length; i++) {
      group[i] = group[i] == high ? low : group[i];
    }
  }

  /* Nodes 1…nodes; affinities in 64ths and small weights, so that ties occur and sums are exact. */
  private static final class Graph {
    final int nodes;
    final long[] a;
    final long[] b;
    final double[] affinity;
    final double[] weight;

    Graph(int nodes, long[] a, long[] b, double[] affinity, double[] weight) {
      this.nodes = nodes;
      this.a = a;
      this.b = b;
      this.affinity = affinity;
      this.weight = weight;
    }

    static Graph random(int seed) {
      Random random = new Random(seed);
      int nodes = 2 + random.nextInt(14);
      int n = 1 + random.nextInt(40);
      Graph g = new Graph(nodes, new long[n], new long[n], new double[n], new double[n]);
      for (int i = 0; i < n; i++) {
        int a = 1 + random.nextInt(nodes);
        int b = 1 + (a + random.nextInt(nodes - 1)) % nodes;
        g.a[i] = a;
        g.b[i] = b;
        g.affinity[i] = random.nextInt(65) / 64.0;
        g.weight[i] = 1 + random.nextInt(8);
      }
      return g;
    }

    MergeHierarchy hierarchy() {
      return MergeHierarchy.of(a, b, affinity, weight);
    }

    /* Sums over all contacts between all groups anew for every merge. */
    List<String> slowMerges() {
      int[] group = identity(nodes + 1);
      List<String> out = new ArrayList<>();
      while (true) {
        TreeMap<Long, double[]> sums = new TreeMap<>();
        for (int i = 0; i < a.length; i++) {
          int p = group[(int) a[i]];
          int q = group[(int) b[i]];
          if (p != q) {
            long first = Math.min(a[i], b[i]) * 100 + Math.max(a[i], b[i]);
            double[] s =
                sums.computeIfAbsent(
                    Math.min(p, q) * 100L + Math.max(p, q),
                    k -> new double[] {0, 0, Double.POSITIVE_INFINITY});
            s[0] += affinity[i] * weight[i];
            s[1] += weight[i];
            s[2] = Math.min(s[2], (double) first);
          }
        }
        long best = -1;
        double[] bestSum = {-1, 1, 0};
        for (var e : sums.entrySet()) {
          double[] s = e.getValue();
          double difference = s[0] / s[1] - bestSum[0] / bestSum[1];
          if (difference > 0 || (difference == 0 && s[2] < bestSum[2])) {
            best = e.getKey();
            bestSum = s;
          }
        }
        if (best < 0) {
          return out;
        }
        out.add("%d+%d at %s".formatted(best / 100, best % 100, bestSum[0] / bestSum[1]));
        join(group, (int) (best / 100), (int) (best % 100));
      }
    }
  }
}
