package org.connectarium.graph.bolt;

import java.util.List;
import java.util.Map;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.sink.SegmentRow;
import org.jspecify.annotations.Nullable;

/// Rows as maps of Cypher, there and back without loss.
record RowMap(Map<String, Object> values) {
  static RowMap of(SegmentRow row) {
    var b = row.boundsVoxels();
    var c = row.covarianceNm2();
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
            Map.entry("covarianceNm2", List.of(c.xx(), c.xy(), c.xz(), c.yy(), c.yz(), c.zz()))));
  }

  static RowMap of(ContactRow row) {
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
            Map.entry("pContinuity", (double) row.pContinuity())));
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
    List<Number> b = six("bboxVoxels");
    List<Number> c = six("covarianceNm2");
    return new SegmentRow(
        number("id").longValue(),
        number("voxels").longValue(),
        number("x").doubleValue(),
        number("y").doubleValue(),
        number("z").doubleValue(),
        number("insideX").doubleValue(),
        number("insideY").doubleValue(),
        number("insideZ").doubleValue(),
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
            c.get(5).doubleValue()));
  }

  ContactRow contact() {
    long low = number("low").longValue();
    long high = number("high").longValue();
    if (low >= high) {
      throw new GraphException(
          "A contact runs from the lower to the higher segment id but was " + low + " to " + high);
    }
    return new ContactRow(
        low,
        high,
        number("piece").intValue(),
        number("areaUm2").doubleValue(),
        number("voxels").longValue(),
        number("x").doubleValue(),
        number("y").doubleValue(),
        number("z").doubleValue(),
        value("face", Boolean.class),
        number("boundary").floatValue(),
        number("pContinuity").floatValue());
  }

  RunRow run() {
    return new RunRow(
        value("id", String.class),
        value("stage", String.class),
        value("version", String.class),
        value("parameters", String.class),
        value("inputHash", String.class),
        value("started", String.class),
        value("ended", String.class),
        number("seed").longValue());
  }

  private Number number(String key) {
    return value(key, Number.class);
  }

  private List<Number> six(String key) {
    List<?> list = value(key, List.class);
    if (list.size() != 6) {
      throw new GraphException("A row needs six numbers \"" + key + "\" but has " + list);
    }
    return list.stream().map(n -> cast(key, n, Number.class)).toList();
  }

  private <T> T value(String key, Class<T> type) {
    return cast(key, values.get(key), type);
  }

  private static <T> T cast(String key, @Nullable Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw new GraphException(
          "A row needs a %s \"%s\" but has %s".formatted(type.getSimpleName(), key, value));
    }
    return type.cast(value);
  }
}
