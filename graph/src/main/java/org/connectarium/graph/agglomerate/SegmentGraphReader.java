package org.connectarium.graph.agglomerate;

import java.util.Arrays;
import org.connectarium.graph.join.JoinRule;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.list.mutable.primitive.BooleanArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.FloatArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Reads segments, and those contacts that join by the given rule, in two store scans.
final class SegmentGraphReader {
  private static final String[] AXES = {"x", "y", "z"};
  private static final int CHECK_EVERY = 1 << 14;

  private final Transaction tx;
  private final JoinRule rule;
  private final StopCheck stop;
  private boolean withDecisions;

  SegmentGraphReader(Transaction tx, JoinRule rule, StopCheck stop) {
    this.tx = tx;
    this.rule = rule;
    this.stop = stop;
  }

  /// Takes what people decided about a pair of segments instead of its contacts.
  SegmentGraphReader withDecisions() {
    withDecisions = true;
    return this;
  }

  SegmentGraph read() {
    LongArrayList ids = new LongArrayList();
    LongArrayList nodeIds = new LongArrayList();
    LongArrayList voxels = new LongArrayList();
    BooleanArrayList ofType = new BooleanArrayList();
    FloatArrayList centroids = new FloatArrayList();
    try (var nodes = tx.findNodes(GraphSchema.SEGMENT)) {
      while (nodes.hasNext()) {
        Node node = nodes.next();
        ids.add((long) node.getProperty("id"));
        nodeIds.add(NodeId.of(node));
        voxels.add(((Number) node.getProperty("voxels")).longValue());
        ofType.add(rule.isOfType(node));
        for (String axis : AXES) {
          centroids.add(((Number) node.getProperty(axis)).floatValue());
        }
        checkNowAndThen(ids.size());
      }
    }
    int n = ids.size();
    long[] sorted = ids.toSortedArray();
    long[] sortedNodeIds = new long[n];
    long[] sortedVoxels = new long[n];
    boolean[] sortedOfType = new boolean[n];
    float[] sortedCentroids = new float[3 * n];
    LongIntHashMap indexByNode = new LongIntHashMap(n);
    for (int i = 0; i < n; i++) {
      int at = Arrays.binarySearch(sorted, ids.get(i));
      sortedNodeIds[at] = nodeIds.get(i);
      sortedVoxels[at] = voxels.get(i);
      sortedOfType[at] = ofType.get(i);
      for (int d = 0; d < 3; d++) {
        sortedCentroids[3 * at + d] = centroids.get(3 * i + d);
      }
      indexByNode.put(nodeIds.get(i), at);
    }
    IntArrayList from = new IntArrayList();
    IntArrayList to = new IntArrayList();
    FloatArrayList continuity = new FloatArrayList();
    DecidedPairs decided = new DecidedPairs();
    if (withDecisions) {
      decided.read(tx, indexByNode);
    }
    decided.joined(
        (a, b) -> {
          from.add(a);
          to.add(b);
          continuity.add(1);
        });
    int joinedByPeople = from.size();
    long seen = 0;
    try (var contacts = tx.findRelationships(GraphSchema.CONTACT)) {
      while (contacts.hasNext()) {
        Relationship contact = contacts.next();
        int a = indexByNode.getIfAbsent(NodeId.ofStart(contact), -1);
        int b = indexByNode.getIfAbsent(NodeId.ofEnd(contact), -1);
        boolean known = a >= 0 && b >= 0 && !decided.about(a, b);
        float p =
            known
                ? rule.continuity(contact, admits(sortedVoxels, sortedOfType, a, b))
                : JoinRule.NONE;
        if (p >= 0) {
          from.add(a);
          to.add(b);
          continuity.add(Math.min(1, p));
        }
        checkNowAndThen(++seen);
      }
    }
    return new SegmentGraph(
        sorted,
        sortedNodeIds,
        sortedVoxels,
        sortedOfType,
        sortedCentroids,
        from.toArray(),
        to.toArray(),
        continuity.toArray(),
        joinedByPeople);
  }

  private boolean admits(long[] voxels, boolean[] ofType, int a, int b) {
    return ofType[a]
        && ofType[b]
        && voxels[a] >= rule.minSegmentVoxels()
        && voxels[b] >= rule.minSegmentVoxels();
  }

  private void checkNowAndThen(long count) {
    if (count % CHECK_EVERY == 0) {
      stop.check();
    }
  }
}
