package org.connectarium.analysis.evaluation;

import java.util.Arrays;
import org.connectarium.analysis.evaluation.Contingency.Overlap;

/// How a segmentation S differs from the truth T. With p(s, t) the share of voxels in segment s
/// and truth object t, p(s) and p(t) its sums, over the voxels whose truth is not 0:
///
/// - `viSplitBits` = H(S | T) = −Σ p(s, t) log2 (p(s, t) / p(t)): 0 if no object is split
/// - `viMergeBits` = H(T | S) = −Σ p(s, t) log2 (p(s, t) / p(s)): 0 if no objects are merged.
///   Their sum is the variation of information.
/// - `randPrecision` = Σ p(s, t)² / Σ p(s)²: of two random voxels of one segment, how often they
///   are of one object; lowered by mergers
/// - `randRecall` = Σ p(s, t)² / Σ p(t)²: of two random voxels of one object, how often they are
///   in one segment; lowered by splits
/// - [#adaptedRandF] is their harmonic mean, [#adaptedRandError] 1 minus that
///
/// Papers: M. Meilă, *Comparing clusterings — an information based distance*, J. Multivariate
/// Analysis 98, 2007,
/// [doi:10.1016/j.jmva.2006.11.013](https://doi.org/10.1016/j.jmva.2006.11.013); I.
/// Arganda-Carreras and others, *Crowdsourcing the creation of image segmentation algorithms for
/// connectomics*, Frontiers in Neuroanatomy 2015,
/// [doi:10.3389/fnana.2015.00142](https://doi.org/10.3389/fnana.2015.00142).
///
/// @param voxels voxels that were counted
/// @param coverage voxels with truth that lie in a segment, as share of all voxels with truth
/// @param viSplitBits H(S | T) in bits
/// @param viMergeBits H(T | S) in bits
/// @param randPrecision precision of voxel pairs
/// @param randRecall recall of voxel pairs
public record SegmentationMetrics(
    long voxels,
    double coverage,
    double viSplitBits,
    double viMergeBits,
    double randPrecision,
    double randRecall) {

  /// The metrics of a table, voxels outside all segments ignored.
  public static SegmentationMetrics of(Contingency table) {
    return of(table, Background.IGNORE);
  }

  /// The metrics of a table. NaN where no voxel is counted.
  public static SegmentationMetrics of(Contingency table, Background background) {
    Overlap[] all = table.overlaps();
    Overlap[] counted =
        background == Background.IGNORE
            ? Arrays.stream(all).filter(o -> o.segment() != 0).toArray(Overlap[]::new)
            : all;
    long[] labels =
        Arrays.stream(counted).mapToLong(Overlap::segment).sorted().distinct().toArray();
    long[] segmentVoxels = new long[labels.length];
    for (Overlap o : counted) {
      segmentVoxels[Arrays.binarySearch(labels, o.segment())] += o.voxels();
    }
    Sums sums = new Sums();
    for (int i = 0; i < counted.length; ) {
      int end = i;
      long truthVoxels = 0;
      while (end < counted.length && counted[end].truth() == counted[i].truth()) {
        truthVoxels += counted[end++].voxels();
      }
      sums.truthSquares += square(truthVoxels);
      for (; i < end; i++) {
        Overlap o = counted[i];
        if (o.segment() == 0 && background == Background.SINGLETONS) {
          sums.addSingletons(o.voxels(), truthVoxels);
        } else {
          long of = segmentVoxels[Arrays.binarySearch(labels, o.segment())];
          sums.add(o.voxels(), truthVoxels, of);
        }
      }
    }
    for (int i = 0; i < labels.length; i++) {
      boolean single = labels[i] == 0 && background == Background.SINGLETONS;
      sums.segmentSquares += single ? (double) segmentVoxels[i] : square(segmentVoxels[i]);
    }
    long inSegments =
        Arrays.stream(all).filter(o -> o.segment() != 0).mapToLong(Overlap::voxels).sum();
    return sums.metrics((double) inSegments / table.voxels());
  }

  /// VI split + VI merge, in bits.
  public double viBits() {
    return viSplitBits + viMergeBits;
  }

  /// Harmonic mean of precision and recall of voxel pairs.
  public double adaptedRandF() {
    return 2 * randPrecision * randRecall / (randPrecision + randRecall);
  }

  /// 1 − F, the adapted Rand error of SNEMI3D.
  public double adaptedRandError() {
    return 1 - adaptedRandF();
  }

  private static double square(long voxels) {
    return (double) voxels * voxels;
  }

  private static final class Sums {
    long voxels;
    double split;
    double merge;
    double bothSquares;
    double truthSquares;
    double segmentSquares;

    void add(long both, long truth, long segment) {
      voxels += both;
      split -= both * log2((double) both / truth);
      merge -= both * log2((double) both / segment);
      bothSquares += square(both);
    }

    void addSingletons(long count, long truth) {
      voxels += count;
      split -= count * log2(1.0 / truth);
      bothSquares += (double) count;
    }

    SegmentationMetrics metrics(double coverage) {
      return new SegmentationMetrics(
          voxels,
          coverage,
          split / voxels,
          merge / voxels,
          bothSquares / segmentSquares,
          bothSquares / truthSquares);
    }

    private static double log2(double value) {
      return Math.log(value) / Math.log(2);
    }
  }
}
