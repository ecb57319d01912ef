package org.connectarium.reconstruction.hierarchy;

/// What each edge of a [RegionGraph] is worth, by linkage. Edges gather evidence first; then they
/// are joined and their scores asked for.
sealed interface EdgeScores permits MeanScores, QuantileScores, SizeScores {
  /// Adds a contact to an edge.
  ///
  /// @param affinity 0…1
  /// @param weight above 0
  void add(int edge, double affinity, double weight);

  /// Gives an edge also what another one had.
  void join(int into, int from);

  /// Tells that one node took in another one.
  void contract(int stays, int goes);

  /// Score 0…1 of an edge; never higher after a join than the higher one before.
  double score(int edge);

  /// Those of a linkage.
  ///
  /// @param nodeVoxels size of each node; read by size-dependent linkage only
  static EdgeScores of(Linkage linkage, Edges edges, long[] nodeVoxels) {
    return switch (linkage) {
      case Linkage.Mean _ -> new MeanScores(edges);
      case Linkage.Quantile(double quantile) -> new QuantileScores(edges.size(), quantile);
      case Linkage.Size(double voxels) -> new SizeScores(edges, nodeVoxels, voxels);
    };
  }
}
