package org.connectarium.reconstruction.segmentation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Which segments are pieces of one object that block faces have cut. 12 bytes a segment.
public final class SegmentObjects {
  private final long[] ids;
  private final DisjointSets objects;

  private SegmentObjects(long[] ids, DisjointSets objects) {
    this.ids = ids;
    this.objects = objects;
  }

  /// Reads the tables of a whole segmentation.
  ///
  /// @throws org.connectarium.ingest.volume.BadInputException if a table is damaged
  public static SegmentObjects of(List<Path> tables) {
    List<TableFile> files = TableFile.open(tables);
    long[] ids = PieceGraph.ids(files);
    DisjointSets objects = new DisjointSets(ids.length);
    PieceGraph.forEachPiece(
        files,
        ids,
        (low, high, piece) -> {
          if (piece.face()) {
            objects.join(low, high);
          }
        });
    return new SegmentObjects(ids, objects);
  }

  /// The object of a segment, named by its lowest segment id; an id of no segment stays.
  public synchronized long of(long segment) {
    int number = Arrays.binarySearch(ids, segment);
    return number < 0 ? segment : ids[objects.root(number)];
  }
}
