package org.connectarium.graph.agglomerate;

import java.util.Arrays;
import org.connectarium.graph.assembly.ConnectomeAssembly;
import org.connectarium.graph.hierarchy.AgglomerationState;
import org.connectarium.graph.hierarchy.ChunkGrid;
import org.connectarium.graph.join.PairDecision;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Replaces all agglomerates and memberships; past states of them go.
///
/// Up to [#ATOMIC_CHANGES] changes this is one transaction: readers see the old state or the new
/// one. Beyond, transactions are bounded, and the state node says `writing` until the last one;
/// a run that was interrupted there has to be repeated, and reading procedures say so.
final class MembershipWriter {
  static final int ATOMIC_CHANGES = 400_000;
  private static final int CHANGES_PER_TRANSACTION = 20_000;
  private static final Label[] REPLACED = {
    GraphSchema.AGGLOMERATE,
    GraphSchema.PART,
    GraphSchema.FORMER_AGGLOMERATE,
    GraphSchema.FORMER_PART
  };

  private final GraphDatabaseService database;
  private final StopCheck stop;
  private final int atomicChanges;

  MembershipWriter(GraphDatabaseService database, int atomicChanges, StopCheck stop) {
    this.database = database;
    this.atomicChanges = atomicChanges;
    this.stop = stop;
  }

  void replace(SegmentGraph graph, Grouped grouped, Kinds kinds, int runKey) {
    int count = Arrays.stream(grouped.component()).max().orElse(-1) + 1;
    ChunkGrid grid = graph.grid();
    boolean atomic = 4L * graph.segments() <= atomicChanges;
    int limit = atomic ? Integer.MAX_VALUE : CHANGES_PER_TRANSACTION;
    try (BoundedWrites writes = new BoundedWrites(database, limit, stop)) {
      long counter = AgglomerationState.of(writes.tx()).begin(count);
      ConnectomeAssembly.interrupt(writes.tx());
      writes.changed(atomic ? 0 : limit); // the mark is committed before anything is removed
      for (Label label : REPLACED) {
        removeAll(writes, label);
      }
      removeJoined(writes);
      writes.changed(atomic ? 0 : limit); // what follows is in transactions of its own
      LevelsWriter.Writes newOnes =
          atomic
              ? (things, changes, range) -> range.write(writes.tx(), 0, things)
              : new ParallelWrites(database, stop)::write;
      new LevelsWriter(newOnes, graph, grouped, kinds, runKey)
          .write(grouped.levels(graph, grid), counter);
      AgglomerationState.of(writes.tx()).end(runKey, grouped.rule(), grid);
      writes.commit();
    }
  }

  /* Pairs that the last agglomeration joined, not people. */
  private static void removeJoined(BoundedWrites writes) {
    LongArrayList old = new LongArrayList();
    try (var joined = writes.tx().findRelationships(GraphSchema.JOINED)) {
      while (joined.hasNext()) {
        Relationship r = joined.next();
        if (!PairDecision.isOfPeople(r)) {
          old.add(NodeId.of(r));
        }
      }
    }
    for (int i = 0; i < old.size(); i++) {
      NodeId.relationship(writes.tx(), old.get(i)).delete();
      writes.changed(1);
    }
  }

  private static void removeAll(BoundedWrites writes, Label label) {
    boolean more = true;
    while (more) {
      more = removeSome(writes, label);
    }
  }

  private static boolean removeSome(BoundedWrites writes, Label label) {
    int removed = 0;
    boolean more;
    Transaction tx = writes.tx();
    try (var old = tx.findNodes(label)) {
      while (old.hasNext() && removed < CHANGES_PER_TRANSACTION) {
        Node node = old.next();
        try (var relationships = node.getRelationships()) {
          for (Relationship relationship : relationships) {
            relationship.delete();
            removed++;
          }
        }
        node.delete();
        removed++;
      }
      more = old.hasNext();
    }
    writes.changed(removed);
    return more;
  }
}
