package org.connectarium.graph.assembly;

import java.util.List;
import org.connectarium.graph.procedure.ProcedureProvider;

/// Names the procedures of this package to the start-up hook.
public final class AssemblyProcedureProvider implements ProcedureProvider {
  @Override
  public List<Class<?>> procedures() {
    return List.of(AssemblyProcedures.class);
  }
}
