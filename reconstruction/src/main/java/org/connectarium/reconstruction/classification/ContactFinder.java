package org.connectarium.reconstruction.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.segmentation.BlockBorders;
import org.connectarium.reconstruction.segmentation.BlockSegmentation;
import org.connectarium.reconstruction.segmentation.Piece;
import org.connectarium.reconstruction.segmentation.SegmentObjects;
import org.connectarium.reconstruction.segmentation.TableFile;

/// Finds the border pieces that people mean who point at a contact, or name its two segments.
///
/// A point means the piece with the nearest interface voxel, no farther than [#REACH_NM]. Two
/// segments mean the pieces between their objects, as block faces cut cells where nobody sees it;
/// with a point besides the nearest to it, however far; without one those of the very segments, if
/// there are any.
/// Memory: one block, and the pieces between segments that are asked for.
public final class ContactFinder {
  /// How far from a contact a point may lie, in nm.
  public static final double REACH_NM = 100;

  private final ClassifiedVolume volume;
  private final BlockSegmentation segmentation;
  private final N5Dataset segments;
  private final SegmentObjects objects;

  /// @param segmentation finished
  public ContactFinder(ClassifiedVolume volume, BlockSegmentation segmentation) {
    this.volume = volume;
    this.segmentation = segmentation;
    segments = volume.segments().open();
    objects = SegmentObjects.of(segmentation.tables());
  }

  /// A position in voxels of the volume, 0 at the centre of the first one.
  public record Point(double x, double y, double z) {
    private double squareNm(long vx, long vy, long vz, VoxelSize nm) {
      double dx = (vx - x) * nm.xNm();
      double dy = (vy - y) * nm.yNm();
      double dz = (vz - z) * nm.zNm();
      return dx * dx + dy * dy + dz * dz;
    }
  }

  /// Two segments.
  public record Pair(long one, long other) {
    private boolean joins(Piece p) {
      return p.lowId() == Math.min(one, other) && p.highId() == Math.max(one, other);
    }
  }

  private Pair objects(long one, long other) {
    long a = objects.of(one);
    long b = objects.of(other);
    return new Pair(Math.min(a, b), Math.max(a, b));
  }

  private Pair objects(Pair pair) {
    return objects(pair.one, pair.other);
  }

  private Pair objects(Piece piece) {
    return objects(piece.lowId(), piece.highId());
  }

  /// Whether the side of the lower id of a piece is of the object of a segment.
  public boolean isLowSide(Piece piece, long segment) {
    return objects.of(segment) == objects.of(piece.lowId());
  }

  /// What somebody means; a point, a pair, or both.
  public record Wanted(Optional<Point> point, Optional<Pair> pair) {
    public Wanted {
      if (point.isEmpty() && pair.isEmpty()) {
        throw new IllegalArgumentException("A contact needs a point or two segments");
      }
    }
  }

  /// The segment at a point, 0 = none.
  ///
  /// @return empty where the point is outside of the volume
  public OptionalLong segmentAt(Point p) {
    long x = Math.round(p.x);
    long y = Math.round(p.y);
    long z = Math.round(p.z);
    return volume.volume().contains(x, y, z)
        ? OptionalLong.of(segments.readLongs(new Box(x, y, z, x + 1, y + 1, z + 1))[0])
        : OptionalLong.empty();
  }

  /// What was found.
  ///
  /// @param pieces one, but several if two segments touch at several places and no point says which
  /// @param problem why there are none; empty if there are
  public record Found(List<Piece> pieces, String problem) {}

  /* The nearest border so far. */
  private static final class Nearest {
    double squareNm = Double.POSITIVE_INFINITY;
    List<Piece> piece = List.of();
  }

  /// Finds all.
  ///
  /// @return what was found of each, in their order
  public List<Found> find(List<Wanted> all) {
    Map<Long, Boolean> known = new HashMap<>();
    all.forEach(
        w ->
            w.pair.ifPresent(
                pair -> {
                  known.put(pair.one, false);
                  known.put(pair.other, false);
                }));
    Map<Pair, List<Piece>> between = between(all, known);
    List<Nearest> nearest = nearest(all, between);
    List<Found> out = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      out.add(checked(found(all.get(i), known, between, nearest.get(i))));
    }
    return out;
  }

  /* One pass through the tables: pieces of the pairs, and whether their segments exist. */
  private Map<Pair, List<Piece>> between(List<Wanted> all, Map<Long, Boolean> known) {
    Map<Pair, List<Piece>> between = new HashMap<>();
    all.forEach(w -> w.pair.ifPresent(pair -> between.put(objects(pair), new ArrayList<>())));
    if (between.isEmpty()) {
      return between;
    }
    for (TableFile table : TableFile.open(segmentation.tables())) {
      table.forEachSegment(row -> known.computeIfPresent(row.id(), (_, _) -> true));
      table.forEachPiece(
          piece -> {
            List<Piece> list = between.get(objects(piece));
            if (list != null) {
              list.add(piece);
            }
          });
    }
    return between;
  }

  /* Blocks are looked at once, and only those that a point may mean. */
  private List<Nearest> nearest(List<Wanted> all, Map<Pair, List<Piece>> between) {
    List<Nearest> nearest = new ArrayList<>();
    all.forEach(_ -> nearest.add(new Nearest()));
    BlockBorders borders = volume.borders().open();
    for (Box block : segmentation.done()) {
      List<Integer> here = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        if (concerns(all.get(i), block, between)) {
          here.add(i);
        }
      }
      if (!here.isEmpty()) {
        Box around = block.grow(1, 1, 1).intersect(volume.volume());
        for (BlockBorders.Border border : borders.of(block, around)) {
          here.forEach(i -> look(all.get(i), border, around, nearest.get(i)));
        }
      }
    }
    return nearest;
  }

  private boolean concerns(Wanted w, Box block, Map<Pair, List<Piece>> between) {
    if (w.point.isEmpty()) {
      return false;
    }
    if (w.pair.isPresent()) {
      return between.getOrDefault(objects(w.pair.get()), List.of()).size() > 1;
    }
    VoxelSize nm = volume.voxelSize();
    Point p = w.point.get();
    return block
        .grow(reach(nm.xNm()), reach(nm.yNm()), reach(nm.zNm()))
        .contains(Math.round(p.x), Math.round(p.y), Math.round(p.z));
  }

  private static long reach(double edgeNm) {
    return 2 + (long) (REACH_NM / edgeNm);
  }

  private void look(Wanted w, BlockBorders.Border border, Box around, Nearest nearest) {
    Piece piece = border.piece();
    Point point = w.point.orElseThrow();
    Pair pair = objects(piece);
    boolean isFace = pair.one == pair.other;
    if (w.pair.isPresent() ? !objects(w.pair.get()).equals(pair) : isFace) {
      return;
    }
    double least = nearest.squareNm;
    for (int voxel : border.voxels()) {
      long x = around.x0() + voxel % around.sizeX();
      long y = around.y0() + voxel / around.sizeX() % around.sizeY();
      long z = around.z0() + voxel / around.sizeX() / around.sizeY();
      least = Math.min(least, point.squareNm(x, y, z, volume.voxelSize()));
    }
    if (least < nearest.squareNm) {
      nearest.squareNm = least;
      nearest.piece = List.of(piece);
    }
  }

  private Found found(
      Wanted w, Map<Long, Boolean> known, Map<Pair, List<Piece>> between, Nearest nearest) {
    if (w.pair.isEmpty()) {
      return nearest.squareNm <= REACH_NM * REACH_NM
          ? new Found(nearest.piece, "")
          : problem("no contact within " + (long) REACH_NM + " nm of the point");
    }
    Pair pair = w.pair.get();
    for (long id : List.of(pair.one, pair.other)) {
      if (!known.getOrDefault(id, false)) {
        return problem("there is no segment " + id);
      }
    }
    if (objects.of(pair.one) == objects.of(pair.other)) {
      return problem(
          "segments %d and %d are one object, cut by a block face".formatted(pair.one, pair.other));
    }
    List<Piece> pieces = between.getOrDefault(objects(pair), List.of());
    if (pieces.isEmpty()) {
      return problem("segments %d and %d do not touch".formatted(pair.one, pair.other));
    }
    if (pieces.size() > 1 && w.point.isPresent()) {
      return new Found(nearest.piece, "");
    }
    List<Piece> own = pieces.stream().filter(pair::joins).toList();
    return new Found(own.isEmpty() ? pieces : own, "");
  }

  /* What is not classified cannot be learnt from. */
  private Found checked(Found found) {
    List<Piece> pieces =
        found.pieces.stream().filter(p -> p.voxels() >= volume.minContactVoxels()).toList();
    if (found.problem.isEmpty() && pieces.isEmpty()) {
      Piece largest = Collections.max(found.pieces, Comparator.comparingLong(Piece::voxels));
      return problem(
          "the contact of segments %d and %d has %d voxels; below %d they are not classified"
              .formatted(
                  largest.lowId(), largest.highId(), largest.voxels(), volume.minContactVoxels()));
    }
    return new Found(pieces, found.problem);
  }

  private static Found problem(String text) {
    return new Found(List.of(), text);
  }
}
