package org.connectarium.ingest.swc;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.connectarium.ingest.file.WholeFile;

/// Writes a skeleton as SWC, in µm with six digits.
public final class SwcWriter {
  /// Type of a node of which it is not known what it belongs to.
  public static final int UNKNOWN = 0;

  private static final double NM_PER_UM = 1000;
  private static final int DIGITS = 6;

  private SwcWriter() {}

  /// Writes a file as a whole or not at all.
  ///
  /// @param comment one line at the top, without `#`
  /// @param type of all nodes
  /// @param nodes positions, and the node before each
  /// @param radiusNm of each node
  /// @throws org.connectarium.ingest.volume.BadInputException if it cannot be written
  public static void write(
      Path file, String comment, int type, SwcSkeleton nodes, float[] radiusNm) {
    WholeFile.stream(
        file,
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          text.write("# " + comment + "\n# unit um; origin: centre of voxel 0 0 0\n");
          for (int i = 0; i < radiusNm.length; i++) {
            line(text, i, type, nodes, radiusNm[i]);
          }
          text.flush();
        });
  }

  private static void line(Writer text, int i, int type, SwcSkeleton nodes, float radiusNm)
      throws IOException {
    int parent = nodes.parent()[i];
    text.write((i + 1) + " " + type);
    text.write(" " + um(nodes.xNm()[i]) + " " + um(nodes.yNm()[i]) + " " + um(nodes.zNm()[i]));
    text.write(" " + um(radiusNm) + " " + (parent < 0 ? -1 : parent + 1) + "\n");
  }

  private static String um(double nm) {
    return BigDecimal.valueOf(nm / NM_PER_UM)
        .setScale(DIGITS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
