package org.connectarium.graph.edit;

import java.util.List;
import org.connectarium.graph.procedure.ProcedureProvider;

/// Names the procedures of this package to the start-up hook.
public final class EditProcedureProvider implements ProcedureProvider {
  @Override
  public List<Class<?>> procedures() {
    return List.of(EditProcedures.class, HistoryProcedures.class);
  }
}
