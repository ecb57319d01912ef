package org.connectarium.ingest.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class PhantomTest {
  private static final VoxelSize TEN_NM = new VoxelSize(10, 10, 10);
  private static final int EDGE = 64;
  private static final Box CUBE = Box.ofSize(EDGE, EDGE, EDGE);

  private final Phantom.Block whole = new Phantom(7, TEN_NM).block(CUBE);

  @Test
  void aBoxComputedAloneHasTheSameBytesAsInsideALargerOne() {
    Box part = new Box(17, 5, 30, 40, 64, 33);
    Phantom.Block alone = new Phantom(7, TEN_NM).block(part);
    int i = 0;
    for (long z = part.z0(); z < part.z1(); z++) {
      for (long y = part.y0(); y < part.y1(); y++) {
        for (long x = part.x0(); x < part.x1(); x++, i++) {
          int at = (int) ((z * EDGE + y) * EDGE + x);
          assertThat(alone.grey()[i]).isEqualTo(whole.grey()[at]);
          assertThat(alone.labels()[i]).isEqualTo(whole.labels()[at]);
        }
      }
    }
  }

  @Test
  void anotherSeedIsAnotherTissue() {
    assertThat(new Phantom(8, TEN_NM).block(CUBE).labels()).isNotEqualTo(whole.labels());
  }

  @Test
  void everyVoxelBelongsToACell() {
    assertThat(LongStream.of(whole.labels()).min().orElseThrow()).isPositive();
  }

  @Test
  void bordersAreDarkAndInsidesBright() {
    double border = 0;
    double inside = 0;
    int borders = 0;
    int insides = 0;
    for (int i = 0; i < whole.labels().length; i++) {
      int grey = Byte.toUnsignedInt(whole.grey()[i]);
      if (touchesAnother(i)) {
        border += grey;
        borders++;
      } else {
        inside += grey;
        insides++;
      }
    }
    assertThat(border / borders).isBetween(90.0, 107.0);
    assertThat(inside / insides).isBetween(125.0, 140.0);
  }

  @Test
  void aboutEveryCellIsInOnePiece() {
    Map<Long, Integer> pieces = pieces();
    long inOne = pieces.values().stream().filter(n -> n == 1).count();
    // the rim of the cube may cut a bent cell in two, thin sheets fall apart between voxels
    assertThat(inOne).isGreaterThanOrEqualTo((long) (0.8 * pieces.size()));
    assertThat(pieces).hasSizeGreaterThan(5);
  }

  private boolean touchesAnother(int i) {
    int x = i % EDGE;
    int y = i / EDGE % EDGE;
    int z = i / EDGE / EDGE;
    long own = whole.labels()[i];
    return (x > 0 && whole.labels()[i - 1] != own)
        || (x < EDGE - 1 && whole.labels()[i + 1] != own)
        || (y > 0 && whole.labels()[i - EDGE] != own)
        || (y < EDGE - 1 && whole.labels()[i + EDGE] != own)
        || (z > 0 && whole.labels()[i - EDGE * EDGE] != own)
        || (z < EDGE - 1 && whole.labels()[i + EDGE * EDGE] != own);
  }

  /* Number of 6-connected pieces of each cell that has more than 100 voxels. */
  private Map<Long, Integer> pieces() {
    long[] left = whole.labels().clone();
    Map<Long, Integer> pieces = new HashMap<>();
    for (int i = 0; i < left.length; i++) {
      if (left[i] != 0) {
        long label = left[i];
        if (flood(left, i) > 100) {
          pieces.merge(label, 1, Integer::sum);
        }
      }
    }
    return pieces;
  }

  private static int flood(long[] left, int start) {
    long label = left[start];
    int voxels = 0;
    ArrayDeque<Integer> open = new ArrayDeque<>();
    open.add(start);
    left[start] = 0;
    while (!open.isEmpty()) {
      int i = open.remove();
      voxels++;
      int x = i % EDGE;
      int y = i / EDGE % EDGE;
      int z = i / EDGE / EDGE;
      int[] next = {
        x > 0 ? i - 1 : i,
        x < EDGE - 1 ? i + 1 : i,
        y > 0 ? i - EDGE : i,
        y < EDGE - 1 ? i + EDGE : i,
        z > 0 ? i - EDGE * EDGE : i,
        z < EDGE - 1 ? i + EDGE * EDGE : i
      };
      for (int j : next) {
        if (left[j] == label) {
          left[j] = 0;
          open.add(j);
        }
      }
    }
    return voxels;
  }
}
