package org.connectarium.graph.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.connectarium.graph.columns.DisjointSets;

/// Which contacts are one synapse: those from one agglomerate onto one other that lie close
/// together, by single linkage of their centroids; all on one spine head are one.
///
/// - cost: O(n log n) for n contacts, and the pairs of contacts of two agglomerates that lie within
///   the distance along x
/// - the order of the contacts has no effect
///
/// Method: A. Motta et al., *Dense connectomic reconstruction in layer 4 of the somatosensory
/// cortex*, Science 2019, [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134):
/// contacts of one local piece of axon and one of dendrite are a synapse. Differs: the local piece
/// is the spine head where there is one, else what lies within the distance. Sites of two spine
/// heads do not become one over what lies between them: the closest links count first.
final class Sites {
  private Sites() {}

  private record Pair(long pre, long post) {}

  private record Link(int a, int b, double squaredNm2) {}

  /// The synapses of contacts, in ascending order of their ids.
  ///
  /// @param contacts of different agglomerates
  /// @param linkNm contacts whose centroids are this far apart or less are one site
  static List<Site> of(List<Evidence> contacts, double linkNm) {
    Map<Pair, List<Evidence>> byPair = new LinkedHashMap<>();
    contacts.stream()
        .sorted(Comparator.comparingLong(Evidence::number))
        .forEach(
            c ->
                byPair.computeIfAbsent(new Pair(c.pre(), c.post()), p -> new ArrayList<>()).add(c));
    List<Site> sites = new ArrayList<>();
    byPair.values().forEach(between -> sites.addAll(cluster(between, linkNm)));
    sites.sort(Comparator.comparingLong(Site::id));
    return sites;
  }

  private static List<Site> cluster(List<Evidence> contacts, double linkNm) {
    int n = contacts.size();
    DisjointSets sets = new DisjointSets(n);
    long[] head = contacts.stream().mapToLong(Evidence::head).toArray();
    Map<Long, Integer> firstOnHead = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      Integer first = head[i] == 0 ? null : firstOnHead.putIfAbsent(head[i], i);
      if (first != null) {
        sets.join(first, i);
      }
    }
    for (Link link : links(contacts, linkNm)) {
      int a = sets.root(link.a);
      int b = sets.root(link.b);
      if (head[a] == 0 || head[b] == 0 || head[a] == head[b]) {
        long both = Math.max(head[a], head[b]);
        sets.join(a, b);
        head[sets.root(a)] = both;
      }
    }
    Map<Integer, List<Evidence>> bySet = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      bySet.computeIfAbsent(sets.root(i), s -> new ArrayList<>()).add(contacts.get(i));
    }
    return bySet.values().stream().map(Site::new).toList();
  }

  /* The shortest first. */
  private static List<Link> links(List<Evidence> contacts, double linkNm) {
    Integer[] alongX = new Integer[contacts.size()];
    Arrays.setAll(alongX, i -> i);
    Arrays.sort(alongX, Comparator.comparingDouble(i -> contacts.get(i).xNm()));
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < alongX.length; i++) {
      Evidence one = contacts.get(alongX[i]);
      for (int j = i + 1; j < alongX.length; j++) {
        Evidence other = contacts.get(alongX[j]);
        if (other.xNm() - one.xNm() > linkNm) {
          break;
        }
        double squared = one.squaredDistanceNm2(other);
        if (squared <= linkNm * linkNm) {
          links.add(
              new Link(Math.min(alongX[i], alongX[j]), Math.max(alongX[i], alongX[j]), squared));
        }
      }
    }
    links.sort(
        Comparator.comparingDouble(Link::squaredNm2)
            .thenComparingInt(Link::a)
            .thenComparingInt(Link::b));
    return links;
  }
}
