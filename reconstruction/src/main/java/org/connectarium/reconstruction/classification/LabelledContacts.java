package org.connectarium.reconstruction.classification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.connectarium.reconstruction.segmentation.Piece;

/// What people have said of single border pieces. Where somebody has answered a question at all,
/// these answers are all that is known of it.
public final class LabelledContacts {
  private final Map<Key, Label> labels = new LinkedHashMap<>();

  private record Key(long lowId, long highId, int number) {
    static Key of(Piece piece) {
      return new Key(piece.lowId(), piece.highId(), piece.number());
    }
  }

  /// What was said of one.
  ///
  /// @param same whether both sides are one cell; empty = not said
  /// @param synapse whether it is a synapse; empty = not said
  /// @param number of the label, above 0
  public record Label(Optional<Boolean> same, Optional<SynapseTruth.Answer> synapse, long number) {}

  /// Adds a label.
  ///
  /// @return the label that the piece has already, which stays then; empty = none
  public Optional<Label> add(Piece piece, Label label) {
    return Optional.ofNullable(labels.putIfAbsent(Key.of(piece), label));
  }

  /// The label of a piece.
  Optional<Label> of(Piece piece) {
    return Optional.ofNullable(labels.get(Key.of(piece)));
  }

  /// Whether anybody said that cells are the same, or not.
  boolean tellContinuity() {
    return labels.values().stream().anyMatch(l -> l.same().isPresent());
  }

  /// Whether anybody said that contacts are synapses, or not.
  boolean tellSynapses() {
    return labels.values().stream().anyMatch(l -> l.synapse().isPresent());
  }
}
