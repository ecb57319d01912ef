package org.connectarium.reconstruction.segmentation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.ingest.volume.BadInputException;

/// Segments and border pieces of one block on disk; `docs/formats/tables.md` is the format. Written
/// whole or not at all.
///
/// @param segments in the order of their ids
/// @param pieces sorted by low id, high id, number
public record Table(List<SegmentRow> segments, List<Piece> pieces) {
  private static final int MAGIC = 0x43545431; // CTT1

  public Table {
    segments = List.copyOf(segments);
    pieces = List.copyOf(pieces);
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path temp = file.resolveSibling(file.getFileName() + ".tmp");
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(temp), 1 << 16))) {
      out.writeInt(MAGIC);
      out.writeInt(segments.size());
      out.writeInt(pieces.size());
      for (SegmentRow s : segments) {
        writeSegment(out, s);
      }
      for (Piece p : pieces) {
        writePiece(out, p);
      }
    }
    Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Reads a table.
  ///
  /// @throws BadInputException if the file is missing or damaged
  public static Table read(Path file) {
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      int magic = in.readInt();
      int segmentCount = in.readInt();
      int pieceCount = in.readInt();
      if (magic != MAGIC || segmentCount < 0 || pieceCount < 0) {
        throw damaged(file, null);
      }
      List<SegmentRow> segments = new ArrayList<>();
      for (int i = 0; i < segmentCount; i++) {
        segments.add(readSegment(in));
      }
      List<Piece> pieces = new ArrayList<>();
      for (int i = 0; i < pieceCount; i++) {
        pieces.add(readPiece(in));
      }
      return new Table(segments, pieces);
    } catch (EOFException e) {
      throw damaged(file, e);
    } catch (IOException e) {
      throw new BadInputException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static BadInputException damaged(
      Path file, @org.jspecify.annotations.Nullable Exception e) {
    String message = file + " is damaged; run the segmentation again with --from segment";
    return e == null ? new BadInputException(message) : new BadInputException(message, e);
  }

  private static void writeSegment(DataOutputStream out, SegmentRow s) throws IOException {
    out.writeLong(s.id());
    out.writeLong(s.voxels());
    var b = s.boundsVoxels();
    var c = s.covarianceNm2();
    for (double v :
        new double[] {
          s.xNm(),
          s.yNm(),
          s.zNm(),
          s.insideXNm(),
          s.insideYNm(),
          s.insideZNm(),
          c.xx(),
          c.xy(),
          c.xz(),
          c.yy(),
          c.yz(),
          c.zz()
        }) {
      out.writeDouble(v);
    }
    for (int v : new int[] {b.x0(), b.y0(), b.z0(), b.x1(), b.y1(), b.z1()}) {
      out.writeInt(v);
    }
  }

  private static SegmentRow readSegment(DataInputStream in) throws IOException {
    long id = in.readLong();
    long voxels = in.readLong();
    double[] d = new double[12];
    for (int i = 0; i < d.length; i++) {
      d[i] = in.readDouble();
    }
    int[] b = new int[6];
    for (int i = 0; i < b.length; i++) {
      b[i] = in.readInt();
    }
    return new SegmentRow(
        id,
        voxels,
        d[0],
        d[1],
        d[2],
        d[3],
        d[4],
        d[5],
        new SegmentRow.Bounds(b[0], b[1], b[2], b[3], b[4], b[5]),
        new SegmentRow.Covariance(d[6], d[7], d[8], d[9], d[10], d[11]));
  }

  private static void writePiece(DataOutputStream out, Piece p) throws IOException {
    out.writeLong(p.lowId());
    out.writeLong(p.highId());
    out.writeInt(p.number());
    out.writeDouble(p.areaUm2());
    out.writeLong(p.voxels());
    out.writeDouble(p.xNm());
    out.writeDouble(p.yNm());
    out.writeDouble(p.zNm());
    out.writeBoolean(p.face());
    out.writeFloat(p.boundary());
    out.writeLong(p.faces());
  }

  private static Piece readPiece(DataInputStream in) throws IOException {
    return new Piece(
        in.readLong(),
        in.readLong(),
        in.readInt(),
        in.readDouble(),
        in.readLong(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readBoolean(),
        in.readFloat(),
        in.readLong());
  }
}
