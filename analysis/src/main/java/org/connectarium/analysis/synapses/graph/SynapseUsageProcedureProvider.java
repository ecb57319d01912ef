package org.connectarium.analysis.synapses.graph;

import java.util.List;
import org.connectarium.graph.procedure.ProcedureProvider;

/// Names the procedures of this package to the start-up hook.
public final class SynapseUsageProcedureProvider implements ProcedureProvider {
  @Override
  public List<Class<?>> procedures() {
    return List.of(SynapseUsageProcedures.class);
  }
}
