package org.connectarium.graph.sink;

import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;
import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.Values;

/// Writes rows inside one transaction.
final class RowWriter {
  /*
   * A property record of the store holds four slots. 32-bit numbers and booleans take one slot, an
   * id or a double two, a 3D point four. A contact has ten slots (three records, two slots left for
   * synapse probabilities), so positions and areas are floats: 1/16 nm at 1 mm.
   */
  private final Transaction tx;
  private final SegmentNodes nodes;
  private final int runKey;

  RowWriter(Transaction tx, SegmentNodes nodes, int runKey) {
    this.tx = tx;
    this.nodes = nodes;
    this.runKey = runKey;
  }

  void segment(SegmentRow row) {
    Node node = tx.createNode(GraphSchema.SEGMENT);
    node.setProperty("id", row.id());
    node.setProperty("voxels", row.voxels());
    node.setProperty("run", runKey);
    node.setProperty(
        "position",
        Values.pointValue(CoordinateReferenceSystem.CARTESIAN_3D, row.xNm(), row.yNm(), row.zNm()));
    node.setProperty("x", (float) row.xNm());
    node.setProperty("y", (float) row.yNm());
    node.setProperty("z", (float) row.zNm());
    node.setProperty("insideX", (float) row.insideXNm());
    node.setProperty("insideY", (float) row.insideYNm());
    node.setProperty("insideZ", (float) row.insideZNm());
    var b = row.boundsVoxels();
    node.setProperty("bboxVoxels", new int[] {b.x0(), b.y0(), b.z0(), b.x1(), b.y1(), b.z1()});
    var c = row.covarianceNm2();
    node.setProperty(
        "covarianceNm2",
        new float[] {
          (float) c.xx(), (float) c.xy(), (float) c.xz(),
          (float) c.yy(), (float) c.yz(), (float) c.zz()
        });
    nodes.remember(row.id(), node);
  }

  void contact(ContactRow row) {
    Relationship contact =
        nodes
            .find(tx, row.lowId())
            .createRelationshipTo(nodes.find(tx, row.highId()), GraphSchema.CONTACT);
    contact.setProperty("piece", row.piece());
    contact.setProperty("areaUm2", (float) row.areaUm2());
    contact.setProperty("voxels", row.voxels());
    contact.setProperty("x", (float) row.xNm());
    contact.setProperty("y", (float) row.yNm());
    contact.setProperty("z", (float) row.zNm());
    contact.setProperty("face", row.face());
    contact.setProperty("boundary", row.boundary());
    contact.setProperty("pContinuity", row.pContinuity());
    contact.setProperty("run", runKey);
  }
}
