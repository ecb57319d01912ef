package org.connectarium.graph.bolt;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.connectarium.graph.truth.CellRow;
import org.connectarium.graph.truth.OverlapRow;
import org.connectarium.graph.truth.SkeletonRow;

/// Rows of truth as maps of Cypher, there and back without loss.
record TruthMap(Map<String, Object> values) {
  static TruthMap of(CellRow row) {
    return new TruthMap(Map.of("id", row.id(), "voxels", row.voxels()));
  }

  static TruthMap of(OverlapRow row) {
    return new TruthMap(
        Map.of("segment", row.segmentId(), "cell", row.cellId(), "voxels", row.voxels()));
  }

  static TruthMap of(SkeletonRow row) {
    return new TruthMap(
        Map.of(
            "id", row.id(),
            "x", doubles(row.xNm()),
            "y", doubles(row.yNm()),
            "z", doubles(row.zNm()),
            "parent", Arrays.stream(row.parent()).boxed().toList(),
            "segments", Arrays.stream(row.segmentIds()).boxed().toList()));
  }

  CellRow cell() {
    Fields f = new Fields(values);
    return new CellRow(f.number("id").longValue(), f.number("voxels").longValue());
  }

  OverlapRow overlap() {
    Fields f = new Fields(values);
    return new OverlapRow(
        f.number("segment").longValue(),
        f.number("cell").longValue(),
        f.number("voxels").longValue());
  }

  SkeletonRow skeleton() {
    Fields f = new Fields(values);
    return new SkeletonRow(
        f.number("id").longValue(),
        floats(f.numbers("x")),
        floats(f.numbers("y")),
        floats(f.numbers("z")),
        f.numbers("parent").stream().mapToInt(Number::intValue).toArray(),
        f.numbers("segments").stream().mapToLong(Number::longValue).toArray());
  }

  private static List<Double> doubles(float[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> (double) values[i]).toList();
  }

  private static float[] floats(List<Number> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i).floatValue();
    }
    return floats;
  }
}
