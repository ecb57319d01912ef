package org.connectarium.app.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.connectarium.analysis.evaluation.SkeletonMetrics;
import org.connectarium.analysis.evaluation.graph.GraphEvaluation;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.AgglomerationResult;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.assembly.AssemblyOptions;
import org.connectarium.graph.assembly.AssemblyResult;
import org.connectarium.graph.assembly.ConnectomeAssembly;
import org.connectarium.graph.connectome.ConnectomeSink;
import org.connectarium.graph.store.GraphStore;
import org.connectarium.graph.truth.TruthSink;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/// A graph in this process.
record EmbeddedGraph(GraphStore store) implements WorkspaceGraph {
  @Override
  public AgglomerationResult agglomerate(AgglomerationOptions options) {
    return agglomeration().run(options);
  }

  @Override
  public AssemblyResult assemble(String dataset, AssemblyOptions options) {
    return new ConnectomeAssembly(store.database(), StopCheck.NEVER::check).run(dataset, options);
  }

  @Override
  public Membership membership() {
    return agglomeration().membership();
  }

  @Override
  public TruthSink truth() {
    return new TruthSink(store.database());
  }

  @Override
  public ConnectomeSink connectomes() {
    return new ConnectomeSink(store.database());
  }

  @Override
  public SkeletonMetrics skeletons(String truth) {
    Membership membership = membership();
    try (Transaction tx = store.database().beginTx()) {
      return new GraphEvaluation(tx, StopCheck.NEVER)
          .skeletons(Optional.of(truth), Optional.empty(), 1, membership::of);
    }
  }

  @Override
  public List<Map<String, Object>> rows(String cypher) {
    try (Transaction tx = store.database().beginTx()) {
      List<Map<String, Object>> rows;
      try (Result result = tx.execute(cypher)) {
        rows = new ArrayList<>(result.stream().toList());
      }
      tx.commit();
      return rows;
    } catch (QueryExecutionException e) {
      throw new GraphException(refusal(e), e);
    }
  }

  /* What a procedure says, without the words that the database puts before it. */
  private static String refusal(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .filter(c -> c instanceof GraphException || c instanceof IllegalArgumentException)
        .findFirst()
        .map(Throwable::getMessage)
        .orElse(String.valueOf(e.getMessage()));
  }

  @Override
  public void close() {
    store.close();
  }

  private Agglomeration agglomeration() {
    return new Agglomeration(store.database(), StopCheck.NEVER);
  }
}
