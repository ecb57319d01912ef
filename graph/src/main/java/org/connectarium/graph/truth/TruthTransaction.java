package org.connectarium.graph.truth;

import java.util.List;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.sink.SinkTransaction;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// What is done to a truth inside one transaction of the database. The caller commits.
///
/// Each method but `begin` throws [GraphException] if the truth was not begun.
public final class TruthTransaction {
  private final Transaction tx;

  public TruthTransaction(Transaction tx) {
    this.tx = tx;
  }

  /// Marks the truth as being written. What it had before stays until its rows are removed.
  ///
  /// @throws GraphException if the database holds no graph
  public void begin(String truth, TruthKind kind, RunRow run) {
    GraphSchema.store(tx);
    TruthState.begin(tx, truth, kind, new SinkTransaction(tx).run(run));
  }

  public void cells(String truth, List<CellRow> rows) {
    int runKey = TruthState.runOfBegun(tx, truth);
    for (CellRow row : rows) {
      Node cell = tx.createNode(GraphSchema.TRUTH_CELL);
      cell.setProperty("id", row.id());
      cell.setProperty("truth", truth);
      cell.setProperty("voxels", row.voxels());
      cell.setProperty("run", runKey);
    }
  }

  /// Rows of one cell in a row are quickest.
  public void overlaps(String truth, List<OverlapRow> rows) {
    TruthState.runOfBegun(tx, truth);
    Node cell = null;
    long cellId = 0;
    for (OverlapRow row : rows) {
      if (cell == null || row.cellId() != cellId) {
        cellId = row.cellId();
        cell = cell(truth, cellId);
      }
      if (row.segmentId() != 0) {
        segment(truth, row.segmentId())
            .createRelationshipTo(cell, GraphSchema.OVERLAPS)
            .setProperty("voxels", row.voxels());
      }
    }
  }

  public void skeletons(String truth, List<SkeletonRow> rows) {
    int runKey = TruthState.runOfBegun(tx, truth);
    rows.forEach(row -> skeleton(truth, runKey, row));
  }

  /// Marks the truth as written to its end.
  public void complete(String truth) {
    TruthState.complete(tx, truth);
  }

  private Node cell(String truth, long id) {
    try (var found = tx.findNodes(GraphSchema.TRUTH_CELL, "truth", truth, "id", id)) {
      if (!found.hasNext()) {
        throw new GraphException(
            "Cell %d of truth \"%s\" is not in the graph; store cells before their overlaps"
                .formatted(id, truth));
      }
      return found.next();
    }
  }

  private void skeleton(String truth, int runKey, SkeletonRow row) {
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
                .createRelationshipTo(segment(truth, segmentId), GraphSchema.PASSES)
                .setProperty("nodes", count));
  }

  private Node segment(String truth, long segmentId) {
    Node segment = tx.findNode(GraphSchema.SEGMENT, "id", segmentId);
    if (segment == null) {
      throw new GraphException(
          "Segment %d of truth \"%s\" is not in the graph; load the segmentation first"
              .formatted(segmentId, truth));
    }
    return segment;
  }
}
