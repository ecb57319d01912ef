package org.connectarium.reconstruction.hierarchy;

/// Mean affinity as integer sums, so that neither the order of contacts nor of joins matters: both
/// affinity and weight are rounded to 2⁻²⁰.
final class MeanScores implements EdgeScores {
  private static final double UNIT = 1 << 20;

  private final Edges edges;

  MeanScores(Edges edges) {
    this.edges = edges;
  }

  @Override
  public void add(int edge, double affinity, double weight) {
    long w = Math.max(1, Math.round(weight * UNIT));
    edges.add(edge, Math.round(affinity * w), w);
  }

  @Override
  public void join(int into, int from) {
    edges.add(into, edges.affinitySum(from), edges.weight(from));
  }

  @Override
  public void contract(int stays, int goes) {
    // sizes do not count
  }

  @Override
  public double score(int edge) {
    return (double) edges.affinitySum(edge) / edges.weight(edge);
  }
}
