package org.connectarium.graph.edit;

import org.connectarium.graph.hierarchy.ChunkHierarchy.Pair;
import org.connectarium.graph.join.PairDecision;
import org.neo4j.graphdb.Relationship;

/// One thing that a decision says about a pair of segments.
sealed interface Change {
  Pair pair();

  void apply(long decision);

  /// From now on the pair is joined, or cut.
  record Make(Pair pair, boolean join) implements Change {
    @Override
    public void apply(long decision) {
      PairDecision.make(pair.a(), pair.b(), join, decision);
    }
  }

  /// What was decided about the pair holds no more.
  record End(Relationship decided) implements Change {
    @Override
    public Pair pair() {
      return new Pair(decided.getStartNode(), decided.getEndNode());
    }

    @Override
    public void apply(long decision) {
      PairDecision.end(decided, decision);
    }
  }
}
