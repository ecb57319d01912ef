package org.connectarium.app.pipeline;

import java.util.function.LongUnaryOperator;
import org.connectarium.analysis.evaluation.Contingency;
import org.connectarium.analysis.evaluation.SegmentationMetrics;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.segmentation.Clusters;

/// Chooses the least continuity of a contact by the variation of information on a box with truth.
final class Thresholds {
  private static final double LOWEST = 0.30;
  private static final double STEP = 0.01;

  private Thresholds() {}

  /// A threshold and how good it was where it was chosen.
  ///
  /// @param minContinuity the threshold
  /// @param viBits VI split + merge on the box
  record Choice(double minContinuity, double viBits) {}

  /// The best of 0.30, 0.31 … 0.99; of equal ones the higher.
  static Choice best(Job job, Clusters clusters, Box box) {
    long[] segments = job.volumes().dataset(Job.SEGMENTS).readLongs(box);
    long[] truth;
    try (TruthVolume volume = TruthVolume.open(job)) {
      truth = volume.labels(box);
    }
    Contingency table = Contingency.of(segments, truth);
    Choice best = new Choice(1, Double.POSITIVE_INFINITY);
    for (double t = 1 - STEP; t >= LOWEST - STEP / 2; t -= STEP) {
      double threshold = Math.round(t / STEP) * STEP;
      LongUnaryOperator cluster =
          clusters.at(threshold, job.dataset().agglomeration().minContactVoxels());
      double vi = SegmentationMetrics.of(table.renamed(cluster)).viBits();
      if (vi < best.viBits()) {
        best = new Choice(threshold, vi);
      }
    }
    return best;
  }
}
