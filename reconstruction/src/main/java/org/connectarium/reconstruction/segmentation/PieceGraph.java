package org.connectarium.reconstruction.segmentation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.hierarchy.ContactSource;
import org.connectarium.reconstruction.hierarchy.Linkage;
import org.connectarium.reconstruction.hierarchy.MergeHierarchy;

/// All border pieces as contacts between objects: segments that a block face cut in two are one.
/// Segments have numbers 0…n − 1 by their ids; an object has that of its first segment.
///
/// Memory: 12 bytes a segment, 20 where sizes count; pieces are read from their tables each time.
final class PieceGraph implements ContactSource {
  private final List<TableFile> tables;
  private final long[] ids;
  private final DisjointSets objects;
  private final Linkage linkage;
  private final float[] probability;
  private int between;

  /// @param probability that take the place of the evidence; a piece of NaN says nothing
  PieceGraph(List<TableFile> tables, Linkage linkage, Optional<float[]> probability) {
    this.tables = tables;
    this.linkage = linkage;
    this.probability = probability.orElse(new float[0]);
    int pieces = tables.stream().mapToInt(TableFile::pieces).sum();
    if (probability.isPresent() && this.probability.length != pieces) {
      throw new IllegalArgumentException(
          this.probability.length + " probabilities for " + pieces + " border pieces");
    }
    ids = ids(tables);
    objects = new DisjointSets(ids.length);
    forEachPiece(
        (low, high, piece) -> {
          if (piece.face()) {
            objects.join(low, high);
          }
        });
    int[] n = {0};
    forEachPiece((low, high, _) -> between += counts(n[0]++, low, high) ? 1 : 0);
  }

  private boolean counts(int piece, int low, int high) {
    return isBetweenObjects(low, high)
        && (probability.length == 0 || !Float.isNaN(probability[piece]));
  }

  /// The ids of all segments, ascending.
  static long[] ids(List<TableFile> tables) {
    long[] all = new long[tables.stream().mapToInt(TableFile::segments).sum()];
    int[] n = {0};
    for (TableFile table : tables) {
      table.forEachId(id -> all[n[0]++] = id);
    }
    Arrays.sort(all);
    return all;
  }

  /// Sees a piece with the numbers of its segments.
  interface Each {
    void piece(int low, int high, Piece piece);
  }

  private void forEachPiece(Each each) {
    forEachPiece(tables, ids, each);
  }

  /// Goes through all pieces, table by table.
  static void forEachPiece(List<TableFile> tables, long[] ids, Each each) {
    for (TableFile table : tables) {
      table.forEachPiece(
          piece -> each.piece(number(ids, piece.lowId()), number(ids, piece.highId()), piece));
    }
  }

  private static int number(long[] ids, long id) {
    int at = Arrays.binarySearch(ids, id);
    if (at < 0) {
      throw new BadInputException(
          "A table has a border of segment "
              + id
              + " but no such segment; run the segmentation again with --from segment");
    }
    return at;
  }

  /* Of each object, at its first segment; not counted unless they are asked for. */
  private long[] voxels() {
    if (!(linkage instanceof Linkage.Size)) {
      return new long[0];
    }
    long[] voxels = new long[ids.length];
    for (TableFile table : tables) {
      table.forEachSegment(row -> voxels[objects.root(number(ids, row.id()))] += row.voxels());
    }
    return voxels;
  }

  private boolean isBetweenObjects(int low, int high) {
    return objects.root(low) != objects.root(high);
  }

  @Override
  public int size() {
    return between;
  }

  @Override
  public void forEach(Visitor visitor) {
    int[] n = {0};
    forEachPiece(
        (low, high, p) -> {
          int piece = n[0]++;
          if (counts(piece, low, high)) {
            visitor.contact(
                objects.root(low),
                objects.root(high),
                probability.length == 0 ? 1 - p.boundary() : probability[piece],
                p.faces() > 0 ? p.faces() : p.voxels() / 4.0);
          }
        });
  }

  /// The score of each piece in the order of the tables, 1 inside an object, 0 where a piece says
  /// nothing.
  float[] scores() {
    MergeHierarchy hierarchy = MergeHierarchy.of(ids, this, linkage, voxels());
    float[] scores = new float[tables.stream().mapToInt(TableFile::pieces).sum()];
    int[] n = {0, 0};
    forEachPiece(
        (low, high, _) -> {
          int piece = n[0]++;
          if (!isBetweenObjects(low, high)) {
            scores[piece] = 1;
          } else if (counts(piece, low, high)) {
            scores[piece] = (float) hierarchy.continuity(n[1]++);
          }
        });
    return scores;
  }
}
