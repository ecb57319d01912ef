package org.connectarium.ingest.simulation;

import java.io.IOException;
import java.io.Writer;
import org.connectarium.ingest.noise.HashNoise;
import org.connectarium.ingest.tissue.Skeleton;
import org.connectarium.ingest.volume.VoxelSize;

/// All skeletons as one NML of webKnossos, written one by one: a tree (`thing`) for each piece,
/// nodes in whole voxels, radii in nm, node ids unique in the file.
///
/// webKnossos knows no parts of a voxel, and its library cuts them off, so the nearest voxel is
/// written.
public final class NmlFile {
  private final Writer out;
  private final VoxelSize voxelSize;
  private int trees;
  private int nodes;

  /// Writes to `out`, which stays open.
  ///
  /// @param voxelSize in which positions are given
  public NmlFile(Writer out, VoxelSize voxelSize) {
    this.out = out;
    this.voxelSize = voxelSize;
  }

  /// Writes what comes before the skeletons.
  public void begin(String name) throws IOException {
    line("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    line("<things>");
    line("  <parameters>");
    line("    <experiment name=\"%s\" />".formatted(escaped(name)));
    line(
        "    <scale x=\"%s\" y=\"%s\" z=\"%s\" unit=\"nanometer\" />"
            .formatted(
                CsvTable.number(voxelSize.xNm()),
                CsvTable.number(voxelSize.yNm()),
                CsvTable.number(voxelSize.zNm())));
    line("  </parameters>");
  }

  /// Writes what comes after the skeletons.
  public void end() throws IOException {
    line("  <branchpoints />");
    line("  <comments />");
    line("</things>");
  }

  /// Writes one skeleton: webKnossos wants trees that hang together, so each piece is one.
  public void add(Skeleton s) throws IOException {
    int n = s.parent().length;
    int[] piece = new int[n];
    int pieces = 0;
    for (int i = 0; i < n; i++) {
      piece[i] = s.parent()[i] < 0 ? pieces++ : piece[s.parent()[i]];
    }
    for (int p = 0; p < pieces; p++) {
      tree(s, piece, p, pieces == 1 ? "" : " part " + (p + 1));
    }
  }

  private void tree(Skeleton s, int[] piece, int wanted, String part) throws IOException {
    long hash = HashNoise.mix(s.neuriteId());
    trees++;
    line(
        ("  <thing id=\"%s\" name=\"%s%s\" color.r=\"%s\" color.g=\"%s\" color.b=\"%s\""
                + " color.a=\"1.0\">")
            .formatted(
                trees, s.neuriteId(), part, colour(hash), colour(hash >>> 8), colour(hash >>> 16)));
    line("    <nodes>");
    int[] id = new int[piece.length];
    for (int i = 0; i < piece.length; i++) {
      if (piece[i] == wanted) {
        id[i] = ++nodes;
        line(
            "      <node id=\"%s\" radius=\"%s\" x=\"%s\" y=\"%s\" z=\"%s\" />"
                .formatted(
                    nodes,
                    CsvTable.number(s.radiusNm()[i]),
                    voxel(s.xNm()[i], voxelSize.xNm()),
                    voxel(s.yNm()[i], voxelSize.yNm()),
                    voxel(s.zNm()[i], voxelSize.zNm())));
      }
    }
    line("    </nodes>");
    line("    <edges>");
    for (int i = 0; i < piece.length; i++) {
      if (piece[i] == wanted && s.parent()[i] >= 0) {
        line("      <edge source=\"%s\" target=\"%s\" />".formatted(id[s.parent()[i]], id[i]));
      }
    }
    line("    </edges>");
    line("  </thing>");
  }

  private void line(String line) throws IOException {
    out.write(line);
    out.write('\n');
  }

  private static long voxel(double nm, double edgeNm) {
    return (long) Math.rint(nm / edgeNm);
  }

  private static String colour(long bits) {
    return CsvTable.number((64 + (bits & 0x7f)) / 255.0 + 0.2);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
