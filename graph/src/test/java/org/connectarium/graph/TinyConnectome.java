package org.connectarium.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.sink.SegmentRow;

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
        new SegmentRow.Covariance(100, 1, 2, 90, 3, 80));
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
        face,
        (float) (1 - pContinuity),
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

  /// Loads rows as batches `segments` and `contacts`.
  public static void load(GraphSink sink, List<SegmentRow> segments, List<ContactRow> contacts) {
    sink.run(RUN);
    sink.segments("segments", RUN.id(), segments);
    sink.contacts("contacts", RUN.id(), contacts);
  }
}
