package org.connectarium.graph.score;

import java.util.regex.Pattern;

/// A model whose probabilities are in the graph: one name stands for one model and one run.
///
/// @param name a letter, then letters and digits; it becomes part of the names of properties
public record ScoreModel(ScoreKind kind, String name) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

  /// @throws IllegalArgumentException if the name has other characters
  public ScoreModel {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The name of a model must be a letter, then letters and digits, but was \"%s\""
              .formatted(name));
    }
  }

  /// The key in the ledger of a batch of scores that are added to rows loaded before, so that
  /// models do not meet there.
  public String batchKey(String batch) {
    return "scores-" + kind.word() + "-" + name + "-" + batch;
  }

  /// For people, such as `synapse model synem`.
  @Override
  public String toString() {
    return kind.word() + " model " + name;
  }
}
