package org.connectarium.reconstruction.agglomeration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MergeHierarchyTest {
  @Test
  void parallelEdgesCountByTheirWeight() {
    // 0–1 twice: mean (3·0.9 + 1·0.1) / 4 = 0.7; then {0,1}–2: mean (0.6 + 0.2) / 2 = 0.4
    var h =
        MergeHierarchy.of(
            3,
            new int[] {0, 1, 2, 2},
            new int[] {1, 0, 0, 1},
            new double[] {3, 1, 1, 1},
            new double[] {0.9, 0.1, 0.6, 0.2});
    assertThat(h.merges()).isEqualTo(2);
    assertThat(h.score(0, 1)).isCloseTo(0.7f, within(1e-6f));
    assertThat(h.score(0, 2)).isCloseTo(0.4f, within(1e-6f));
    assertThat(h.score(2, 1)).isCloseTo(0.4f, within(1e-6f));
    assertThat(h.clusters(0.5)).containsExactly(0, 0, 2);
    assertThat(h.clusters(0.4 - 1e-6)).containsExactly(0, 0, 0);
  }

  @Test
  void nodesThatNeverMeetHaveScoreZero() {
    var h = MergeHierarchy.of(3, new int[] {1}, new int[] {2}, new double[] {1}, new double[] {0});
    assertThat(h.score(0, 2)).isZero();
    assertThat(h.clusters(1e-9)).containsExactly(0, 1, 2);
  }

  @Test
  void equalsTheObviousAlgorithmOnRandomGraphs() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      int n = 2 + random.nextInt(14);
      int edges = random.nextInt(3 * n);
      int[] a = random.ints(edges, 0, n).toArray();
      int[] b = random.ints(edges, 0, n).toArray();
      double[] weight = random.ints(edges, 1, 5).mapToDouble(i -> i).toArray();
      // few distinct values, so that ties are frequent
      double[] affinity = random.ints(edges, 0, 5).mapToDouble(i -> i / 4.0).toArray();
      var h = MergeHierarchy.of(n, a, b, weight, affinity);
      float[][] expected = slow(n, a, b, weight, affinity);
      for (int u = 0; u < n; u++) {
        for (int v = 0; v < n; v++) {
          assertThat(h.score(u, v))
              .as("seed %d, nodes %d and %d", seed, u, v)
              .isCloseTo(expected[u][v], within(1e-6f));
        }
      }
    }
  }

  @Test
  void edgesOfAtLeastAThresholdConnectExactlyTheClustersOfTheCut() {
    for (int seed = 0; seed < 50; seed++) {
      var random = new Random(seed);
      int n = 60;
      int edges = 150;
      int[] a = random.ints(edges, 0, n).toArray();
      int[] b = random.ints(edges, 0, n).toArray();
      double[] weight = random.doubles(edges, 0.1, 3).toArray();
      double[] affinity = random.doubles(edges).toArray();
      var h = MergeHierarchy.of(n, a, b, weight, affinity);
      for (int e = 0; e < edges; e++) {
        double threshold = h.score(a[e], b[e]);
        int[] byEdges = new int[n];
        Arrays.setAll(byEdges, i -> i);
        boolean changed = true;
        while (changed) {
          changed = false;
          for (int f = 0; f < edges; f++) {
            int low = Math.min(byEdges[a[f]], byEdges[b[f]]);
            if (h.score(a[f], b[f]) >= threshold && byEdges[a[f]] + byEdges[b[f]] > 2 * low) {
              byEdges[a[f]] = low;
              byEdges[b[f]] = low;
              changed = true;
            }
          }
        }
        assertThat(h.clusters(threshold)).as("seed %d, %f", seed, threshold).isEqualTo(byEdges);
      }
    }
  }

  @Test
  void refusesAnEdgeOutOfTheGraph() {
    assertThatThrownBy(
            () ->
                MergeHierarchy.of(
                    2, new int[] {0}, new int[] {2}, new double[] {1}, new double[] {1}))
        .hasMessageContaining("from 0 to 2");
  }

  private static float[][] slow(int n, int[] a, int[] b, double[] weight, double[] affinity) {
    int[] cluster = new int[n];
    Arrays.setAll(cluster, i -> i);
    float[][] score = new float[n][n];
    for (int i = 0; i < n; i++) {
      score[i][i] = 1;
    }
    float last = 1;
    while (true) {
      double best = -1;
      int bestU = -1;
      int bestV = -1;
      for (int u = 0; u < n; u++) {
        for (int v = u + 1; v < n; v++) {
          double w = 0;
          double s = 0;
          for (int e = 0; e < a.length; e++) {
            int ca = cluster[a[e]];
            int cb = cluster[b[e]];
            if (Math.min(ca, cb) == u && Math.max(ca, cb) == v) {
              w += weight[e];
              s += weight[e] * affinity[e];
            }
          }
          if (w > 0 && s / w > best) {
            best = s / w;
            bestU = u;
            bestV = v;
          }
        }
      }
      if (bestU < 0) {
        return score;
      }
      last = (float) Math.min(last, best);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          boolean across = cluster[i] == bestU && cluster[j] == bestV;
          if (across) {
            score[i][j] = last;
            score[j][i] = last;
          }
        }
      }
      for (int i = 0; i < n; i++) {
        if (cluster[i] == bestV) {
          cluster[i] = bestU;
        }
      }
    }
  }
}
