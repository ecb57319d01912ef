package org.connectarium.app.pipeline;

import java.util.List;
import org.connectarium.app.workspace.Stage;

/// What one stage of the pipeline does.
sealed interface StageWork
    permits ImportWork,
        TrainWork,
        PredictWork,
        SegmentWork,
        ClassifyWork,
        LoadWork,
        AgglomerateWork,
        EvaluateWork,
        ReportWork {
  /// Which stage this is.
  Stage stage();

  /// Everything of its own that the result depends on, beside the stages before.
  Object parameters() throws Exception;

  /// Whether results that lie outside of the workspace are still there, if it has such.
  default boolean isStillThere() throws Exception {
    return true;
  }

  /// Does the work.
  ///
  /// @return what was written, relative to the workspace
  List<String> run() throws Exception;
}
