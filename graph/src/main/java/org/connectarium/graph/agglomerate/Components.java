package org.connectarium.graph.agglomerate;

import java.util.Arrays;
import org.neo4j.gds.Orientation;
import org.neo4j.gds.RelationshipType;
import org.neo4j.gds.core.concurrency.Concurrency;
import org.neo4j.gds.core.loading.construction.GraphFactory;
import org.neo4j.gds.core.utils.progress.tasks.ProgressTracker;
import org.neo4j.gds.termination.TerminationFlag;
import org.neo4j.gds.wcc.WccParameters;
import org.neo4j.gds.wcc.WccStub;

/// Weakly connected components of joins, by the Graph Data Science library's own graph and
/// algorithm. They are called as Java: going through its projection procedure costs seconds of
/// start-up for the same result (docs/decisions).
///
/// - input: `nodes` nodes 0…nodes−1, join k links `from[k]` and `to[k]`
/// - output: component of each node, numbered from 0 in order of their first node: deterministic
/// - cost: O(joins) time; about 8 bytes per node and 5 per join
final class Components {
  private static final int MAX_THREADS = 4;

  private Components() {}

  static int[] of(int nodes, int[] from, int[] to, StopCheck stop) {
    if (nodes == 0) {
      return new int[0];
    }
    Concurrency threads =
        new Concurrency(Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()));
    var nodesBuilder =
        GraphFactory.initNodesBuilder()
            .nodeCount(nodes)
            .maxOriginalId(nodes - 1L)
            .concurrency(new Concurrency(1))
            .build();
    for (int i = 0; i < nodes; i++) {
      nodesBuilder.addNode(i);
    }
    var idMap = nodesBuilder.build().idMap();
    stop.check();
    var joinsBuilder =
        GraphFactory.initRelationshipsBuilder()
            .nodes(idMap)
            .relationshipType(RelationshipType.of("JOIN"))
            .orientation(Orientation.NATURAL)
            .concurrency(new Concurrency(1))
            .build();
    for (int k = 0; k < from.length; k++) {
      joinsBuilder.addFromInternal(from[k], to[k]);
    }
    var graph = GraphFactory.create(idMap, joinsBuilder.build());
    stop.check();
    var sets =
        new WccStub(TerminationFlag.RUNNING_TRUE)
            .wcc(graph, new WccParameters(0, threads), ProgressTracker.NULL_TRACKER);
    int[] numberOfSet = new int[nodes];
    Arrays.fill(numberOfSet, -1);
    int[] component = new int[nodes];
    int next = 0;
    for (int i = 0; i < nodes; i++) {
      int set = (int) sets.setIdOf(i);
      if (numberOfSet[set] < 0) {
        numberOfSet[set] = next++;
      }
      component[i] = numberOfSet[set];
    }
    return component;
  }
}
