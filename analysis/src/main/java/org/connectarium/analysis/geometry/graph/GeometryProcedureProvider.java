package org.connectarium.analysis.geometry.graph;

import java.util.List;
import org.connectarium.graph.procedure.ProcedureProvider;

/// Names the procedures of this package to the start-up hook.
public final class GeometryProcedureProvider implements ProcedureProvider {
  @Override
  public List<Class<?>> procedures() {
    return List.of(
        AvailabilityProcedures.class,
        PredictabilityProcedures.class,
        ChanceProcedures.class,
        PetersProcedures.class);
  }
}
