package org.connectarium.graph.bolt;

import java.util.List;
import org.connectarium.graph.procedure.ProcedureProvider;

/// Names the procedures of this package to the start-up hook.
public final class LoadProcedureProvider implements ProcedureProvider {
  @Override
  public List<Class<?>> procedures() {
    return List.of(LoadProcedures.class, LoadTruthProcedures.class, LoadScoresProcedures.class);
  }
}
