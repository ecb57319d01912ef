package org.connectarium.analysis.innervation.graph;

import java.util.List;
import org.connectarium.graph.procedure.ProcedureProvider;

/// Names the procedures of this package to the start-up hook.
public final class InnervationProcedureProvider implements ProcedureProvider {
  @Override
  public List<Class<?>> procedures() {
    return List.of(
        InnervationProcedures.class,
        SpecificityProcedures.class,
        CoInnervationProcedures.class,
        InputProcedures.class,
        DepthProcedures.class);
  }
}
