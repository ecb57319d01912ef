package org.connectarium.ingest.simulation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.noise.HashNoise;
import org.connectarium.ingest.tissue.Skeleton;
import org.connectarium.ingest.volume.VoxelSize;

/// All skeletons as one NML of webKnossos: a tree (`thing`) for each piece, nodes in voxels, radii
/// in nm, node ids unique in the file.
final class NmlFile {
  private final StringBuilder text = new StringBuilder();
  private final VoxelSize voxelSize;
  private int trees;
  private int nodes;

  private NmlFile(VoxelSize voxelSize) {
    this.voxelSize = voxelSize;
  }

  static void write(Path file, String name, List<Skeleton> skeletons, VoxelSize voxelSize) {
    String text = text(name, skeletons, voxelSize);
    WholeFile.write(file, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  static String text(String name, List<Skeleton> skeletons, VoxelSize voxelSize) {
    NmlFile file = new NmlFile(voxelSize);
    file.line("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    file.line("<things>");
    file.line("  <parameters>");
    file.line("    <experiment name=\"%s\" />".formatted(escaped(name)));
    file.line(
        "    <scale x=\"%s\" y=\"%s\" z=\"%s\" unit=\"nanometer\" />"
            .formatted(
                CsvTable.number(voxelSize.xNm()),
                CsvTable.number(voxelSize.yNm()),
                CsvTable.number(voxelSize.zNm())));
    file.line("  </parameters>");
    for (Skeleton skeleton : skeletons) {
      file.pieces(skeleton);
    }
    file.line("  <branchpoints />");
    file.line("  <comments />");
    file.line("</things>");
    return file.text.toString();
  }

  /* webKnossos wants trees that hang together, so each piece is one. */
  private void pieces(Skeleton s) {
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

  private void tree(Skeleton s, int[] piece, int wanted, String part) {
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
                    CsvTable.number(s.xNm()[i] / voxelSize.xNm()),
                    CsvTable.number(s.yNm()[i] / voxelSize.yNm()),
                    CsvTable.number(s.zNm()[i] / voxelSize.zNm())));
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

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String colour(long bits) {
    return CsvTable.number((64 + (bits & 0x7f)) / 255.0 + 0.2);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
