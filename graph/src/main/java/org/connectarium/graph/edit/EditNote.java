package org.connectarium.graph.edit;

/// Who decides, and why.
public record EditNote(String by, String reason) {
  /// Nobody said anything.
  public static final EditNote NONE = new EditNote("", "");
}
