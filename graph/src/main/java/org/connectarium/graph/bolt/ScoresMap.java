package org.connectarium.graph.bolt;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.score.ScoreModel;
import org.connectarium.graph.sink.ScoreColumns;

/// Scores of a model as a map of Cypher, there and back without loss.
record ScoresMap(Map<String, Object> values) {
  static final String KEYS =
      "Of each model kind (continuity, synapse, type), name, columns (a list for each property of"
          + " the kind, with a number 0…1 for each row, NaN for none).";

  static ScoresMap of(ScoreColumns scores) {
    ScoreModel model = scores.model();
    List<List<Double>> columns =
        IntStream.range(0, model.kind().plainNames().size())
            .mapToObj(
                c ->
                    IntStream.range(0, scores.rows())
                        .mapToObj(row -> (double) scores.value(c, row))
                        .toList())
            .toList();
    return new ScoresMap(
        Map.of("kind", model.kind().word(), "name", model.name(), "columns", columns));
  }

  static List<ScoreColumns> columns(List<Map<String, Object>> maps) {
    return maps.stream().map(map -> new ScoresMap(map).columns()).toList();
  }

  ScoreColumns columns() {
    Fields fields = new Fields(values);
    List<?> columns = fields.value("columns", List.class);
    return ScoreColumns.of(
        new ScoreModel(
            ScoreKind.of(fields.value("kind", String.class)), fields.value("name", String.class)),
        columns.stream().map(ScoresMap::floats).toArray(float[][]::new));
  }

  private static float[] floats(Object column) {
    if (column instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)) {
      float[] floats = new float[list.size()];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = ((Number) list.get(i)).floatValue();
      }
      return floats;
    }
    throw new GraphException("A column of scores must be a list of numbers but is " + column);
  }
}
