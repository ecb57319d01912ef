package org.connectarium.reconstruction.classification;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;

/// What classifying one block leaves: probabilities of its contacts, and the texture of its
/// segments, from which types are told when all blocks are done.
///
/// @param contacts continuity, synapse, reverse synapse of each border piece, those of the block's
///     table first, then those of its faces; NaN where nothing was asked
/// @param segments texture of segments 1 … n
record BlockScores(List<float[]> contacts, List<float[]> segments) {
  private static final int MAGIC = 0x43544b31; // CTK1
  static final int PER_CONTACT = 3;

  void write(Path file) {
    WholeFile.stream(
        file,
        stream -> {
          DataOutputStream out = new DataOutputStream(stream);
          out.writeInt(MAGIC);
          rows(out, contacts);
          rows(out, segments);
        });
  }

  private static void rows(DataOutputStream out, List<float[]> rows) throws IOException {
    out.writeInt(rows.size());
    out.writeInt(rows.isEmpty() ? 0 : rows.getFirst().length);
    for (float[] row : rows) {
      for (float value : row) {
        out.writeFloat(value);
      }
    }
  }

  static BlockScores read(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("it does not begin like such a file");
      }
      BlockScores scores = new BlockScores(rows(in), rows(in));
      if (in.read() >= 0) {
        throw new IOException("it is too long");
      }
      return scores;
    } catch (IOException e) {
      throw new BadInputException(
          file + " is damaged; classify again with --from classify: " + WholeFile.reason(e), e);
    }
  }

  private static List<float[]> rows(DataInputStream in) throws IOException {
    int rows = in.readInt();
    int columns = in.readInt();
    if (rows < 0 || columns < 0) {
      throw new IOException("a count is negative");
    }
    List<float[]> out = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      float[] row = new float[columns];
      for (int c = 0; c < columns; c++) {
        row[c] = in.readFloat();
      }
      out.add(row);
    }
    return out;
  }
}
