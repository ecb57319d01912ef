package org.connectarium.graph.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.SegmentRow;
import org.neo4j.graphdb.GraphDatabaseService;

/// Segments on a jittered lattice with seeded contacts between neighbours, some of them in several
/// pieces: large enough for agglomerates of several levels.
public final class Reef {
  static final double SPACING_NM = 100;

  private Reef() {}

  /// The id of a segment by its number from 0.
  public static long id(int number) {
    return SegmentId.pack(0, 0, 0, number + 1);
  }

  /// What was loaded.
  public record Rows(List<SegmentRow> segments, List<ContactRow> contacts) {}

  /// Loads edge³ of them.
  public static Rows load(GraphDatabaseService database, int edge, long seed) {
    Random random = new Random(seed);
    List<SegmentRow> segments = new ArrayList<>();
    List<ContactRow> contacts = new ArrayList<>();
    for (int z = 0; z < edge; z++) {
      for (int y = 0; y < edge; y++) {
        for (int x = 0; x < edge; x++) {
          int n = number(x, y, z, edge);
          segments.add(segment(n, x, y, z, random));
          contact(contacts, n, x + 1 < edge ? number(x + 1, y, z, edge) : -1, random);
          contact(contacts, n, y + 1 < edge ? number(x, y + 1, z, edge) : -1, random);
          contact(contacts, n, z + 1 < edge ? number(x, y, z + 1, edge) : -1, random);
        }
      }
    }
    try (GraphSink sink = GraphSink.embedded(database)) {
      TinyConnectome.load(sink, segments, contacts);
    }
    return new Rows(segments, contacts);
  }

  private static int number(int x, int y, int z, int edge) {
    return (z * edge + y) * edge + x;
  }

  private static SegmentRow segment(int n, int x, int y, int z, Random random) {
    double px = (x + random.nextDouble()) * SPACING_NM;
    double py = (y + random.nextDouble()) * SPACING_NM;
    double pz = (z + random.nextDouble()) * SPACING_NM;
    return new SegmentRow(
        id(n),
        100 + random.nextInt(900),
        px,
        py,
        pz,
        px,
        py,
        pz,
        new SegmentRow.Bounds(10 * x, 10 * y, 10 * z, 10 * x + 10, 10 * y + 10, 10 * z + 10),
        new SegmentRow.Covariance(100, 1, 2, 90, 3, 80),
        new SegmentRow.Shape(
            50, new SegmentRow.Axis(1, 0, 0), new SegmentRow.Deviations(30, 20, 10)));
  }

  private static void contact(List<ContactRow> contacts, int a, int b, Random random) {
    int pieces = b < 0 ? 0 : random.nextInt(4) == 0 ? 2 : 1;
    for (int piece = 0; piece < pieces; piece++) {
      float p = (float) random.nextDouble();
      boolean face = random.nextInt(30) == 0;
      contacts.add(
          new ContactRow(
              Math.min(id(a), id(b)),
              Math.max(id(a), id(b)),
              piece,
              0.1,
              1 + random.nextInt(200),
              100,
              100,
              100,
              new ContactRow.Normal(0, 0, 1),
              face,
              1 - p,
              new ContactRow.Spread(0.1f, 10, 20, 30, 40, 50),
              p));
    }
  }
}
