package org.connectarium.reconstruction.segmentation;

import java.io.Serializable;
import java.util.List;
import org.connectarium.ingest.n5.DatasetPlace;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.volume.Box;

/// Where the boundary map of a volume comes from; can be sent to other processes, and is opened by
/// each once.
@FunctionalInterface
public interface BoundarySource extends Serializable {
  /// Gives the boundary map of any box; for any number of threads.
  @FunctionalInterface
  interface Reader {
    /// One or three channels of boundary probability, shape (c, z, y, x), x fastest.
    byte[] read(Box box);
  }

  /// Opens it.
  Reader open();

  /// A dataset with dimensions x, y, z, channel, or x, y, z.
  static BoundarySource of(DatasetPlace place) {
    return () -> {
      N5Dataset boundary = place.open();
      List<Long> size = boundary.spec().dimensions();
      if (size.size() == 3) {
        return boundary::readBytes;
      }
      int channels = Math.toIntExact(size.get(3));
      return box -> {
        byte[] values = new byte[Math.multiplyExact(channels, box.arrayLength())];
        boundary.read(
            new long[] {box.x0(), box.y0(), box.z0(), 0},
            new int[] {(int) box.sizeX(), (int) box.sizeY(), (int) box.sizeZ(), channels},
            values);
        return values;
      };
    };
  }
}
