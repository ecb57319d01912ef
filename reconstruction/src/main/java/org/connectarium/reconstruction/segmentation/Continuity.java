package org.connectarium.reconstruction.segmentation;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.hierarchy.Linkage;

/// How likely the two sides of each border piece are one cell: the score at which hierarchical
/// agglomeration brings them together, 1 across block faces that cut one object.
///
/// So the connected components of all contacts of at least a threshold are the clusters of the
/// hierarchy cut there. The scores are kept in a file beside the tables; `docs/formats/tables.md`.
///
/// Memory: 4 bytes a piece; while the hierarchy is built about 80 a piece at most (see
/// `MergeHierarchy`).
public final class Continuity {
  private static final int MAGIC = 0x43545331; // CTS1
  private static final int HEADER_BYTES = 8;

  private final List<TableFile> tables;
  private final float[] score;
  private final int[] begin;

  private Continuity(List<TableFile> tables, float[] score) {
    this.tables = tables;
    this.score = score;
    begin = new int[tables.size() + 1];
    for (int t = 0; t < tables.size(); t++) {
      begin[t + 1] = begin[t] + tables.get(t).pieces();
    }
  }

  /// The scores as they were kept, or else built from the tables and kept.
  ///
  /// @param tables of the whole segmentation
  /// @param linkage what the score of two groups of segments is; the scores of each are kept
  /// @throws BadInputException if a table or the file is damaged
  public static Continuity of(List<Path> tables, Linkage linkage) {
    return of(tables, linkage, Optional.empty());
  }

  /// Probabilities of pieces that take the place of the boundary evidence.
  ///
  /// @param name of what gave them; the scores of each are kept
  /// @param values that both sides of a piece are one cell, in the order of the tables; NaN where
  ///     there is none, such a piece says nothing
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data, never compared
  public record Probabilities(String name, float[] values) {}

  /// As without probabilities, from what a classifier says of each piece.
  ///
  /// @throws IllegalArgumentException if there is not one for each piece
  public static Continuity of(
      List<Path> tables, Linkage linkage, Optional<Probabilities> probabilities) {
    List<TableFile> files = TableFile.open(tables);
    Path kept = tables.getFirst().resolveSibling(file(linkage, probabilities));
    float[] score;
    try {
      score = parse(kept, Files.readAllBytes(kept), files);
    } catch (NoSuchFileException _) {
      score = new PieceGraph(files, linkage, probabilities.map(Probabilities::values)).scores();
      keep(kept, score);
    } catch (IOException e) {
      throw new BadInputException("Cannot read " + kept + ": " + WholeFile.reason(e), e);
    }
    return new Continuity(files, score);
  }

  /// The hierarchy by what a classifier says of each piece, which is not kept.
  ///
  /// @param probability that both sides of a piece are one cell, in the order of the tables, NaN
  ///     for none
  /// @throws IllegalArgumentException if there is not one for each piece
  public static Clusters clusters(List<Path> tables, Linkage linkage, float[] probability) {
    List<TableFile> files = TableFile.open(tables);
    float[] score = new PieceGraph(files, linkage, Optional.of(probability)).scores();
    return new Continuity(files, score).clusters();
  }

  /// Removes all that was kept in the folder of the tables, which need not be there.
  public static void discard(Path tables) throws IOException {
    if (!Files.isDirectory(tables)) {
      return;
    }
    try (DirectoryStream<Path> kept = Files.newDirectoryStream(tables, "continuity*.scores")) {
      for (Path file : kept) {
        Files.delete(file);
      }
    }
  }

  /// Name of the file in the folder of the tables.
  static String file(Linkage linkage, Optional<Probabilities> probabilities) {
    return "continuity-"
        + linkage.label()
        + probabilities.map(p -> "-" + p.name()).orElse("")
        + ".scores";
  }

  private static float[] parse(Path file, byte[] bytes, List<TableFile> tables) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int pieces = tables.stream().mapToInt(TableFile::pieces).sum();
    if (bytes.length != HEADER_BYTES + 4L * pieces
        || in.getInt() != MAGIC
        || in.getInt() != pieces) {
      throw new BadInputException(
          file + " is damaged or of other tables; remove it and run the same command again");
    }
    float[] score = new float[pieces];
    in.asFloatBuffer().get(score);
    return score;
  }

  private static void keep(Path file, float[] score) {
    WholeFile.stream(
        file,
        stream -> {
          DataOutputStream out = new DataOutputStream(stream);
          out.writeInt(MAGIC);
          out.writeInt(score.length);
          for (float s : score) {
            out.writeFloat(s);
          }
        });
  }

  /// Number of border pieces.
  public int size() {
    return score.length;
  }

  /// The contacts of one table, ready for the graph.
  public List<ContactRow> rows(int table) {
    List<ContactRow> rows = new ArrayList<>(tables.get(table).pieces());
    int[] i = {begin[table]};
    tables.get(table).forEachPiece(piece -> rows.add(piece.row(score[i[0]++])));
    return rows;
  }

  /// The hierarchy, ready to be cut at any number of thresholds.
  public Clusters clusters() {
    long[] ids = PieceGraph.ids(tables);
    int[] low = new int[score.length];
    int[] high = new int[score.length];
    int[] voxels = new int[score.length];
    int[] n = {0};
    PieceGraph.forEachPiece(
        tables,
        ids,
        (one, other, piece) -> {
          int i = n[0]++;
          low[i] = one;
          high[i] = other;
          voxels[i] =
              piece.face() ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, piece.voxels());
        });
    return new Clusters(ids, low, high, voxels, score);
  }
}
