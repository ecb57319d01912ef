package org.connectarium.reconstruction.hierarchy;

/// What the score of two groups of segments is made of: all contacts between them, each with the
/// weight it counts with.
///
/// Joining groups never raises a score: what two groups have to a third gets a score between
/// those that each had. So scores fall from merge to merge, and any threshold is a cut of the
/// hierarchy.
public sealed interface Linkage {
  /// Name and parameter, such as `mean`, `quantile-0.5` and `size-1000.0`: the same for the same
  /// linkage, always.
  default String label() {
    return switch (this) {
      case Mean _ -> "mean";
      case Quantile(double quantile) -> "quantile-" + quantile;
      case Size(double voxels) -> "size-" + voxels;
    };
  }

  /// The weighted mean affinity.
  record Mean() implements Linkage {}

  /// A quantile of the affinities: the least of the 256 levels 0, 1/255 … 1 that at least this
  /// part of the weight does not exceed. 0.5 is the (lower) median. Affinities are rounded to
  /// levels, weights to sixteenths.
  ///
  /// As in J. Funke and others, *Large scale image segmentation with structured loss based deep
  /// learning for connectome reconstruction*, IEEE PAMI 41, 2019,
  /// [doi:10.1109/TPAMI.2018.2835450](https://doi.org/10.1109/TPAMI.2018.2835450); exact, not by
  /// bins of scores.
  ///
  /// @param quantile above 0, at most 1
  record Quantile(double quantile) implements Linkage {
    /// @throws IllegalArgumentException if the quantile is outside its range
    public Quantile {
      if (!(quantile > 0 && quantile <= 1)) {
        throw new IllegalArgumentException(
            "Quantile must be above 0 and at most 1, was " + quantile);
      }
    }
  }

  /// The mean affinity, the less the larger the smaller of both groups is: times
  /// (1 + n / voxels)^(−1/32) for a smaller group of n voxels. So two large groups need stronger
  /// evidence than a fragment and its cell.
  ///
  /// Idea: A. Zlateski, H. S. Seung, *Image segmentation by size-dependent single linkage
  /// clustering of a watershed basin graph*, 2015,
  /// [arXiv:1505.00249](https://arxiv.org/abs/1505.00249). Differs: the mean instead of the
  /// highest affinity; the size lowers the score instead of deciding, so that a threshold is left
  /// to choose.
  ///
  /// @param voxels below which size hardly counts, > 0
  record Size(double voxels) implements Linkage {
    /// @throws IllegalArgumentException if the size is not positive
    public Size {
      if (!(voxels > 0) || voxels == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("Size must be above 0 voxels but was " + voxels);
      }
    }
  }
}
