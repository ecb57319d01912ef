package org.connectarium.graph.edit;

import java.util.List;
import java.util.Map;
import org.connectarium.graph.procedure.ProcedureOptions;

/// Who decides, and why.
public record EditNote(String by, String reason) {
  /// The options of a procedure that a note is made of.
  static final List<String> KEYS = List.of("by", "reason");

  /// Nobody said anything.
  public static final EditNote NONE = new EditNote("", "");

  /// From what a procedure was given.
  ///
  /// @throws IllegalArgumentException if it holds anything else
  public static EditNote of(Map<String, Object> given) {
    return of(new ProcedureOptions(given, KEYS));
  }

  /// From what a procedure was given beside other options.
  public static EditNote of(ProcedureOptions options) {
    return new EditNote(options.text("by").orElse(""), options.text("reason").orElse(""));
  }
}
