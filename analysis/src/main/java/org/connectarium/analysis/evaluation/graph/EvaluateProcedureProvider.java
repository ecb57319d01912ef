package org.connectarium.analysis.evaluation.graph;

import java.util.List;
import org.connectarium.graph.procedure.ProcedureProvider;

/// Names the procedures of this package to the start-up hook.
public final class EvaluateProcedureProvider implements ProcedureProvider {
  @Override
  public List<Class<?>> procedures() {
    return List.of(EvaluateProcedures.class, BranchEvaluationProcedures.class);
  }
}
