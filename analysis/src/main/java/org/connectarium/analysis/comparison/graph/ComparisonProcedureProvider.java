package org.connectarium.analysis.comparison.graph;

import java.util.List;
import org.connectarium.graph.procedure.ProcedureProvider;

/// Names the procedures of this package to the start-up hook.
public final class ComparisonProcedureProvider implements ProcedureProvider {
  @Override
  public List<Class<?>> procedures() {
    return List.of(
        ComparisonProcedures.class,
        SpecificityComparisonProcedures.class,
        NetworkComparisonProcedures.class);
  }
}
