package org.connectarium.reconstruction;

import java.nio.file.Files;
import java.nio.file.Path;
import org.connectarium.ingest.hdf5.Hdf5Volume;
import org.connectarium.ingest.volume.Box;
import org.junit.jupiter.api.Assumptions;

/// Real data that lies beside the repository; tests without it are skipped.
public final class RealData {
  /// Edge of the block of [#pinky40].
  public static final int PINKY_EDGE = 256;

  private RealData() {}

  /// Segments of mouse cortex, `pinky40-seg`: 256³ voxels of 32 × 32 × 40 nm, shape (z, y, x), 605
  /// labels up to 2,509, of which 0 is background.
  public static int[] pinky40() {
    String set = System.getenv("CONNECTARIUM_DATA");
    Path data = Path.of(set != null ? set : "../../shared/data");
    Path file = data.resolve("pinky40-seg/pinky40_crop_z256-511_y256-511_x000-255.h5");
    Assumptions.assumeTrue(Files.exists(file), "needs real data: " + file);
    Box box = Box.ofSize(PINKY_EDGE, PINKY_EDGE, PINKY_EDGE);
    short[] labels = new short[box.arrayLength()];
    try (Hdf5Volume volume = Hdf5Volume.open(file, "/labels")) {
      volume.read(box, labels);
    }
    int[] out = new int[labels.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = labels[i] & 0xffff;
    }
    return out;
  }
}
