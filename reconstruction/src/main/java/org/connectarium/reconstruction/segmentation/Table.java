package org.connectarium.reconstruction.segmentation;

import java.io.DataOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.ingest.file.WholeFile;

/// Segments and border pieces of one block. On disk it is a [TableFile], written whole or not at
/// all.
///
/// @param segments in the order of their ids
/// @param pieces sorted by low id, high id, number
public record Table(List<SegmentRow> segments, List<Piece> pieces) {
  public Table {
    segments = List.copyOf(segments);
    pieces = List.copyOf(pieces);
  }

  /// Reads a table.
  ///
  /// @throws org.connectarium.ingest.volume.BadInputException if the file is missing or damaged
  public static Table read(Path path) {
    TableFile file = TableFile.open(path);
    List<SegmentRow> segments = new ArrayList<>(file.segments());
    List<Piece> pieces = new ArrayList<>(file.pieces());
    file.forEachSegment(segments::add);
    file.forEachPiece(pieces::add);
    return new Table(segments, pieces);
  }

  void write(Path file) {
    WholeFile.stream(
        file,
        stream -> {
          DataOutputStream out = new DataOutputStream(stream);
          out.writeInt(TableRows.MAGIC);
          out.writeInt(segments.size());
          out.writeInt(pieces.size());
          for (SegmentRow s : segments) {
            TableRows.write(out, s);
          }
          for (Piece p : pieces) {
            TableRows.write(out, p);
          }
        });
  }
}
