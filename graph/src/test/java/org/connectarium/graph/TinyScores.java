package org.connectarium.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.score.ScoreModel;
import org.connectarium.graph.sink.ContactKey;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.sink.ScoreColumns;
import org.connectarium.graph.sink.ScoresRow;
import org.connectarium.graph.sink.SegmentRow;

/// Scores for tests.
public final class TinyScores {
  public static final RunRow CLASSIFY =
      new RunRow("run-2", "classify", "0.1.0", "{\"a\": 1}", "beef", "2026-01-02T00:00:00Z", "", 0);
  public static final ScoreModel TYPES = new ScoreModel(ScoreKind.TYPE, "typeem");
  public static final ScoreModel SYNAPSES = new ScoreModel(ScoreKind.SYNAPSE, "synem");
  public static final ScoreModel CONTINUITY = new ScoreModel(ScoreKind.CONTINUITY, "connectem");

  private TinyScores() {}

  /// Seeded scores, one in five of them none.
  public static ScoreColumns random(ScoreModel model, int rows, long seed) {
    Random random = new Random(seed);
    float[][] columns = new float[model.kind().plainNames().size()][rows];
    for (float[] column : columns) {
      for (int i = 0; i < rows; i++) {
        column[i] = random.nextInt(5) == 0 ? Float.NaN : random.nextFloat();
      }
    }
    return ScoreColumns.of(model, columns);
  }

  /// Scores of 1.
  public static ScoreColumns ones(ScoreModel model, int rows) {
    float[][] columns = new float[model.kind().plainNames().size()][rows];
    for (float[] column : columns) {
      Arrays.fill(column, 1);
    }
    return ScoreColumns.of(model, columns);
  }

  /// Begins scores of the run [#CLASSIFY].
  public static void begin(GraphSink sink, ScoreModel... models) {
    sink.run(CLASSIFY);
    for (ScoreModel model : models) {
      sink.beginScores(new ScoresRow(model, CLASSIFY.id()));
    }
  }

  /// Adds scores to all rows of a graph that is loaded, and says that they are complete.
  public static void add(
      GraphSink sink, List<SegmentRow> segments, List<ContactRow> contacts, ScoreColumns scores) {
    begin(sink, scores.model());
    if (scores.model().kind().isOfContacts()) {
      sink.contactScores("all", CLASSIFY.id(), keys(contacts), scores);
    } else {
      List<Long> ids = segments.stream().map(SegmentRow::id).toList();
      sink.segmentScores("all", CLASSIFY.id(), ids, scores);
    }
    sink.completeScores(scores.model());
  }

  public static List<ContactKey> keys(List<ContactRow> contacts) {
    return contacts.stream().map(c -> new ContactKey(c.lowId(), c.highId(), c.piece())).toList();
  }
}
