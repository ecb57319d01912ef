package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The cells of one tile, numbered in the order in which they were met.
final class Cast {
  private final List<Neurite> neurites = new ArrayList<>();
  private final Map<Long, Integer> index = new HashMap<>();

  int of(Neurite neurite) {
    return index.computeIfAbsent(
        neurite.id(),
        id -> {
          neurites.add(neurite);
          return neurites.size() - 1;
        });
  }

  int soma(Landmarks.Soma soma) {
    return of(neuriteOf(soma));
  }

  int vessel(Landmarks.Vessel vessel) {
    return of(wallOf(vessel));
  }

  static Neurite neuriteOf(Landmarks.Soma soma) {
    return new Neurite(soma.id(), Neurite.Kind.SOMA, CellClass.PROXIMAL, soma.radiusNm(), false);
  }

  static Neurite wallOf(Landmarks.Vessel vessel) {
    return new Neurite(
        vessel.wallId(), Neurite.Kind.VESSEL, CellClass.ENDOTHELIAL, vessel.radiusNm(), false);
  }

  Neurite get(int object) {
    return neurites.get(object);
  }

  List<Neurite> all() {
    return neurites;
  }
}
