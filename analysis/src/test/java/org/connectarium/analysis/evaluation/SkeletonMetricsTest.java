package org.connectarium.analysis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SkeletonMetricsTest {
  @Test
  void withoutErrorEachSkeletonIsOneRun() {
    SkeletonMetrics m = SkeletonMetrics.of(chains(new long[][] {{5, 5, 5}, {6, 6}}), 1);
    /* paths 2 and 1 µm: (4 + 1) / 3 */
    assertThat(m).isEqualTo(new SkeletonMetrics(2, 5, 0, 3, 5 / 3.0, 5 / 3.0, 0, 0));
  }

  @Test
  void aSplitCostsItsEdgeAndParts() {
    SkeletonMetrics m = SkeletonMetrics.of(chains(new long[][] {{5, 5, 5, 6, 6}}), 1);
    /* path 4, runs 2 and 1, the edge between them is wrong */
    assertThat(m.erlUm()).isEqualTo(5 / 4.0);
    assertThat(m.erlOfTruthUm()).isEqualTo(4);
    assertThat(m.splits()).isOne();
    assertThat(m.mergers()).isZero();
  }

  @Test
  void aMergedSegmentCountsNothingForAllItsSkeletons() {
    SkeletonMetrics m = SkeletonMetrics.of(chains(new long[][] {{5, 5, 5}, {5, 6, 6, 6}}), 1);
    /* path 5; only the run of 2 in segment 6 is left */
    assertThat(m.erlUm()).isEqualTo(4 / 5.0);
    assertThat(m.splits()).isOne();
    assertThat(m.mergers()).isOne();
  }

  @Test
  void strayNodesAreForgivenUpToTheNumber() {
    SkeletonMetrics m = SkeletonMetrics.of(chains(new long[][] {{5, 5, 5}, {5, 6, 6, 6}}), 2);
    /* runs 2 and 2 */
    assertThat(m.erlUm()).isEqualTo(8 / 5.0);
    assertThat(m.splits()).isZero();
    assertThat(m.mergers()).isZero();
    assertThatThrownBy(() -> SkeletonMetrics.of(chains(new long[][] {{5}}), 0))
        .hasMessage("minNodes must be 1 or more but was 0");
  }

  @Test
  void nodesInNoSegmentMergeNothingAndEndRuns() {
    SkeletonMetrics m = SkeletonMetrics.of(chains(new long[][] {{5, 0, 5, 5}, {0, 0, 6}}), 1);
    assertThat(m.erlUm()).isEqualTo(1 / 5.0);
    assertThat(m.nodesInNone()).isEqualTo(3);
    assertThat(m.mergers()).isZero();
    assertThat(m.skeletons()).isEqualTo(2);
  }

  @Test
  void noSkeletonsHaveNoRunLength() {
    SkeletonMetrics m = SkeletonMetrics.of(chains(new long[][] {}), 1);
    assertThat(m.skeletons()).isZero();
    assertThat(m.erlUm()).isNaN();
  }

  @Test
  void equalsASlowObviousVersionOnRandomTrees() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      int n = 200;
      SkeletonNodes nodes =
          new SkeletonNodes(new int[n], new int[n], new double[n], random.longs(n, 0, 9).toArray());
      for (int i = 0; i < n; i++) {
        nodes.skeleton()[i] = i / 40;
        int first = i / 40 * 40;
        nodes.parent()[i] = i == first || i % 17 == 0 ? -1 : first + random.nextInt(i - first);
        nodes.edgeUm()[i] = nodes.parent()[i] < 0 ? 0 : random.nextDouble();
        if (nodes.parent()[i] >= 0 && random.nextInt(5) > 0) {
          nodes.segment()[i] = nodes.segment()[nodes.parent()[i]];
        }
        // every skeleton has segments of its own beside one that all can share
        nodes.segment()[i] += nodes.segment()[i] > 2 && nodes.segment()[i] < 10 ? 10 * (i / 40) : 0;
      }
      for (int minNodes : new int[] {1, 3}) {
        SkeletonMetrics m = SkeletonMetrics.of(nodes, minNodes);
        assertThat(m.erlUm())
            .as("seed %d, minNodes %d", seed, minNodes)
            .isPositive()
            .isCloseTo(slowErl(nodes, minNodes), within(1e-9));
      }
    }
  }

  /* For every edge: the length of all right edges of its skeleton in its segment. */
  private static double slowErl(SkeletonNodes at, int minNodes) {
    int n = at.skeleton().length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n && isRight(at, i, minNodes); j++) {
        if (isRight(at, j, minNodes)
            && at.skeleton()[i] == at.skeleton()[j]
            && at.segment()[i] == at.segment()[j]) {
          sum += at.edgeUm()[i] * at.edgeUm()[j];
        }
      }
    }
    return sum / Arrays.stream(at.edgeUm()).sum();
  }

  private static boolean isRight(SkeletonNodes at, int i, int minNodes) {
    int parent = at.parent()[i];
    long segment = at.segment()[i];
    if (parent < 0 || segment == 0 || at.segment()[parent] != segment) {
      return false;
    }
    Set<Integer> held = new HashSet<>();
    for (int s = 0; s <= Arrays.stream(at.skeleton()).max().orElse(0); s++) {
      int count = 0;
      for (int k = 0; k < at.skeleton().length; k++) {
        count += at.skeleton()[k] == s && at.segment()[k] == segment ? 1 : 0;
      }
      if (count >= minNodes) {
        held.add(s);
      }
    }
    return held.size() < 2;
  }

  /* One unbranched skeleton of edges of 1 µm for each row of segments. */
  private static SkeletonNodes chains(long[][] segments) {
    int n = Arrays.stream(segments).mapToInt(s -> s.length).sum();
    SkeletonNodes nodes = new SkeletonNodes(new int[n], new int[n], new double[n], new long[n]);
    int at = 0;
    for (int s = 0; s < segments.length; s++) {
      for (int i = 0; i < segments[s].length; i++) {
        nodes.skeleton()[at] = s;
        nodes.parent()[at] = i == 0 ? -1 : at - 1;
        nodes.edgeUm()[at] = i == 0 ? 0 : 1;
        nodes.segment()[at++] = segments[s][i];
      }
    }
    return nodes;
  }
}
