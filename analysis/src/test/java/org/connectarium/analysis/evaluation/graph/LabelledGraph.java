package org.connectarium.analysis.evaluation.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.connectarium.analysis.evaluation.Contingency;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.graph.truth.OverlapRow;
import org.connectarium.graph.truth.SkeletonRow;
import org.connectarium.graph.truth.TruthSink;
import org.neo4j.graphdb.GraphDatabaseService;

/// A graph for tests, made from labels: segments 1…n of block (0, 0, 0), their centroids at 100 nm
/// times their number on x.
final class LabelledGraph {
  static final RunRow RUN = new RunRow("run-1", "segment", "0.1.0", "{}", "cafe", "", "", 7);

  private LabelledGraph() {}

  static long id(long number) {
    return number == 0 ? 0 : SegmentId.pack(0, 0, 0, (int) number);
  }

  static ContactRow contact(int low, int high, double pContinuity) {
    return new ContactRow(
        id(low),
        id(high),
        0,
        1,
        50,
        0,
        0,
        0,
        new ContactRow.Normal(1, 0, 0),
        false,
        0,
        new ContactRow.Spread(0, 0, 0, 0, 0, 0),
        (float) pContinuity);
  }

  /// Loads segments, contacts, and the overlaps of the labels as truth `volume`.
  static void load(
      GraphDatabaseService database, long[] segments, long[] truth, List<ContactRow> contacts) {
    try (GraphSink sink = GraphSink.embedded(database)) {
      sink.clearSegmentation();
      sink.run(RUN);
      List<SegmentRow> rows = new ArrayList<>();
      for (long s :
          IntStream.range(0, segments.length)
              .mapToLong(i -> segments[i])
              .distinct()
              .sorted()
              .toArray()) {
        if (s != 0) {
          rows.add(
              segment(
                  s, IntStream.range(0, segments.length).filter(i -> segments[i] == s).count()));
        }
      }
      sink.segments("s", RUN.id(), rows);
      sink.contacts("c", RUN.id(), contacts);
    }
    List<OverlapRow> overlaps = new ArrayList<>();
    for (Contingency.Overlap o : Contingency.of(segments, truth).overlaps()) {
      overlaps.add(new OverlapRow(id(o.segment()), o.truth(), o.voxels()));
    }
    new TruthSink(database).cells("volume", RUN, overlaps);
  }

  /// A straight skeleton with a node every 1,000 nm on x, from 0 on.
  static SkeletonRow skeleton(long cell, long... segments) {
    int n = segments.length;
    float[] xNm = new float[n];
    int[] parent = new int[n];
    long[] ids = new long[n];
    for (int i = 0; i < n; i++) {
      xNm[i] = 1000 * i;
      parent[i] = i - 1;
      ids[i] = id(segments[i]);
    }
    return new SkeletonRow(cell, xNm, new float[n], new float[n], parent, ids);
  }

  private static SegmentRow segment(long number, long voxels) {
    return new SegmentRow(
        id(number),
        voxels,
        100 * number,
        0,
        0,
        100 * number,
        0,
        0,
        new SegmentRow.Bounds(0, 0, 0, 1, 1, 1),
        new SegmentRow.Covariance(1, 0, 0, 1, 0, 1),
        new SegmentRow.Shape(2, new SegmentRow.Axis(1, 0, 0), new SegmentRow.Deviations(1, 1, 1)));
  }
}
