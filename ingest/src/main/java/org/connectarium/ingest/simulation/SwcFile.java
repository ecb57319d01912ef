package org.connectarium.ingest.simulation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.tissue.Neurite;
import org.connectarium.ingest.tissue.Skeleton;

/// A skeleton as SWC: one line `id type x y z radius parent` per node, µm, −1 where a piece begins,
/// parents before children.
final class SwcFile {
  private static final double NM_PER_UM = 1000;

  private SwcFile() {}

  static void write(Path file, Skeleton skeleton, Neurite neurite) {
    WholeFile.write(
        file, ByteBuffer.wrap(text(skeleton, neurite).getBytes(StandardCharsets.UTF_8)));
  }

  static String text(Skeleton s, Neurite neurite) {
    int type = type(neurite.kind());
    StringBuilder text = new StringBuilder();
    text.append("# neurite ").append(s.neuriteId());
    text.append(", ").append(neurite.kind()).append(' ').append(neurite.cellClass());
    text.append("\n# unit um; origin: centre of voxel 0 0 0\n");
    for (int i = 0; i < s.parent().length; i++) {
      text.append(i + 1).append(' ').append(type);
      text.append(' ').append(CsvTable.number(s.xNm()[i] / NM_PER_UM));
      text.append(' ').append(CsvTable.number(s.yNm()[i] / NM_PER_UM));
      text.append(' ').append(CsvTable.number(s.zNm()[i] / NM_PER_UM));
      text.append(' ').append(CsvTable.number(s.radiusNm()[i] / NM_PER_UM));
      text.append(' ').append(s.parent()[i] < 0 ? -1 : s.parent()[i] + 1).append('\n');
    }
    return text.toString();
  }

  /* 1 soma, 2 axon, 3 dendrite by convention; from 5 on it is free. */
  private static int type(Neurite.Kind kind) {
    return switch (kind) {
      case SOMA -> 1;
      case AXON -> 2;
      case DENDRITE -> 3;
      case GLIA -> 5;
      case VESSEL -> 6;
    };
  }
}
