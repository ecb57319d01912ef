package org.connectarium.analysis.size.graph;

import java.util.List;
import org.connectarium.graph.procedure.ProcedureProvider;

/// Names the procedures of this package to the start-up hook.
public final class SizeProcedureProvider implements ProcedureProvider {
  @Override
  public List<Class<?>> procedures() {
    return List.of(
        DistributionProcedures.class,
        MixtureProcedures.class,
        PairProcedures.class,
        SimilarityProcedures.class,
        MapProcedures.class);
  }
}
