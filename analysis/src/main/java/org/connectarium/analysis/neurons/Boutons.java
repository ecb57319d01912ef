package org.connectarium.analysis.neurons;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.connectarium.graph.columns.DisjointSets;

/// Boutons of an axon: clusters of its synapses by average linkage of their distances along it.
///
/// - cost: O(n²) distances; for the largest m synapses that hang together by steps up to the cutoff
///   8 m² bytes and O(m²) steps as a rule: clusters never reach beyond such a group
///
/// Method: A. Motta et al., *Dense connectomic reconstruction in layer 4 of the somatosensory
/// cortex*, Science 2019, [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134),
/// with a cutoff of 2,433 nm. Of equally close clusters those of the lowest synapses join first.
public final class Boutons {
  /// The cutoff of the paper.
  public static final double CUTOFF_NM = 2433;

  private Boutons() {}

  /// Distance of two synapses by their numbers.
  @FunctionalInterface
  public interface Distance {
    /// In nm; infinite if they are on parts that are not connected.
    double betweenNm(int a, int b);
  }

  /// The boutons, each with the numbers of its synapses; all in ascending order of their first.
  ///
  /// @param synapses how many there are
  /// @param cutoffNm clusters join up to this mean distance
  public static List<List<Integer>> of(int synapses, Distance distance, double cutoffNm) {
    DisjointSets near = new DisjointSets(synapses);
    for (int a = 0; a < synapses; a++) {
      for (int b = a + 1; b < synapses; b++) {
        if (distance.betweenNm(a, b) <= cutoffNm) {
          near.join(a, b);
        }
      }
    }
    Map<Integer, List<List<Integer>>> groups = new TreeMap<>();
    for (int a = 0; a < synapses; a++) {
      groups.computeIfAbsent(near.root(a), r -> new ArrayList<>()).add(new ArrayList<>(List.of(a)));
    }
    List<List<Integer>> boutons = new ArrayList<>();
    groups.values().forEach(group -> boutons.addAll(cluster(group, distance, cutoffNm)));
    boutons.forEach(bouton -> bouton.sort(null));
    boutons.sort((a, b) -> Integer.compare(a.getFirst(), b.getFirst()));
    return boutons.stream().map(List::copyOf).toList();
  }

  private static List<List<Integer>> cluster(
      List<List<Integer>> clusters, Distance distance, double cutoffNm) {
    int n = clusters.size();
    double[][] mean = new double[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        mean[a][b] = distance.betweenNm(clusters.get(a).getFirst(), clusters.get(b).getFirst());
      }
    }
    boolean[] gone = new boolean[n];
    int[] nearest = new int[n]; // of those after it, −1 for none
    for (int a = 0; a < n; a++) {
      nearest[a] = nearest(mean, gone, a);
    }
    for (int first = closest(mean, gone, nearest);
        first >= 0 && mean[first][nearest[first]] <= cutoffNm;
        first = closest(mean, gone, nearest)) {
      int second = nearest[first];
      join(clusters, mean, first, second);
      gone[second] = true;
      for (int a = 0; a < n; a++) {
        if (!gone[a] && (a == first || nearest[a] == first || nearest[a] == second)) {
          nearest[a] = nearest(mean, gone, a);
        } else if (!gone[a] && a < first && mean[a][first] < mean[a][nearest[a]]) {
          nearest[a] = first;
        }
      }
    }
    List<List<Integer>> left = new ArrayList<>();
    for (int c = 0; c < n; c++) {
      if (!gone[c]) {
        left.add(clusters.get(c));
      }
    }
    return left;
  }

  private static void join(List<List<Integer>> clusters, double[][] mean, int first, int second) {
    double sizeA = clusters.get(first).size();
    double sizeB = clusters.get(second).size();
    for (int c = 0; c < mean.length; c++) {
      mean[first][c] = (sizeA * mean[first][c] + sizeB * mean[second][c]) / (sizeA + sizeB);
      mean[c][first] = mean[first][c];
    }
    clusters.get(first).addAll(clusters.get(second));
  }

  private static int nearest(double[][] mean, boolean[] gone, int a) {
    int best = -1;
    for (int b = a + 1; b < mean.length; b++) {
      if (!gone[b] && (best < 0 || mean[a][b] < mean[a][best])) {
        best = b;
      }
    }
    return best;
  }

  private static int closest(double[][] mean, boolean[] gone, int[] nearest) {
    int best = -1;
    for (int a = 0; a < mean.length; a++) {
      if (!gone[a]
          && nearest[a] >= 0
          && (best < 0 || mean[a][nearest[a]] < mean[best][nearest[best]])) {
        best = a;
      }
    }
    return best;
  }
}
