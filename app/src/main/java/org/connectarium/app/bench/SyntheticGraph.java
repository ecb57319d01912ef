package org.connectarium.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.connectarium.graph.bulk.BulkSink;
import org.connectarium.graph.bulk.BulkSize;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.graph.store.StoreOptions;

/// A made-up graph with the shape of a segmented tissue block: segments on a jittered lattice of
/// 330 nm, in blocks of 18³, each with six or seven contacts to neighbours in space. One contact
/// in 60 goes to the first segment of the block instead, which so has hundreds: a dendrite or glia
/// cell among fragments. Always the same rows; nothing is held.
final class SyntheticGraph {
  static final int BLOCK = 18;
  private static final double CELL_NM = 330;
  private static final int VOXEL_NM = 10;
  private static final int[][] NEIGHBOURS = {
    {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}
  };
  private static final int HUB_ONE_IN = 60;

  private final int edge;
  private final int blocks;

  /// A lattice of so many segments along each edge.
  SyntheticGraph(int edge) {
    this.edge = edge;
    this.blocks = (edge + BLOCK - 1) / BLOCK;
  }

  /// As many segments as the tissue block of FocusEM at `large`, a tenth at each smaller size.
  static SyntheticGraph of(Size size) {
    return new SyntheticGraph(
        switch (size) { // cube roots of 15,030,572 and of 1/10, 1/100 and 1/1000 of it
          case tiny -> 25;
          case small -> 53;
          case medium -> 115;
          case large -> 247;
        });
  }

  /// Loads everything in bulk into a new graph.
  void load(Path home, long contacts) {
    BulkSize size = new BulkSize(segments(), contacts);
    try (GraphSink sink = BulkSink.create(home, StoreOptions.DEFAULT, size)) {
      sink.run(new RunRow("bench", "segment", "", "{}", "", "", "", 0));
      for (int block = 0; block < blocks(); block++) {
        sink.segments("segments-" + block, "bench", segments(block));
      }
      for (int block = 0; block < blocks(); block++) {
        sink.contacts("contacts-" + block, "bench", contacts(block));
      }
      sink.finish();
    }
  }

  double edgeNm() {
    return edge * CELL_NM;
  }

  /// The id of segment i, in the order of the lattice.
  long segmentId(long i) {
    return id(i);
  }

  int blocks() {
    return blocks * blocks * blocks;
  }

  long segments() {
    return (long) edge * edge * edge;
  }

  /// The contacts, by going through all of them.
  long contacts() {
    long n = 0;
    for (int block = 0; block < blocks(); block++) {
      for (long cell : cells(block)) {
        for (int k = 0; k < NEIGHBOURS.length; k++) {
          n += other(cell, k) < 0 ? 0 : 1;
        }
      }
    }
    return n;
  }

  List<SegmentRow> segments(int block) {
    List<SegmentRow> rows = new ArrayList<>();
    for (long cell : cells(block)) {
      rows.add(segment(cell));
    }
    return rows;
  }

  /// Contacts that begin in this block; their other end may lie in another.
  List<ContactRow> contacts(int block) {
    List<ContactRow> rows = new ArrayList<>();
    for (long cell : cells(block)) {
      for (int k = 0; k < NEIGHBOURS.length; k++) {
        long other = other(cell, k);
        if (other >= 0) {
          rows.add(contact(cell, other, k));
        }
      }
    }
    return rows;
  }

  private SegmentRow segment(long cell) {
    long h = hash(cell);
    double x = (x(cell) + part(h, 0)) * CELL_NM;
    double y = (y(cell) + part(h, 8)) * CELL_NM;
    double z = (z(cell) + part(h, 16)) * CELL_NM;
    int half = 10 + (int) (30 * part(h, 24));
    int vx = (int) x / VOXEL_NM;
    int vy = (int) y / VOXEL_NM;
    int vz = (int) z / VOXEL_NM;
    double v = 1e3 + 1e5 * part(h, 32);
    return new SegmentRow(
        id(cell),
        100 + (h >>> 50),
        x,
        y,
        z,
        vx * VOXEL_NM + VOXEL_NM / 2.0,
        vy * VOXEL_NM + VOXEL_NM / 2.0,
        vz * VOXEL_NM + VOXEL_NM / 2.0,
        new SegmentRow.Bounds(
            Math.max(0, vx - half),
            Math.max(0, vy - half),
            Math.max(0, vz - half),
            vx + half,
            vy + half,
            vz + half),
        new SegmentRow.Covariance(v, v / 9, -v / 7, v / 2, v / 5, v / 3),
        new SegmentRow.Shape(
            (float) (30 + 300 * part(h, 40)),
            new SegmentRow.Axis((float) part(h, 8), (float) part(h, 16), 0.5f),
            new SegmentRow.Deviations(
                (float) Math.sqrt(v), (float) Math.sqrt(v / 2), (float) Math.sqrt(v / 3))));
  }

  private ContactRow contact(long cell, long other, int k) {
    long h = hash(cell * NEIGHBOURS.length + k);
    long a = id(cell);
    long b = id(other);
    boolean face = a >>> 24 != b >>> 24 && h % 3 == 0;
    float boundary = (float) part(h, 8);
    return new ContactRow(
        Math.min(a, b),
        Math.max(a, b),
        isHub(cell, k) ? (int) (h >>> 60) : 0,
        0.001 + 0.2 * part(h, 16),
        10 + (h >>> 54),
        (x(cell) + x(other) + part(h, 24)) * CELL_NM / 2,
        (y(cell) + y(other) + part(h, 32)) * CELL_NM / 2,
        (z(cell) + z(other) + part(h, 40)) * CELL_NM / 2,
        new ContactRow.Normal((float) part(h, 24), (float) part(h, 32), (float) part(h, 40)),
        face,
        boundary,
        new ContactRow.Spread(
            (float) part(h, 16) / 4,
            (int) (64 * boundary),
            (int) (128 * boundary),
            (int) (192 * boundary),
            (int) (224 * boundary),
            (int) (255 * boundary)),
        face ? 1 : 1 - boundary);
  }

  /* The cell at the other end of contact k, or -1: there is none. */
  private long other(long cell, int k) {
    if (isHub(cell, k)) {
      long hub = cell(x(cell) / BLOCK * BLOCK, y(cell) / BLOCK * BLOCK, z(cell) / BLOCK * BLOCK);
      return hub == cell ? -1 : hub;
    }
    int x = x(cell) + NEIGHBOURS[k][0];
    int y = y(cell) + NEIGHBOURS[k][1];
    int z = z(cell) + NEIGHBOURS[k][2];
    boolean there = x < edge && y < edge && z < edge;
    boolean last = k == NEIGHBOURS.length - 1;
    return there && (!last || hash(cell) % 4 != 0) ? cell(x, y, z) : -1;
  }

  private static boolean isHub(long cell, int k) {
    return Math.floorMod(hash(~cell) + k, HUB_ONE_IN) == 0;
  }

  /* The cells of a block in the order of its segment numbers. */
  private long[] cells(int block) {
    int x0 = block % blocks * BLOCK;
    int y0 = block / blocks % blocks * BLOCK;
    int z0 = block / blocks / blocks * BLOCK;
    int nx = Math.min(BLOCK, edge - x0);
    int ny = Math.min(BLOCK, edge - y0);
    int nz = Math.min(BLOCK, edge - z0);
    long[] cells = new long[nx * ny * nz];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(x0 + i % nx, y0 + i / nx % ny, z0 + i / nx / ny);
    }
    return cells;
  }

  private long id(long cell) {
    int x = x(cell);
    int y = y(cell);
    int z = z(cell);
    int number = (z % BLOCK * BLOCK + y % BLOCK) * BLOCK + x % BLOCK;
    return SegmentId.pack(x / BLOCK, y / BLOCK, z / BLOCK, 1 + number);
  }

  private long cell(int x, int y, int z) {
    return ((long) z * edge + y) * edge + x;
  }

  private int x(long cell) {
    return (int) (cell % edge);
  }

  private int y(long cell) {
    return (int) (cell / edge % edge);
  }

  private int z(long cell) {
    return (int) (cell / edge / edge);
  }

  private static double part(long hash, int shift) {
    return (hash >>> shift & 255) / 255.0;
  }

  private static long hash(long n) {
    long h = (n + 1) * 0x9E3779B97F4A7C15L;
    h = (h ^ h >>> 30) * 0xBF58476D1CE4E5B9L;
    h = (h ^ h >>> 27) * 0x94D049BB133111EBL;
    return h ^ h >>> 31;
  }
}
