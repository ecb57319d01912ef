package org.connectarium.reconstruction.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectarium.ingest.volume.Box;
import org.junit.jupiter.api.Test;

class MirroredBytesTest {
  private static final Box VOLUME = Box.ofSize(4, 2, 1);

  /* Values 10·y + x. */
  private static byte[] read(Box box) {
    assertThat(VOLUME.contains(box)).isTrue();
    byte[] out = new byte[box.arrayLength()];
    int i = 0;
    for (long z = box.z0(); z < box.z1(); z++) {
      for (long y = box.y0(); y < box.y1(); y++) {
        for (long x = box.x0(); x < box.x1(); x++) {
          out[i++] = (byte) (10 * y + x);
        }
      }
    }
    return out;
  }

  @Test
  void insideItIsTheVolume() {
    assertThat(MirroredBytes.floats(MirroredBytesTest::read, VOLUME, new Box(1, 0, 0, 3, 2, 1)))
        .containsExactly(1, 2, 11, 12);
  }

  @Test
  void beyondItIsAMirrorThatDoesNotRepeatTheLastVoxel() {
    assertThat(MirroredBytes.floats(MirroredBytesTest::read, VOLUME, new Box(-2, 0, 0, 6, 1, 1)))
        .containsExactly(2, 1, 0, 1, 2, 3, 2, 1);
    assertThat(MirroredBytes.floats(MirroredBytesTest::read, VOLUME, new Box(0, -1, 0, 1, 3, 1)))
        .containsExactly(10, 0, 10, 0);
  }

  @Test
  void aSingleLayerGoesOnAsItIs() {
    assertThat(MirroredBytes.floats(MirroredBytesTest::read, VOLUME, new Box(0, 0, -2, 1, 1, 3)))
        .containsExactly(0, 0, 0, 0, 0);
  }

  @Test
  void bytesAreUnsigned() {
    assertThat(
            MirroredBytes.floats(
                _ -> new byte[] {(byte) 200}, Box.ofSize(1, 1, 1), Box.ofSize(1, 1, 1)))
        .containsExactly(200);
  }
}
