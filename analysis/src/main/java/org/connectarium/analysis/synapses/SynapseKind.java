package org.connectarium.analysis.synapses;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a synapse sits on. Where several are true, the earlier one is said: a soma before a spine
/// head, a spine head before its shaft.
public enum SynapseKind {
  /// A cell body.
  SOMA("soma"),
  /// A spine head, of whose synapses it is the surest.
  PRIMARY_SPINE("primarySpine"),
  /// A spine head that has a surer one.
  SECONDARY_SPINE("secondarySpine"),
  /// A shaft.
  SHAFT("shaft"),
  /// Nobody said, or a word that is none of these.
  UNKNOWN("unknown");

  private final String word;

  SynapseKind(String word) {
    this.word = word;
  }

  /// The word for it in the graph.
  public String word() {
    return word;
  }

  /// The kind of a word.
  public static Optional<SynapseKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /// The words of all.
  public static List<String> words() {
    return Arrays.stream(values()).map(SynapseKind::word).toList();
  }
}
