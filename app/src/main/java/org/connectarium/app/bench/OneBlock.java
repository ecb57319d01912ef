package org.connectarium.app.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.watershed.SeededParameters;
import org.connectarium.reconstruction.watershed.Watershed;

/// The boundary map of one block of simulated tissue, gathered as the stage `segment` does.
final class OneBlock {
  private static final int LARGEST_EDGE = 256;
  final int edge;
  final BoundaryMap map;

  OneBlock(Setting setting) {
    edge = Math.min(setting.size().edge(), Math.min(LARGEST_EDGE, setting.blockVoxels()));
    Box box = Box.ofSize(edge, edge, edge);
    map = BoundaryMap.of(box, BoundaryTile.simulated(setting).read(box)).gathered();
  }

  int[] segments() {
    return Watershed.withRidge(map, SegmentWorkload.RIDGE);
  }

  int[] segmentsWithoutRidge() {
    return Watershed.seeded(map, BoundaryTile.VOXEL, new SeededParameters(128, 30, 20));
  }

  /// Writes the relief for a program of others.
  List<String> writeRelief(Path scratch) throws IOException {
    Path file = scratch.resolve("relief.raw");
    WholeFile.write(file, ByteBuffer.wrap(map.perVoxel()));
    return List.of(file.toString(), Integer.toString(edge));
  }

  /// Writes labels for a program of others.
  List<String> writeLabels(Path scratch, int[] labels) throws IOException {
    return writeLabels(scratch, labels, edge);
  }

  /// Writes the labels of a cube.
  static List<String> writeLabels(Path scratch, int[] labels, int edge) throws IOException {
    Path file = scratch.resolve("labels.raw");
    ByteBuffer bytes = ByteBuffer.allocate(4 * labels.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(labels);
    WholeFile.write(file, bytes);
    return List.of(file.toString(), Integer.toString(edge));
  }
}
