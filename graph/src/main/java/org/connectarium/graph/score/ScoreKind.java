package org.connectarium.graph.score;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What a classifier gives probabilities of, and the properties that hold them, each 0…1.
///
/// The first model of a kind writes the plain names, each further one those followed by `_` and
/// its name. `pContinuity` is always the height of the hierarchy, so models of continuity have no
/// plain name.
public enum ScoreKind {
  /// That both sides of a contact are one cell (ConnectEM).
  CONTINUITY("continuity"),

  /// That a contact is a synapse from the lower id to the higher one, and from the higher to the
  /// lower (SynEM).
  SYNAPSE("synapse"),

  /// That a segment is of an axon, a dendrite, a spine head, glia (TypeEM).
  TYPE("type");

  /// The property of contacts that is no model's: the height of the hierarchy.
  public static final String HEIGHT = "pContinuity";

  private static final String BEFORE_NAME = "_";

  private final String word;

  ScoreKind(String word) {
    this.word = word;
  }

  /// As it is called in the graph.
  public String word() {
    return word;
  }

  /// The kind of this name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static ScoreKind of(String word) {
    for (ScoreKind kind : values()) {
      if (kind.word.equals(word)) {
        return kind;
      }
    }
    String known = Arrays.stream(values()).map(ScoreKind::word).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "Unknown kind of scores \"" + word + "\"; there are " + known);
  }

  /// True of contacts, false of segments.
  public boolean isOfContacts() {
    return this != TYPE;
  }

  /// The plain names, in the order of the columns of a model.
  public List<String> plainNames() {
    return switch (this) {
      case CONTINUITY -> List.of(HEIGHT);
      case SYNAPSE -> List.of("pSynapse", "pSynapseReverse");
      case TYPE -> List.of("pAxon", "pDendrite", "pSpineHead", "pGlia");
    };
  }

  /// The properties of a model.
  ///
  /// @param first whether it is the first model of the kind in the graph
  List<String> properties(String model, boolean first) {
    return first && this != CONTINUITY
        ? plainNames()
        : plainNames().stream().map(name -> name + BEFORE_NAME + model).toList();
  }
}
