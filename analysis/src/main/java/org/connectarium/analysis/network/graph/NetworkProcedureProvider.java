package org.connectarium.analysis.network.graph;

import java.util.List;
import org.connectarium.graph.procedure.ProcedureProvider;

/// Names the procedures of this package to the start-up hook.
public final class NetworkProcedureProvider implements ProcedureProvider {
  @Override
  public List<Class<?>> procedures() {
    return List.of(
        NetworkProcedures.class,
        MotifProcedures.class,
        SimilarityProcedures.class,
        PathProcedures.class);
  }
}
