package org.connectarium.graph.partition;

import java.util.Arrays;

/// Groups the nodes of a [SignedGraph] so that the weights that are cut sum up to little. How many
/// groups there are follows from the weights. To find the least is NP-hard; this is greedy
/// contraction followed by exchanges, both deterministic.
///
/// Method: M. Keuper et al., *Efficient decomposition of image and mesh graphs by lifted
/// multicuts*, ICCV 2015, [arXiv:1505.06973](https://arxiv.org/abs/1505.06973); B. Kernighan,
/// S. Lin, *An efficient heuristic procedure for partitioning graphs*, Bell System Technical
/// Journal 1970. Differs: chains of exchanges end early, so that large groups cost little.
public final class Multicut {
  private Multicut() {}

  /// The component of each node, numbered from 0 in order of their first node. Each component is
  /// connected by edges that attract.
  ///
  /// @param stop asked now and then; throws to end the work
  public static int[] of(SignedGraph graph, Runnable stop) {
    int[] group = GreedyContraction.of(graph, stop);
    Adjacency adjacency = Adjacency.of(graph);
    KernighanLin.improve(adjacency, group, stop);
    return components(adjacency, group);
  }

  private static int[] components(Adjacency graph, int[] group) {
    int[] component = new int[group.length];
    Arrays.fill(component, -1);
    int[] waiting = new int[group.length];
    int next = 0;
    for (int first = 0; first < group.length; first++) {
      if (component[first] >= 0) {
        continue;
      }
      int count = 1;
      waiting[0] = first;
      component[first] = next;
      while (count > 0) {
        int v = waiting[--count];
        for (int k = graph.start()[v]; k < graph.start()[v + 1]; k++) {
          int n = graph.neighbour()[k];
          if (graph.weight()[k] > 0 && component[n] < 0 && group[n] == group[v]) {
            component[n] = next;
            waiting[count++] = n;
          }
        }
      }
      next++;
    }
    return component;
  }
}
