package org.connectarium.graph.assembly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// All synapses from one agglomerate onto another.
///
/// @param asiUm2 sum of the interface areas, if all its synapses have one
record Connection(long pre, long post, long count, double areaUm2, OptionalDouble asiUm2) {
  /// A synapse with its interface area, if it has one.
  record Part(Site site, OptionalDouble asiUm2) {}

  private record Pair(long pre, long post) {}

  /// The connections of synapses that are in ascending order of their ids.
  static List<Connection> of(List<Part> parts) {
    Map<Pair, Connection> byPair = new LinkedHashMap<>();
    for (Part part : parts) {
      Site site = part.site;
      byPair.merge(
          new Pair(site.pre(), site.post()),
          new Connection(site.pre(), site.post(), 1, site.areaUm2(), part.asiUm2),
          Connection::plus);
    }
    return List.copyOf(byPair.values());
  }

  private Connection plus(Connection more) {
    OptionalDouble both =
        asiUm2.isPresent() && more.asiUm2.isPresent()
            ? OptionalDouble.of(asiUm2.getAsDouble() + more.asiUm2.getAsDouble())
            : OptionalDouble.empty();
    return new Connection(pre, post, count + more.count, areaUm2 + more.areaUm2, both);
  }
}
