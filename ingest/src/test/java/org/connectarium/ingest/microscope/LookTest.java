package org.connectarium.ingest.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectarium.ingest.tissue.Tissue;
import org.connectarium.ingest.tissue.TissueParameters;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.junit.jupiter.api.Test;

/// Figures of real images: FIB-SEM of a fly's medulla has grey 98 on the borders of cells, 132
/// inside, standard deviation 33; serial sections of a ventral nerve cord mean 129, deviation 55.
class LookTest {
  private static final int EDGE = 96;

  @Test
  void fibsemIsAsGreyAsRealImages() {
    Micrograph image = image(Look.FIBSEM, new VoxelSize(10, 10, 10), Box.ofSize(EDGE, EDGE, EDGE));
    double border = 0;
    double inside = 0;
    int borders = 0;
    for (int i = 0; i < image.grey().length; i++) {
      int grey = Byte.toUnsignedInt(image.grey()[i]);
      if (touchesAnother(image.neurite(), i)) {
        border += grey;
        borders++;
      } else {
        inside += grey;
      }
    }
    assertThat(border / borders).isBetween(83.0, 107.0);
    assertThat(inside / (image.grey().length - borders)).isBetween(124.0, 142.0);
    assertThat(deviation(image.grey())).isBetween(22.0, 36.0);
  }

  @Test
  void serialSectionsHaveTheContrastOfRealImages() {
    Micrograph image =
        image(
            Look.SERIAL_SECTION, new VoxelSize(4.6, 4.6, 45), Box.ofSize(2L * EDGE, 2L * EDGE, 4));
    assertThat(mean(image.grey())).isBetween(110.0, 155.0);
    assertThat(deviation(image.grey())).isBetween(38.0, 60.0);
  }

  private static Micrograph image(Look look, VoxelSize voxelSize, Box box) {
    Tissue tissue = new Tissue(1, TissueParameters.DEFAULT);
    return new Microscope(1, ImagingParameters.of(look), tissue::block, voxelSize).image(box);
  }

  private static double mean(byte[] grey) {
    double sum = 0;
    for (byte g : grey) {
      sum += Byte.toUnsignedInt(g);
    }
    return sum / grey.length;
  }

  private static double deviation(byte[] grey) {
    double mean = mean(grey);
    double squares = 0;
    for (byte g : grey) {
      squares += Math.pow(Byte.toUnsignedInt(g) - mean, 2);
    }
    return Math.sqrt(squares / grey.length);
  }

  private static boolean touchesAnother(long[] labels, int i) {
    int x = i % EDGE;
    int y = i / EDGE % EDGE;
    int z = i / EDGE / EDGE;
    long own = labels[i];
    return (x > 0 && labels[i - 1] != own)
        || (x < EDGE - 1 && labels[i + 1] != own)
        || (y > 0 && labels[i - EDGE] != own)
        || (y < EDGE - 1 && labels[i + EDGE] != own)
        || (z > 0 && labels[i - EDGE * EDGE] != own)
        || (z < EDGE - 1 && labels[i + EDGE * EDGE] != own);
  }
}
