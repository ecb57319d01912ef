package org.connectarium.graph.assembly;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which synapse of each spine head is the primary one: the surest, of equally sure ones the
/// largest, of these that of the lower id.
final class SpineRanks {
  private static final Comparator<Synapse> FIRST =
      Comparator.comparingDouble((Synapse s) -> -s.p())
          .thenComparingDouble(s -> -s.areaUm2())
          .thenComparingLong(Synapse::id);

  private SpineRanks() {}

  /// What a rank depends on.
  ///
  /// @param head the spine head
  /// @param post the agglomerate it is of: where an edit divides a head, each side counts alone
  record Synapse(long id, long head, long post, double p, double areaUm2) {
    static Synapse of(Site site) {
      return new Synapse(site.id(), site.head(), site.post(), site.p(), site.areaUm2());
    }
  }

  private record Place(long head, long post) {}

  /// The ids of those that are the primary ones of their heads.
  ///
  /// @param synapses all on the heads that are asked for; those on none do not count
  static Set<Long> primary(Collection<Synapse> synapses) {
    Map<Place, Synapse> first = new HashMap<>();
    for (Synapse s : synapses) {
      if (s.head != 0) {
        first.merge(new Place(s.head, s.post), s, (a, b) -> FIRST.compare(a, b) <= 0 ? a : b);
      }
    }
    return first.values().stream().map(Synapse::id).collect(Collectors.toSet());
  }
}
