package org.connectarium.graph.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.edit.RandomEdit;
import org.connectarium.graph.edit.Reef;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

class TopValuesTest {
  private static final int DECISIONS = 20;

  @TempDir Path home;

  @Test
  void eachTopIsAskedForOnceAndStandsForAllSegmentsBelowIt() {
    try (GraphStore store = GraphStore.open(home)) {
      Reef.load(store.database(), 9, 3);
      new Agglomeration(store.database(), StopCheck.NEVER)
          .run(AgglomerationOptions.minContinuity(0.7));
      RandomEdit.storm(store.database(), DECISIONS, 4);
      for (long decision = 0; decision <= DECISIONS; decision += 5) {
        check(store, decision);
      }
    }
  }

  private static void check(GraphStore store, long decision) {
    try (Transaction tx = store.database().beginTx();
        var segments = tx.findNodes(GraphSchema.SEGMENT)) {
      List<Long> asked = new ArrayList<>();
      TopValues values =
          new TopValues(
              decision,
              top -> {
                asked.add(NodeId.of(top));
                return NodeId.of(top);
              });
      Set<Long> tops = new HashSet<>();
      while (segments.hasNext()) {
        Node segment = segments.next();
        long top = NodeId.of(Ancestry.topAt(segment, decision));
        tops.add(top);
        assertThat(values.above(segment)).as("after decision %d", decision).hasValue(top);
      }
      assertThat(asked).as("after decision %d", decision).containsExactlyInAnyOrderElementsOf(tops);
      assertThat(values.above(tx.createNode(GraphSchema.SEGMENT))).isEmpty();
    }
  }
}
