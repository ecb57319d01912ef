package org.connectarium.app.graph;

import java.util.Optional;
import org.connectarium.analysis.evaluation.SkeletonMetrics;
import org.connectarium.analysis.evaluation.graph.GraphEvaluation;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.AgglomerationResult;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.connectome.ConnectomeSink;
import org.connectarium.graph.store.GraphStore;
import org.connectarium.graph.truth.TruthSink;
import org.neo4j.graphdb.Transaction;

/// A graph in this process.
record EmbeddedGraph(GraphStore store) implements WorkspaceGraph {
  @Override
  public AgglomerationResult agglomerate(AgglomerationOptions options) {
    return agglomeration().run(options);
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
  public void close() {
    store.close();
  }

  private Agglomeration agglomeration() {
    return new Agglomeration(store.database(), StopCheck.NEVER);
  }
}
