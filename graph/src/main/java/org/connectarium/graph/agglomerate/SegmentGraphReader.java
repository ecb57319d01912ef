package org.connectarium.graph.agglomerate;

import java.util.Arrays;
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

/// Reads segments, and those contacts that join by the given thresholds, in two store scans.
final class SegmentGraphReader {
  private static final int CHECK_EVERY = 1 << 14;

  private final Transaction tx;
  private final AgglomerationOptions options;
  private final StopCheck stop;

  SegmentGraphReader(Transaction tx, AgglomerationOptions options, StopCheck stop) {
    this.tx = tx;
    this.options = options;
    this.stop = stop;
  }

  SegmentGraph read() {
    LongArrayList ids = new LongArrayList();
    LongArrayList nodeIds = new LongArrayList();
    LongArrayList voxels = new LongArrayList();
    BooleanArrayList ofType = new BooleanArrayList();
    try (var nodes = tx.findNodes(GraphSchema.SEGMENT)) {
      while (nodes.hasNext()) {
        Node node = nodes.next();
        ids.add((long) node.getProperty("id"));
        nodeIds.add(NodeId.of(node));
        voxels.add(((Number) node.getProperty("voxels")).longValue());
        ofType.add(isOfType(node));
        checkNowAndThen(ids.size());
      }
    }
    int n = ids.size();
    long[] sorted = ids.toSortedArray();
    long[] sortedNodeIds = new long[n];
    long[] sortedVoxels = new long[n];
    boolean[] sortedOfType = new boolean[n];
    LongIntHashMap indexByNode = new LongIntHashMap(n);
    for (int i = 0; i < n; i++) {
      int at = Arrays.binarySearch(sorted, ids.get(i));
      sortedNodeIds[at] = nodeIds.get(i);
      sortedVoxels[at] = voxels.get(i);
      sortedOfType[at] = ofType.get(i);
      indexByNode.put(nodeIds.get(i), at);
    }
    IntArrayList from = new IntArrayList();
    IntArrayList to = new IntArrayList();
    FloatArrayList continuity = new FloatArrayList();
    long seen = 0;
    try (var contacts = tx.findRelationships(GraphSchema.CONTACT)) {
      while (contacts.hasNext()) {
        Relationship contact = contacts.next();
        int a = indexByNode.getIfAbsent(NodeId.ofStart(contact), -1);
        int b = indexByNode.getIfAbsent(NodeId.ofEnd(contact), -1);
        boolean known = a >= 0 && b >= 0;
        if (known && joins(contact, sortedVoxels, sortedOfType, a, b)) {
          from.add(a);
          to.add(b);
          continuity.add(isFace(contact) ? 1 : continuity(contact));
        }
        checkNowAndThen(++seen);
      }
    }
    return new SegmentGraph(
        sorted,
        sortedNodeIds,
        sortedVoxels,
        sortedOfType,
        from.toArray(),
        to.toArray(),
        continuity.toArray());
  }

  private boolean isOfType(Node node) {
    if (options.type().isEmpty()) {
      return true;
    }
    Object probability = node.getProperty(options.type().get(), 0f);
    return probability instanceof Number number
        && atLeast(number.floatValue(), options.minTypeProbability());
  }

  private boolean joins(Relationship contact, long[] voxels, boolean[] ofType, int a, int b) {
    if (isFace(contact)) {
      return true;
    }
    return ofType[a]
        && ofType[b]
        && voxels[a] >= options.minSegmentVoxels()
        && voxels[b] >= options.minSegmentVoxels()
        && atLeast(continuity(contact), options.minContinuity())
        && ((Number) contact.getProperty("voxels")).longValue() >= options.minContactVoxels();
  }

  private static boolean isFace(Relationship contact) {
    return (boolean) contact.getProperty("face");
  }

  private static float continuity(Relationship contact) {
    return ((Number) contact.getProperty("pContinuity")).floatValue();
  }

  /// Probabilities are stored as floats, so they are compared as floats: 0.9 stored reaches 0.9.
  private static boolean atLeast(float probability, double threshold) {
    return probability >= (float) threshold;
  }

  private void checkNowAndThen(long count) {
    if (count % CHECK_EVERY == 0) {
      stop.check();
    }
  }
}
