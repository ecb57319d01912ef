package org.connectarium.graph.procedure;

import java.util.ServiceLoader;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.extension.ExtensionFactory;
import org.neo4j.kernel.extension.ExtensionType;
import org.neo4j.kernel.extension.context.ExtensionContext;
import org.neo4j.kernel.lifecycle.Lifecycle;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;

/// Start-up hook that Neo4j finds by `ServiceLoader`: registers the procedures of every
/// [ProcedureProvider], which on the class path Neo4j does not look for itself.
public final class ProcedureExtensionFactory
    extends ExtensionFactory<ProcedureExtensionFactory.Dependencies> {

  /// What Neo4j hands in.
  public interface Dependencies {
    GlobalProcedures procedures();
  }

  public ProcedureExtensionFactory() {
    super(ExtensionType.GLOBAL, "connectarium-procedures");
  }

  @Override
  public Lifecycle newInstance(ExtensionContext context, Dependencies dependencies) {
    return new LifecycleAdapter() {
      @Override
      public void init() throws Exception {
        for (ProcedureProvider provider :
            ServiceLoader.load(ProcedureProvider.class, getClass().getClassLoader())) {
          for (Class<?> procedures : provider.procedures()) {
            dependencies.procedures().registerProcedure(procedures);
          }
        }
      }
    };
  }
}
