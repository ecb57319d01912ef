package org.connectarium.analysis.evaluation.graph;

import java.util.Arrays;
import org.connectarium.analysis.evaluation.Contingency;
import org.connectarium.analysis.evaluation.SegmentationMetrics;
import org.connectarium.graph.agglomerate.SegmentGraph;

/// The partitions that thresholds on continuity would make, from high to low, each measured: joins
/// are taken in falling order of their continuity, so each is looked at once. Nothing is stored.
///
/// Cost: O(j log j) time for j joins, 8 bytes each; per threshold one pass over the overlaps.
final class ThresholdCurve {
  private final SegmentGraph graph;
  private final Contingency overlaps;
  private final long[] byContinuity;
  private final int[] above;
  private int next;
  private int components;

  /// A partition and how good it is.
  ///
  /// @param components number of components of all segments
  record Point(double minContinuity, long components, SegmentationMetrics metrics) {}

  /// @param overlaps segments by id, with what they share with the truth
  ThresholdCurve(SegmentGraph graph, Contingency overlaps) {
    this.graph = graph;
    this.overlaps = overlaps;
    byContinuity = new long[graph.from().length];
    for (int k = 0; k < byContinuity.length; k++) {
      // bits of floats from 0 on are in the order of the floats
      byContinuity[k] = (long) Float.floatToIntBits(graph.continuity()[k]) << 32 | k;
    }
    Arrays.sort(byContinuity);
    above = new int[graph.segments()];
    Arrays.setAll(above, i -> i);
    next = byContinuity.length - 1;
    components = graph.segments();
  }

  /// The partition of a threshold, which must not be above the one before. Compares as floats, as
  /// the agglomeration does.
  Point at(double minContinuity) {
    while (next >= 0) {
      int join = (int) byContinuity[next];
      if (graph.continuity()[join] < (float) minContinuity) {
        break;
      }
      unite(graph.from()[join], graph.to()[join]);
      next--;
    }
    return new Point(
        minContinuity, components, SegmentationMetrics.of(overlaps.renamed(this::component)));
  }

  private long component(long segmentId) {
    int at = Arrays.binarySearch(graph.ids(), segmentId);
    return at < 0 ? 0 : root(at) + 1L;
  }

  private void unite(int a, int b) {
    int one = root(a);
    int other = root(b);
    if (one != other) {
      above[Math.max(one, other)] = Math.min(one, other);
      components--;
    }
  }

  private int root(int i) {
    int at = i;
    while (above[at] != at) {
      above[at] = above[above[at]];
      at = above[at];
    }
    return at;
  }
}
