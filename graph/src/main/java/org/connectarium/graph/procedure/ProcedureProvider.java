package org.connectarium.graph.procedure;

import java.util.List;

/// Names classes with `@Procedure` methods. Every provider that `ServiceLoader` finds is
/// registered when a Neo4j database management service starts, embedded or as server.
public interface ProcedureProvider {
  List<Class<?>> procedures();
}
