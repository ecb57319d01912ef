package org.connectarium.graph.score;

import java.util.List;
import org.connectarium.graph.GraphException;

/// What the graph knows of the scores of a model.
///
/// @param properties that hold them, in the order of the columns of the model
/// @param run id of the run that made them
/// @param complete false while they are written, or if that was interrupted
/// @param count contacts or segments that have them
public record RegisteredScores(
    ScoreModel model, List<String> properties, String run, boolean complete, long count) {

  /// What a sink begins with where nothing is written yet.
  ///
  /// @param first whether it is the first model of the kind in the graph
  public static RegisteredScores begun(ScoreModel model, String run, boolean first) {
    return new RegisteredScores(model, model.kind().properties(model.name(), first), run, false, 0);
  }

  /// Checks that scores that come now are of the same run.
  ///
  /// @throws GraphException if they are of another
  public void requireSame(String nowRun) {
    if (!run.equals(nowRun)) {
      throw new GraphException(
          "The graph has scores of the %s of run %s, and none are overwritten; choose another name"
                  .formatted(model, run)
              + " for the model of run "
              + nowRun);
    }
  }

  /// Why scores of a model that was not begun are refused.
  public static GraphException unknown(ScoreModel model) {
    return new GraphException("Scores of the " + model + " were not begun; do that first");
  }

  /// The property that holds what a plain name stands for.
  String property(String plain) {
    return properties.get(model.kind().plainNames().indexOf(plain));
  }

  /// These, if they were written to the end.
  ///
  /// @throws GraphException if not
  RegisteredScores whole() {
    if (!complete) {
      throw new GraphException(
          "Scores of the %s are being written, or that was interrupted; write them to the end"
              .formatted(model));
    }
    return this;
  }
}
