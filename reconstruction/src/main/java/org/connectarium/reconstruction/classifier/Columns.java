package org.connectarium.reconstruction.classifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Picks some features of rows that hold more of them, in an order of its own.
public final class Columns {
  private final int[] places;

  private Columns(int[] places) {
    this.places = places;
  }

  /// By the places of the wanted features in a row.
  public static Columns at(int... places) {
    return new Columns(places.clone());
  }

  /// By names.
  ///
  /// @param available names of the features of a row, in their order
  /// @throws IllegalArgumentException if a wanted feature is not available
  public static Columns of(List<String> wanted, List<String> available) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < available.size(); i++) {
      places.putIfAbsent(available.get(i), i);
    }
    return new Columns(
        wanted.stream()
            .mapToInt(
                name -> {
                  Integer at = places.get(name);
                  if (at == null) {
                    throw new IllegalArgumentException("Feature " + name + " was not computed");
                  }
                  return at;
                })
            .toArray());
  }

  /// The wanted features of a row.
  public float[] of(float[] row) {
    float[] out = new float[places.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = row[places[i]];
    }
    return out;
  }
}
