package org.connectarium.analysis.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.connectarium.analysis.evaluation.Contingency.Overlap;

/// How far one gets along the skeletons of a truth before the segmentation errs.
///
/// A segment *holds* a skeleton if at least `minNodes` nodes of it lie there; it is *merged* if it
/// holds two or more. An edge is right if both its ends lie in the same segment and that one is not
/// merged. All right edges of a skeleton in one segment are one run.
///
/// - `erlUm` = Σ run² / Σ path: the expected run length, that is the mean length of the run around
///   a point of the skeletons drawn at random; points on wrong edges have run 0
/// - `erlOfTruthUm` = Σ path of a skeleton² / Σ path: what a segmentation without error has
/// - `splits` = Σ over skeletons (segments that hold it − 1), each at least 0
/// - `mergers` = Σ over segments (skeletons that it holds − 1), each at least 0
///
/// Tolerance to mergers: with `minNodes` = 1 one stray node in a foreign segment makes that one
/// merged, and all its runs 0. A larger number forgives as many nodes less one, for splits too; a
/// forgiven node ends the run of its own skeleton nevertheless. Nodes in no segment (0) hold
/// nothing; edges to them are wrong. Pieces of one skeleton count together.
///
/// Cost: O(n log n) time for n nodes, some 100 bytes per pair of skeleton and segment.
///
/// Papers: M. Januszewski and others, *High-precision automated reconstruction of neurons with
/// flood-filling networks*, Nature Methods 2018,
/// [doi:10.1038/s41592-018-0049-4](https://doi.org/10.1038/s41592-018-0049-4) (run length; a merged
/// segment counts 0); M. Berning, K. M. Boergens, M. Helmstaedter, *SegEM*, Neuron 2015,
/// [doi:10.1016/j.neuron.2015.09.003](https://doi.org/10.1016/j.neuron.2015.09.003) (splits,
/// mergers, path length between them).
///
/// @param skeletons skeletons with at least one node
/// @param nodes nodes of all of them
/// @param nodesInNone nodes in no segment
/// @param pathUm length of all edges, in µm
/// @param erlUm expected run length, in µm; NaN without edges
/// @param erlOfTruthUm expected run length without error, in µm; NaN without edges
/// @param splits how often skeletons are split
/// @param mergers how often skeletons are merged
public record SkeletonMetrics(
    long skeletons,
    long nodes,
    long nodesInNone,
    double pathUm,
    double erlUm,
    double erlOfTruthUm,
    long splits,
    long mergers) {

  private static final Comparator<Overlap> ORDER =
      Comparator.comparingLong(Overlap::truth).thenComparingLong(Overlap::segment);

  /// Measures skeletons.
  ///
  /// @param minNodes nodes from which on a segment holds a skeleton, 1 or more
  /// @throws IllegalArgumentException if `minNodes` is below 1
  public static SkeletonMetrics of(SkeletonNodes at, long minNodes) {
    if (minNodes < 1) {
      throw new IllegalArgumentException("minNodes must be 1 or more but was " + minNodes);
    }
    int n = at.skeleton().length;
    Contingency table = new Contingency();
    for (int i = 0; i < n; i++) {
      table.add(at.segment()[i], at.skeleton()[i] + 1L, 1);
    }
    Overlap[] pairs = table.overlaps();
    Overlap[] held =
        Arrays.stream(pairs)
            .filter(p -> p.segment() != 0 && p.voxels() >= minNodes)
            .toArray(Overlap[]::new);
    long[] holders = Arrays.stream(held).mapToLong(Overlap::segment).sorted().toArray();
    long[] merged = repeated(holders);
    double[] run = new double[pairs.length];
    double[] path = new double[Arrays.stream(at.skeleton()).max().orElse(-1) + 1];
    for (int i = 0; i < n; i++) {
      int parent = at.parent()[i];
      long segment = at.segment()[i];
      if (parent >= 0) {
        path[at.skeleton()[i]] += at.edgeUm()[i];
        if (segment != 0
            && segment == at.segment()[parent]
            && Arrays.binarySearch(merged, segment) < 0) {
          Overlap pair = new Overlap(segment, at.skeleton()[i] + 1L, 1);
          run[Arrays.binarySearch(pairs, pair, ORDER)] += at.edgeUm()[i];
        }
      }
    }
    double pathUm = Arrays.stream(path).sum();
    return new SkeletonMetrics(
        Arrays.stream(pairs).mapToLong(Overlap::truth).distinct().count(),
        n,
        Arrays.stream(at.segment()).filter(s -> s == 0).count(),
        pathUm,
        Arrays.stream(run).map(r -> r * r).sum() / pathUm,
        Arrays.stream(path).map(p -> p * p).sum() / pathUm,
        held.length - Arrays.stream(held).mapToLong(Overlap::truth).distinct().count(),
        held.length - Arrays.stream(holders).distinct().count());
  }

  /* Values that occur twice or more, ascending, of an ascending array. */
  private static long[] repeated(long[] sorted) {
    return IntStream.range(1, sorted.length)
        .filter(i -> sorted[i] == sorted[i - 1])
        .mapToLong(i -> sorted[i])
        .distinct()
        .toArray();
  }
}
