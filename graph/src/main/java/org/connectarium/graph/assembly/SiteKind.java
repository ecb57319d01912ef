package org.connectarium.graph.assembly;

/// What a synapse sits on. Of several the first is said.
enum SiteKind {
  SOMA("soma"),
  PRIMARY_SPINE("primarySpine"),
  SECONDARY_SPINE("secondarySpine"),
  SHAFT("shaft");

  private final String word;

  SiteKind(String word) {
    this.word = word;
  }

  /// As the graph calls it.
  String word() {
    return word;
  }

  boolean isSpine() {
    return this == PRIMARY_SPINE || this == SECONDARY_SPINE;
  }
}
