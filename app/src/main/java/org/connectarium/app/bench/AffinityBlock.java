package org.connectarium.app.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.grid.BoundaryMap;

/// The affinities of one block of simulated tissue, three channels.
final class AffinityBlock {
  private static final int LARGEST_EDGE = 256;
  final int edge;
  final BoundaryMap map;

  AffinityBlock(Setting setting) {
    edge = Math.min(setting.size().edge(), Math.min(LARGEST_EDGE, setting.blockVoxels()));
    Box box = Box.ofSize(edge, edge, edge);
    map = BoundaryMap.of(box, BoundaryTile.simulated(setting).read(box));
  }

  /// Writes the map for a program of others.
  List<String> write(Path scratch) throws IOException {
    Path file = scratch.resolve("boundary.raw");
    WholeFile.write(file, ByteBuffer.wrap(map.boundary()));
    return List.of(file.toString(), Integer.toString(edge));
  }
}
