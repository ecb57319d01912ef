package org.connectarium.graph.columns;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.connectarium.graph.score.ScoreChoice;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.score.ScoreRegistry;

/// Which properties columns are read from.
///
/// @param continuity of contacts
/// @param traits of segments, each trait's
public record ColumnProperties(String continuity, Map<Trait, String> traits) {

  /// Checks what a caller chose.
  ///
  /// @throws org.connectarium.graph.GraphException if the graph has no such scores
  public static ColumnProperties of(ScoreRegistry registry, ScoreChoice choice) {
    Map<Trait, String> traits = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      String plain = trait.property();
      boolean isType = ScoreKind.TYPE.plainNames().contains(plain);
      traits.put(trait, isType ? registry.type(plain, choice.types()) : plain);
    }
    return new ColumnProperties(registry.continuity(choice.continuity()), traits);
  }

  /// The property of a trait.
  public String of(Trait trait) {
    return Objects.requireNonNull(traits.get(trait));
  }
}
