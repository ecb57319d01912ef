package org.connectarium.app.graph;

import java.util.List;
import java.util.Map;
import org.connectarium.analysis.evaluation.SkeletonMetrics;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.AgglomerationResult;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.graph.assembly.AssemblyOptions;
import org.connectarium.graph.assembly.AssemblyResult;
import org.connectarium.graph.connectome.ConnectomeSink;
import org.connectarium.graph.truth.TruthSink;

/// An open graph: what stages after the load do with it, wherever it is kept.
public interface WorkspaceGraph extends AutoCloseable {
  /// Joins segments over contacts and replaces all agglomerates.
  AgglomerationResult agglomerate(AgglomerationOptions options);

  /// Makes synapses of contacts and neurons of agglomerates.
  ///
  /// @param dataset name of the data set
  /// @throws GraphException if the graph lacks the scores of the model
  AssemblyResult assemble(String dataset, AssemblyOptions options);

  /// The current agglomerate of every segment.
  ///
  /// @throws GraphException if there is no complete agglomeration
  Membership membership();

  /// The way in for truth.
  TruthSink truth();

  /// The way in for connectomes of tables.
  ConnectomeSink connectomes();

  /// Follows skeletons of the truth through the current agglomerates.
  ///
  /// @param truth its name
  /// @throws GraphException if it is not there
  SkeletonMetrics skeletons(String truth);

  /// The rows of a query, by the names of columns; what it writes is committed.
  ///
  /// @throws GraphException if the query, or a procedure that it calls, refuses what is asked for
  List<Map<String, Object>> rows(String cypher);

  @Override
  void close();
}
