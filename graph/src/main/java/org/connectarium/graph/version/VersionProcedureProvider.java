package org.connectarium.graph.version;

import java.util.List;
import org.connectarium.graph.procedure.ProcedureProvider;

/// Adds the procedure of this package to the start-up hook.
public final class VersionProcedureProvider implements ProcedureProvider {
  @Override
  public List<Class<?>> procedures() {
    return List.of(VersionProcedures.class);
  }
}
