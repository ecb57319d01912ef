package org.connectarium.reconstruction.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TileLatticeTest {
  @Test
  void weightsOfAllTilesAddUpToOneEverywhere() {
    for (int length : new int[] {1, 7, 20, 21, 60, 61}) {
      for (int blend : new int[] {0, 1, 6}) {
        int tiles = (length + 19) / 20;
        var lattice = new TileLattice(length, 20, tiles, 3, blend, 0);
        for (long v = 0; v < length; v++) {
          double sum = 0;
          for (int t = 0; t < tiles; t++) {
            if (v >= lattice.usedBegin(t) && v < lattice.usedEnd(t)) {
              assertThat(t).isBetween(lattice.firstTile(v), lattice.lastTile(v + 1));
              sum += lattice.weight(t, v);
            }
          }
          assertThat(sum)
              .as("voxel %d of %d, blend %d", v, length, blend)
              .isCloseTo(1, within(1e-6));
        }
      }
    }
  }

  @Test
  void bordersAreMirrors() {
    var lattice = new TileLattice(4, 4, 1, 0, 0, 0);
    long[] seen = new long[10];
    for (int i = 0; i < 10; i++) {
      seen[i] = lattice.mirrored(i - 3);
    }
    assertThat(seen).containsExactly(3, 2, 1, 0, 1, 2, 3, 2, 1, 0);
  }
}
