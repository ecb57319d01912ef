package org.connectarium.graph.sink;

import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.Values;

/// What a row is in the graph: name and value of each property, the same through every sink.
public final class RowProperties {
  /*
   * A property record of the store holds four slots, filled in the order below. 32-bit numbers and
   * booleans take one slot, an id or a double two, a 3D point four, a list of three floats
   * three, one of small integers two or three. A contact has 16 slots in four records, so positions and areas are floats:
   * 1/16 nm at 1 mm, and levels are small integers. What joins are read from stands in the first
   * record of a contact, because records are read one after the other. A segment has 27 slots in
   * seven records.
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
    var d = row.shape().deviationsNm();
    to.set(
        "axisDeviationsNm",
        new int[] {Math.round(d.longest()), Math.round(d.middle()), Math.round(d.shortest())});
    var b = row.boundsVoxels();
    to.set("bboxVoxels", new int[] {b.x0(), b.y0(), b.z0(), b.x1(), b.y1(), b.z1()});
    to.set("thicknessNm", row.shape().thicknessNm());
    var c = row.covarianceNm2();
    to.set(
        "covarianceNm2",
        new float[] {
          (float) c.xx(), (float) c.xy(), (float) c.xz(),
          (float) c.yy(), (float) c.yz(), (float) c.zz()
        });
    var axis = row.shape().axis();
    to.set("axis", new float[] {axis.x(), axis.y(), axis.z()});
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
    var spread = row.spread();
    to.set(
        "boundaryLevels",
        new short[] {
          (short) spread.minimum(),
          (short) spread.lowerQuartile(),
          (short) spread.median(),
          (short) spread.upperQuartile(),
          (short) spread.maximum()
        });
    var normal = row.normal();
    to.set("normal", new float[] {normal.x(), normal.y(), normal.z()});
    to.set("boundarySd", spread.deviation());
  }
}
