package org.connectarium.graph.truth;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.store.DiskSpace;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// The way of truth into a graph whose segments are loaded. Each truth has a name; storing one
/// replaces the truth of that name, so doing it again changes nothing.
///
/// Transactions are bounded and committed here. A truth whose writing was interrupted is marked
/// and cannot be read until it was stored again. Clearing the segmentation removes all truth.
public final class TruthSink {
  private static final int ROWS_PER_TRANSACTION = 5_000;
  private static final List<String> REMOVAL =
      List.of(
          "MATCH (:TruthCell {truth: $truth})<-[o:OVERLAPS]-()"
              + " CALL (o) { DELETE o } IN TRANSACTIONS OF 20000 ROWS",
          "MATCH (c:TruthCell {truth: $truth})"
              + " CALL (c) { DELETE c } IN TRANSACTIONS OF 20000 ROWS",
          "MATCH (:TruthSkeleton {truth: $truth})-[p:PASSES]->()"
              + " CALL (p) { DELETE p } IN TRANSACTIONS OF 20000 ROWS",
          "MATCH (s:TruthSkeleton {truth: $truth})"
              + " CALL (s) { DELETE s } IN TRANSACTIONS OF 1000 ROWS");

  private final GraphDatabaseService database;

  public TruthSink(GraphDatabaseService database) {
    this.database = database;
  }

  /// Stores a labelled volume as the voxels that its cells share with segments, and those that
  /// they share with none.
  ///
  /// @param overlaps each pair once, in any order
  /// @throws GraphException if a segment is not loaded
  public void cells(String truth, RunRow run, List<OverlapRow> overlaps) {
    List<OverlapRow> byCell =
        overlaps.stream()
            .sorted(
                Comparator.comparingLong(OverlapRow::cellId)
                    .thenComparingLong(OverlapRow::segmentId))
            .toList();
    replace(truth, TruthState.Kind.CELLS, run, runKey -> writeCells(truth, runKey, byCell));
  }

  /// Stores skeletons with the segments that they pass.
  ///
  /// @throws GraphException if a segment is not loaded
  public void skeletons(String truth, RunRow run, List<SkeletonRow> skeletons) {
    replace(
        truth, TruthState.Kind.SKELETONS, run, runKey -> writeSkeletons(truth, runKey, skeletons));
  }

  /// Removes a truth, if it is there.
  public void remove(String truth) {
    REMOVAL.forEach(s -> database.executeTransactionally(s, Map.of("truth", truth)));
    database.executeTransactionally(
        "MATCH (t:Truth {id: $truth}) DELETE t", Map.of("truth", truth));
  }

  private void replace(String truth, TruthState.Kind kind, RunRow run, IntConsumer write) {
    int runKey;
    try (GraphSink sink = GraphSink.embedded(database)) {
      runKey = sink.run(run);
    }
    try (Transaction tx = database.beginTx()) {
      TruthState.begin(tx, truth, kind, runKey);
      tx.commit();
    }
    REMOVAL.forEach(s -> database.executeTransactionally(s, Map.of("truth", truth)));
    write.accept(runKey);
    try (Transaction tx = database.beginTx()) {
      TruthState.complete(tx, truth);
      tx.commit();
    }
  }

  private void writeCells(String truth, int runKey, List<OverlapRow> rows) {
    long cellNode = -1;
    for (int begin = 0; begin < rows.size(); begin += ROWS_PER_TRANSACTION) {
      int end = Math.min(rows.size(), begin + ROWS_PER_TRANSACTION);
      DiskSpace.requireRoom(database);
      try (Transaction tx = database.beginTx()) {
        for (int i = begin; i < end; i++) {
          OverlapRow row = rows.get(i);
          if (i == 0 || rows.get(i - 1).cellId() != row.cellId()) {
            cellNode = NodeId.of(cell(tx, truth, runKey, rows, i));
          }
          if (row.segmentId() != 0) {
            segment(tx, truth, row.segmentId())
                .createRelationshipTo(NodeId.node(tx, cellNode), GraphSchema.OVERLAPS)
                .setProperty("voxels", row.voxels());
          }
        }
        tx.commit();
      }
    }
  }

  /* The cell whose rows begin at a number. */
  private static Node cell(
      Transaction tx, String truth, int runKey, List<OverlapRow> rows, int begin) {
    long id = rows.get(begin).cellId();
    long voxels = 0;
    for (int i = begin; i < rows.size() && rows.get(i).cellId() == id; i++) {
      voxels += rows.get(i).voxels();
    }
    Node cell = tx.createNode(GraphSchema.TRUTH_CELL);
    cell.setProperty("id", id);
    cell.setProperty("truth", truth);
    cell.setProperty("voxels", voxels);
    cell.setProperty("run", runKey);
    return cell;
  }

  private void writeSkeletons(String truth, int runKey, List<SkeletonRow> skeletons) {
    int next = 0;
    while (next < skeletons.size()) {
      DiskSpace.requireRoom(database);
      try (Transaction tx = database.beginTx()) {
        for (int rows = 0; next < skeletons.size() && rows < ROWS_PER_TRANSACTION; next++) {
          rows += skeleton(tx, truth, runKey, skeletons.get(next));
        }
        tx.commit();
      }
    }
  }

  private static int skeleton(Transaction tx, String truth, int runKey, SkeletonRow row) {
    Node skeleton = tx.createNode(GraphSchema.TRUTH_SKELETON);
    skeleton.setProperty("id", row.id());
    skeleton.setProperty("truth", truth);
    skeleton.setProperty("pathUm", (float) row.pathUm());
    skeleton.setProperty("x", row.xNm());
    skeleton.setProperty("y", row.yNm());
    skeleton.setProperty("z", row.zNm());
    skeleton.setProperty("parent", row.parent());
    skeleton.setProperty("segments", row.segmentIds());
    skeleton.setProperty("run", runKey);
    LongIntHashMap nodes = new LongIntHashMap();
    for (long segmentId : row.segmentIds()) {
      nodes.addToValue(segmentId, 1);
    }
    nodes.remove(0);
    nodes.forEachKeyValue(
        (segmentId, count) ->
            skeleton
                .createRelationshipTo(segment(tx, truth, segmentId), GraphSchema.PASSES)
                .setProperty("nodes", count));
    return row.nodes();
  }

  private static Node segment(Transaction tx, String truth, long segmentId) {
    Node segment = tx.findNode(GraphSchema.SEGMENT, "id", segmentId);
    if (segment == null) {
      throw new GraphException(
          "Segment %d of truth \"%s\" is not in the graph; load the segmentation first"
              .formatted(segmentId, truth));
    }
    return segment;
  }
}
