package org.connectarium.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.graph.truth.OverlapRow;
import org.connectarium.graph.truth.SkeletonRow;
import org.connectarium.graph.truth.TruthSink;
import org.neo4j.graphdb.GraphDatabaseService;

/// Rows for tests: segments 1, 2, 3, … of block (0, 0, 0).
public final class TinyConnectome {
  public static final RunRow RUN =
      new RunRow("run-1", "segment", "0.1.0", "{}", "cafe", "2026-01-01T00:00:00Z", "", 7);

  private TinyConnectome() {}

  public static long id(int number) {
    return SegmentId.pack(0, 0, 0, number);
  }

  public static SegmentRow segment(int number, long voxels) {
    return new SegmentRow(
        id(number),
        voxels,
        100.0 * number,
        50,
        25,
        100.0 * number + 1,
        51,
        26,
        new SegmentRow.Bounds(number, 0, 0, number + 10, 10, 10),
        new SegmentRow.Covariance(100, 1, 2, 90, 3, 80),
        new SegmentRow.Shape(
            20 + number, new SegmentRow.Axis(0.6f, 0, 0.8f), new SegmentRow.Deviations(9, 8, 7)));
  }

  public static ContactRow contact(int low, int high, double pContinuity) {
    return contact(low, high, 0, 50, false, pContinuity);
  }

  public static ContactRow contact(
      int low, int high, int piece, long voxels, boolean face, double pContinuity) {
    return new ContactRow(
        id(low),
        id(high),
        piece,
        0.01 * voxels,
        voxels,
        50.0 * (low + high),
        50,
        25,
        new ContactRow.Normal(0.6f, 0.8f, 0.001f * low),
        face,
        (float) (1 - pContinuity),
        new ContactRow.Spread(0.125f, 0, low % 9, 9, 200, 255),
        (float) pContinuity);
  }

  /// Segments 1…n, each of 100·number voxels.
  public static List<SegmentRow> segments(int n) {
    List<SegmentRow> rows = new ArrayList<>();
    for (int i = 1; i <= n; i++) {
      rows.add(segment(i, 100L * i));
    }
    return rows;
  }

  /// Seeded contacts between segments 1…n, each with a few of its successors.
  public static List<ContactRow> randomContacts(int n, int perSegment, long seed) {
    Random random = new Random(seed);
    List<ContactRow> rows = new ArrayList<>();
    for (int low = 1; low < n; low++) {
      for (int k = 0; k < perSegment; k++) {
        int high = Math.min(n, low + 1 + random.nextInt(30));
        rows.add(
            contact(
                low,
                high,
                k,
                1 + random.nextInt(500),
                random.nextInt(50) == 0,
                random.nextDouble()));
      }
    }
    return rows;
  }

  /// Truth about segments 1…5: cell 7 has 1, 2 and a part of 3, cell 8 the rest of 3 and a voxel
  /// of 4, cell 9 is 5 and five voxels in no segment; a skeleton of cell 7 goes from 1 to 2 and 3.
  public static void loadTruth(GraphDatabaseService database) {
    loadTruth(new TruthSink(database));
  }

  /// The same in another way.
  public static void loadTruth(TruthSink truth) {
    truth.cells(
        "volume",
        RUN,
        List.of(
            new OverlapRow(id(1), 7, 100),
            new OverlapRow(id(2), 7, 200),
            new OverlapRow(id(3), 7, 60),
            new OverlapRow(id(3), 8, 240),
            new OverlapRow(id(4), 8, 1),
            new OverlapRow(id(5), 9, 500),
            new OverlapRow(0, 9, 5)));
    truth.skeletons("skeletons", RUN, List.of(skeleton(7, id(1), id(2), 0, id(3))));
  }

  /// A straight skeleton with a node every 100 nm.
  public static SkeletonRow skeleton(long cell, long... segmentIds) {
    int n = segmentIds.length;
    float[] xNm = new float[n];
    int[] parent = new int[n];
    for (int i = 0; i < n; i++) {
      xNm[i] = 100 * (i + 1);
      parent[i] = i - 1;
    }
    return new SkeletonRow(cell, xNm, new float[n], new float[n], parent, segmentIds);
  }

  /// Loads rows as batches `segments` and `contacts`.
  public static void load(GraphSink sink, List<SegmentRow> segments, List<ContactRow> contacts) {
    sink.run(RUN);
    sink.segments("segments", RUN.id(), segments);
    sink.contacts("contacts", RUN.id(), contacts);
  }
}
