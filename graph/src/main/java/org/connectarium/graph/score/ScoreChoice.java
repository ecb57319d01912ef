package org.connectarium.graph.score;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.connectarium.graph.procedure.ProcedureOptions;

/// Which scores a step looks at, as a caller wrote it: to be checked with a [ScoreRegistry].
///
/// @param continuity property of contacts
/// @param types name of a model of types; empty for the plain names, whoever wrote them
public record ScoreChoice(String continuity, Optional<String> types) {
  /// The height of the hierarchy and the plain names.
  public static final ScoreChoice PLAIN = new ScoreChoice(ScoreKind.HEIGHT, Optional.empty());

  /// Option of procedures for [#continuity].
  public static final String CONTINUITY = "continuity";

  /// Option of procedures for [#types].
  public static final String TYPES = "types";

  /// How procedures describe the first.
  public static final String CONTINUITY_OPTION =
      "continuity (pContinuity; or the property of a model of continuity)";

  /// How procedures describe the second.
  public static final String TYPES_OPTION =
      "types (the plain names; or the name of a model of types)";

  /// The continuity alone.
  public static ScoreChoice continuity(String property) {
    return new ScoreChoice(property, Optional.empty());
  }

  /// Reads the options of a procedure.
  public static ScoreChoice of(ProcedureOptions options) {
    return new ScoreChoice(options.text(CONTINUITY).orElse(ScoreKind.HEIGHT), options.text(TYPES));
  }

  /// The options as [#of] reads them.
  public Map<String, Object> toMap() {
    Map<String, Object> map = new HashMap<>();
    map.put(CONTINUITY, continuity);
    types.ifPresent(name -> map.put(TYPES, name));
    return map;
  }

  /// Members of a JSON object; only of what was checked.
  public String json() {
    return "\"continuity\":\"%s\",\"types\":%s"
        .formatted(continuity, types.map(name -> '"' + name + '"').orElse("null"));
  }
}
