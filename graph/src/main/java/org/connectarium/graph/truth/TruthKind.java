package org.connectarium.graph.truth;

import java.util.Locale;

/// What a truth is made of.
public enum TruthKind {
  CELLS,
  SKELETONS;

  /// The word that the graph has for it.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind that a word stands for.
  ///
  /// @throws IllegalArgumentException if there is no such word
  public static TruthKind of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
