package org.connectarium.graph.mergetree;

import java.util.Arrays;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Reads the whole tree back in two store scans; segments are numbered as they come. Some 30 bytes
/// a segment.
final class MergeTreeReader {
  private static final int CHECK_EVERY = 1 << 14;

  private MergeTreeReader() {}

  static MergeTree read(Transaction tx, Runnable stop) {
    LongIntHashMap indexByNode = new LongIntHashMap();
    try (var segments = tx.findNodes(GraphSchema.SEGMENT)) {
      while (segments.hasNext()) {
        indexByNode.put(NodeId.of(segments.next()), indexByNode.size());
        if (indexByNode.size() % CHECK_EVERY == 0) {
          stop.run();
        }
      }
    }
    int[] parent = new int[indexByNode.size()];
    Arrays.fill(parent, -1);
    float[] probability = new float[parent.length];
    long seen = 0;
    try (var merges = tx.findRelationships(GraphSchema.MERGES)) {
      while (merges.hasNext()) {
        Relationship merge = merges.next();
        int child = indexByNode.get(NodeId.ofStart(merge));
        parent[child] = indexByNode.get(NodeId.ofEnd(merge));
        probability[child] = (float) (double) merge.getProperty("p");
        if (++seen % CHECK_EVERY == 0) {
          stop.run();
        }
      }
    }
    return new MergeTree(parent, probability);
  }
}
