package org.connectarium.reconstruction.skeleton;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;

/// The pieces of one block on disk, there as a whole or not at all. Big-endian:
///
/// ```
/// int 0x534b4c31 "SKL1", int pieces, then for each piece
///   long label, long voxels, int nodes, then for each node
///     int x, int y, int z, float radiusNm, int parent
/// ```
final class PieceFile {
  private static final int MAGIC = 0x534b4c31;

  private PieceFile() {}

  static void write(Path file, List<Piece> pieces) {
    WholeFile.stream(
        file,
        stream -> {
          DataOutputStream out = new DataOutputStream(stream);
          out.writeInt(MAGIC);
          out.writeInt(pieces.size());
          for (Piece piece : pieces) {
            out.writeLong(piece.label());
            out.writeLong(piece.voxels());
            out.writeInt(piece.parent().length);
            for (int i = 0; i < piece.parent().length; i++) {
              out.writeInt(piece.x()[i]);
              out.writeInt(piece.y()[i]);
              out.writeInt(piece.z()[i]);
              out.writeFloat(piece.radiusNm()[i]);
              out.writeInt(piece.parent()[i]);
            }
          }
          out.flush();
        });
  }

  /// @throws BadInputException if the file is missing or damaged
  static List<Piece> read(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MAGIC) {
        throw new EOFException();
      }
      int count = in.readInt();
      List<Piece> pieces = new ArrayList<>();
      for (int p = 0; p < count; p++) {
        pieces.add(piece(in, Files.size(file)));
      }
      return pieces;
    } catch (EOFException e) {
      throw new BadInputException(file + " is damaged; delete it and start again", e);
    } catch (IOException e) {
      throw new BadInputException("Cannot read " + file + ": " + WholeFile.reason(e), e);
    }
  }

  private static Piece piece(DataInputStream in, long fileBytes) throws IOException {
    long label = in.readLong();
    long voxels = in.readLong();
    int n = in.readInt();
    if (n < 0 || 20L * n > fileBytes) {
      throw new EOFException();
    }
    Piece piece =
        new Piece(label, voxels, new int[n], new int[n], new int[n], new float[n], new int[n]);
    for (int i = 0; i < n; i++) {
      piece.x()[i] = in.readInt();
      piece.y()[i] = in.readInt();
      piece.z()[i] = in.readInt();
      piece.radiusNm()[i] = in.readFloat();
      piece.parent()[i] = in.readInt();
      if (piece.parent()[i] < -1 || piece.parent()[i] >= i) {
        throw new EOFException();
      }
    }
    return piece;
  }
}
