package org.connectarium.app.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectarium.analysis.evaluation.SkeletonMetrics;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.AgglomerationResult;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.graph.assembly.AssemblyOptions;
import org.connectarium.graph.assembly.AssemblyResult;
import org.connectarium.graph.bolt.BoltGraph;
import org.connectarium.graph.connectome.ConnectomeSink;
import org.connectarium.graph.truth.TruthSink;

/// A graph in a Neo4j server; the work is done there.
record ServedGraph(BoltGraph graph) implements WorkspaceGraph {
  @Override
  public AgglomerationResult agglomerate(AgglomerationOptions options) {
    return graph.agglomerate(options);
  }

  @Override
  public AssemblyResult assemble(String dataset, AssemblyOptions options) {
    return graph.assemble(dataset, options);
  }

  @Override
  public Membership membership() {
    return graph.membership();
  }

  @Override
  public TruthSink truth() {
    return graph.truth();
  }

  @Override
  public ConnectomeSink connectomes() {
    return graph.connectomes();
  }

  @Override
  public SkeletonMetrics skeletons(String truth) {
    List<Map<String, Object>> rows = new ArrayList<>();
    graph.query(
        "CALL connectome.evaluate.skeletons({truth: $truth}) YIELD level, erlUm, erlOfTruthUm,"
            + " splits, mergers, pathUm, skeletons, nodes, nodesInNone"
            + " WHERE level = 'agglomerates' RETURN *",
        Map.of("truth", truth),
        rows::add);
    Map<String, Object> row = rows.getFirst();
    return new SkeletonMetrics(
        number(row, "skeletons").longValue(),
        number(row, "nodes").longValue(),
        number(row, "nodesInNone").longValue(),
        number(row, "pathUm").doubleValue(),
        number(row, "erlUm").doubleValue(),
        number(row, "erlOfTruthUm").doubleValue(),
        number(row, "splits").longValue(),
        number(row, "mergers").longValue());
  }

  @Override
  public List<Map<String, Object>> rows(String cypher) {
    List<Map<String, Object>> rows = new ArrayList<>();
    graph.query(cypher, Map.of(), rows::add);
    return rows;
  }

  @Override
  public void close() {
    graph.close();
  }

  private static Number number(Map<String, Object> row, String column) {
    return (Number) Objects.requireNonNull(row.get(column));
  }
}
