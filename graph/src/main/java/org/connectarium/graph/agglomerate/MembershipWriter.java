package org.connectarium.graph.agglomerate;

import java.util.Arrays;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Replaces all agglomerates and memberships.
///
/// Up to [#ATOMIC_CHANGES] changes this is one transaction: readers see the old state or the new
/// one. Beyond, transactions are bounded, and the state node says `writing` until the last one;
/// a run that was interrupted there has to be repeated, and reading procedures say so.
final class MembershipWriter {
  static final int ATOMIC_CHANGES = 400_000;
  private static final int CHANGES_PER_TRANSACTION = 20_000;

  private final GraphDatabaseService database;
  private final StopCheck stop;
  private final int atomicChanges;

  MembershipWriter(GraphDatabaseService database, int atomicChanges, StopCheck stop) {
    this.database = database;
    this.atomicChanges = atomicChanges;
    this.stop = stop;
  }

  void replace(SegmentGraph graph, int[] component, Kinds kinds, int runKey) {
    int count = Arrays.stream(component).max().orElse(-1) + 1;
    boolean atomic = 4L * graph.segments() <= atomicChanges;
    int limit = atomic ? Integer.MAX_VALUE : CHANGES_PER_TRANSACTION;
    try (BoundedWrites writes = new BoundedWrites(database, limit, stop)) {
      long counter = AgglomerationState.begin(writes.tx(), count);
      writes.changed(atomic ? 0 : limit); // the mark is committed before anything is removed
      removeOld(writes);
      writeNew(writes, graph, component, count, counter, kinds, runKey);
      AgglomerationState.complete(writes.tx(), runKey);
      writes.commit();
    }
  }

  private static void removeOld(BoundedWrites writes) {
    boolean more = true;
    while (more) {
      more = removeSome(writes);
    }
  }

  private static boolean removeSome(BoundedWrites writes) {
    int removed = 0;
    boolean more;
    Transaction tx = writes.tx();
    try (var old = tx.findNodes(GraphSchema.AGGLOMERATE)) {
      while (old.hasNext() && removed < CHANGES_PER_TRANSACTION) {
        Node agglomerate = old.next();
        try (var members = agglomerate.getRelationships(GraphSchema.PART_OF)) {
          for (Relationship member : members) {
            member.delete();
            removed++;
          }
        }
        agglomerate.delete();
        removed++;
      }
      more = old.hasNext();
    }
    writes.changed(removed);
    return more;
  }

  private static void writeNew(
      BoundedWrites writes,
      SegmentGraph graph,
      int[] component,
      int count,
      long counter,
      Kinds kinds,
      int runKey) {
    int[] order = groupByComponent(component, count);
    int at = 0;
    for (int c = 0; c < count; c++) {
      int end = at;
      long voxels = 0;
      boolean ofType = false;
      while (end < order.length && component[order[end]] == c) {
        voxels += graph.voxels()[order[end]];
        ofType |= graph.ofType()[order[end]];
        end++;
      }
      Node agglomerate = writes.tx().createNode(GraphSchema.AGGLOMERATE);
      agglomerate.setProperty("id", SegmentId.agglomerate(counter + c));
      agglomerate.setProperty("kind", kinds.of(c, ofType, voxels));
      agglomerate.setProperty("voxels", voxels);
      agglomerate.setProperty("segments", end - at);
      agglomerate.setProperty("run", runKey);
      long agglomerateNode = NodeId.of(agglomerate);
      for (; at < end; at++) {
        Transaction tx = writes.tx();
        NodeId.node(tx, graph.nodeIds()[order[at]])
            .createRelationshipTo(NodeId.node(tx, agglomerateNode), GraphSchema.PART_OF);
        writes.changed(1);
      }
      writes.changed(1);
    }
  }

  /// Segment indices sorted by component, then by index (counting sort).
  static int[] groupByComponent(int[] component, int count) {
    int[] start = new int[count + 1];
    for (int c : component) {
      start[c + 1]++;
    }
    Arrays.parallelPrefix(start, Integer::sum);
    int[] order = new int[component.length];
    for (int i = 0; i < component.length; i++) {
      order[start[component[i]]++] = i;
    }
    return order;
  }
}
