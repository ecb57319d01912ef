package org.connectarium.reconstruction.hierarchy;

/// Mean affinity lowered by the size of the smaller node. 8 bytes a node.
final class SizeScores implements EdgeScores {
  private static final double EXPONENT = -1.0 / 32;

  private final Edges edges;
  private final MeanScores mean;
  private final long[] voxels;
  private final double unitVoxels;

  /// @param nodeVoxels is copied
  SizeScores(Edges edges, long[] nodeVoxels, double unitVoxels) {
    this.edges = edges;
    mean = new MeanScores(edges);
    voxels = nodeVoxels.clone();
    this.unitVoxels = unitVoxels;
  }

  @Override
  public void add(int edge, double affinity, double weight) {
    mean.add(edge, affinity, weight);
  }

  @Override
  public void join(int into, int from) {
    mean.join(into, from);
  }

  @Override
  public void contract(int stays, int goes) {
    voxels[stays] += voxels[goes];
  }

  /* StrictMath gives the same bits on every machine. */
  @Override
  public double score(int edge) {
    double smaller = Math.min(voxels[edges.node(2 * edge)], voxels[edges.node(2 * edge + 1)]);
    return mean.score(edge) * StrictMath.pow(1 + smaller / unitVoxels, EXPONENT);
  }
}
