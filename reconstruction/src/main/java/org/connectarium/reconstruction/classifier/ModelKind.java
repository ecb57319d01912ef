package org.connectarium.reconstruction.classifier;

import java.util.List;
import java.util.Locale;

/// What a model tells.
public enum ModelKind {
  /// Whether the two sides of a contact are one neurite.
  CONTINUITY,
  /// Whether a contact is a synapse from its first to its second side; applied in both directions.
  SYNAPSE,
  /// What a segment is part of, one question for each class.
  TYPE;

  /// Names of its classifiers, in their order.
  public List<String> questions() {
    return switch (this) {
      case CONTINUITY -> List.of("continuity");
      case SYNAPSE -> List.of("synapse");
      case TYPE -> List.of("axon", "dendrite", "spine_head", "glia");
    };
  }

  /// The name in files and in the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
