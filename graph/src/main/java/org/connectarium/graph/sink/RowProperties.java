package org.connectarium.graph.sink;

import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.Values;

/// What a row is in the graph: name and value of each property, the same through every sink.
public final class RowProperties {
  /*
   * A property record of the store holds four slots, filled in the order below. 32-bit numbers and
   * booleans take one slot, an id or a double two, a 3D point four. A contact has ten slots (three
   * records, two slots left for synapse probabilities), so positions and areas are floats: 1/16 nm
   * at 1 mm. What joins are read from stands in the first record of a contact, because records are
   * read one after the other. A segment has 21 slots in six records.
   */
  private RowProperties() {}

  /// Takes one property after the other.
  public interface Target {
    void set(String name, Object value);
  }

  public static void segment(SegmentRow row, int runKey, Target to) {
    to.set("id", row.id());
    to.set("voxels", row.voxels());
    to.set("run", runKey);
    to.set(
        "position",
        Values.pointValue(CoordinateReferenceSystem.CARTESIAN_3D, row.xNm(), row.yNm(), row.zNm()));
    to.set("x", (float) row.xNm());
    to.set("y", (float) row.yNm());
    to.set("z", (float) row.zNm());
    to.set("insideX", (float) row.insideXNm());
    to.set("insideY", (float) row.insideYNm());
    to.set("insideZ", (float) row.insideZNm());
    var b = row.boundsVoxels();
    to.set("bboxVoxels", new int[] {b.x0(), b.y0(), b.z0(), b.x1(), b.y1(), b.z1()});
    var c = row.covarianceNm2();
    to.set(
        "covarianceNm2",
        new float[] {
          (float) c.xx(), (float) c.xy(), (float) c.xz(),
          (float) c.yy(), (float) c.yz(), (float) c.zz()
        });
  }

  public static void contact(ContactRow row, int runKey, Target to) {
    to.set("face", row.face());
    to.set("pContinuity", row.pContinuity());
    to.set("voxels", row.voxels());
    to.set("areaUm2", (float) row.areaUm2());
    to.set("piece", row.piece());
    to.set("x", (float) row.xNm());
    to.set("y", (float) row.yNm());
    to.set("z", (float) row.zNm());
    to.set("boundary", row.boundary());
    to.set("run", runKey);
  }
}
