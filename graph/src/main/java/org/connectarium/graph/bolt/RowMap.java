package org.connectarium.graph.bolt;

import java.util.List;
import java.util.Map;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.sink.SegmentRow;

/// Rows as maps of Cypher, there and back without loss.
record RowMap(Map<String, Object> values) {
  private static final int THREE = 3;
  private static final int FIVE = 5;
  private static final int SIX = 6;

  static RowMap of(SegmentRow row) {
    var b = row.boundsVoxels();
    var c = row.covarianceNm2();
    var axis = row.shape().axis();
    var d = row.shape().deviationsNm();
    return new RowMap(
        Map.ofEntries(
            Map.entry("id", row.id()),
            Map.entry("voxels", row.voxels()),
            Map.entry("x", row.xNm()),
            Map.entry("y", row.yNm()),
            Map.entry("z", row.zNm()),
            Map.entry("insideX", row.insideXNm()),
            Map.entry("insideY", row.insideYNm()),
            Map.entry("insideZ", row.insideZNm()),
            Map.entry("bboxVoxels", List.of(b.x0(), b.y0(), b.z0(), b.x1(), b.y1(), b.z1())),
            Map.entry("covarianceNm2", List.of(c.xx(), c.xy(), c.xz(), c.yy(), c.yz(), c.zz())),
            Map.entry("thicknessNm", (double) row.shape().thicknessNm()),
            Map.entry("axis", doubles(axis.x(), axis.y(), axis.z())),
            Map.entry("axisDeviationsNm", doubles(d.longest(), d.middle(), d.shortest()))));
  }

  static RowMap of(ContactRow row) {
    var normal = row.normal();
    var spread = row.spread();
    return new RowMap(
        Map.ofEntries(
            Map.entry("low", row.lowId()),
            Map.entry("high", row.highId()),
            Map.entry("piece", row.piece()),
            Map.entry("areaUm2", row.areaUm2()),
            Map.entry("voxels", row.voxels()),
            Map.entry("x", row.xNm()),
            Map.entry("y", row.yNm()),
            Map.entry("z", row.zNm()),
            Map.entry("face", row.face()),
            Map.entry("boundary", (double) row.boundary()),
            Map.entry("pContinuity", (double) row.pContinuity()),
            Map.entry("normal", doubles(normal.x(), normal.y(), normal.z())),
            Map.entry("boundarySd", (double) spread.deviation()),
            Map.entry(
                "boundaryLevels",
                List.of(
                    spread.minimum(),
                    spread.lowerQuartile(),
                    spread.median(),
                    spread.upperQuartile(),
                    spread.maximum()))));
  }

  static RowMap of(RunRow row) {
    return new RowMap(
        Map.of(
            "id", row.id(),
            "stage", row.stage(),
            "version", row.version(),
            "parameters", row.parametersJson(),
            "inputHash", row.inputHash(),
            "started", row.startedIso(),
            "ended", row.endedIso(),
            "seed", row.seed()));
  }

  SegmentRow segment() {
    List<Number> b = fields().numbers("bboxVoxels", SIX);
    List<Number> c = fields().numbers("covarianceNm2", SIX);
    List<Number> axis = fields().numbers("axis", THREE);
    List<Number> d = fields().numbers("axisDeviationsNm", THREE);
    return new SegmentRow(
        fields().number("id").longValue(),
        fields().number("voxels").longValue(),
        fields().number("x").doubleValue(),
        fields().number("y").doubleValue(),
        fields().number("z").doubleValue(),
        fields().number("insideX").doubleValue(),
        fields().number("insideY").doubleValue(),
        fields().number("insideZ").doubleValue(),
        new SegmentRow.Bounds(
            b.get(0).intValue(),
            b.get(1).intValue(),
            b.get(2).intValue(),
            b.get(3).intValue(),
            b.get(4).intValue(),
            b.get(5).intValue()),
        new SegmentRow.Covariance(
            c.get(0).doubleValue(),
            c.get(1).doubleValue(),
            c.get(2).doubleValue(),
            c.get(3).doubleValue(),
            c.get(4).doubleValue(),
            c.get(5).doubleValue()),
        new SegmentRow.Shape(
            fields().number("thicknessNm").floatValue(),
            new SegmentRow.Axis(
                axis.get(0).floatValue(), axis.get(1).floatValue(), axis.get(2).floatValue()),
            new SegmentRow.Deviations(
                d.get(0).floatValue(), d.get(1).floatValue(), d.get(2).floatValue())));
  }

  ContactRow contact() {
    long low = fields().number("low").longValue();
    long high = fields().number("high").longValue();
    if (low >= high) {
      throw new GraphException(
          "A contact runs from the lower to the higher segment id but was " + low + " to " + high);
    }
    List<Number> normal = fields().numbers("normal", THREE);
    List<Number> levels = fields().numbers("boundaryLevels", FIVE);
    return new ContactRow(
        low,
        high,
        fields().number("piece").intValue(),
        fields().number("areaUm2").doubleValue(),
        fields().number("voxels").longValue(),
        fields().number("x").doubleValue(),
        fields().number("y").doubleValue(),
        fields().number("z").doubleValue(),
        new ContactRow.Normal(
            normal.get(0).floatValue(), normal.get(1).floatValue(), normal.get(2).floatValue()),
        fields().value("face", Boolean.class),
        fields().number("boundary").floatValue(),
        new ContactRow.Spread(
            fields().number("boundarySd").floatValue(),
            levels.get(0).intValue(),
            levels.get(1).intValue(),
            levels.get(2).intValue(),
            levels.get(3).intValue(),
            levels.get(4).intValue()),
        fields().number("pContinuity").floatValue());
  }

  RunRow run() {
    return new RunRow(
        fields().value("id", String.class),
        fields().value("stage", String.class),
        fields().value("version", String.class),
        fields().value("parameters", String.class),
        fields().value("inputHash", String.class),
        fields().value("started", String.class),
        fields().value("ended", String.class),
        fields().number("seed").longValue());
  }

  private static List<Double> doubles(float one, float two, float three) {
    return List.of((double) one, (double) two, (double) three);
  }

  private Fields fields() {
    return new Fields(values);
  }
}
