package org.connectarium.reconstruction.contact;

import java.util.Arrays;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Grid;

/// All interface voxels of a block in (z, y, x) order, once for each pair of labels they lie
/// between, with which of their 26 neighbours have the one label and which the other.
///
/// Arrays grow; entries 0…[#size] − 1 are valid. 23 bytes an entry.
final class Interfaces {
  /* Bits of the neighbours that share a face, and the axis 0, 1, 2 for z, y, x that each lies on. */
  private static final int FACES = faceBits();
  private static final int[] AXIS = axes();

  final PairNumbers pairs = new PairNumbers();
  int size;
  /// Padded index of the voxel.
  int[] voxel = new int[1 << 12];
  int[] pair = new int[1 << 12];
  /// Boundary level 0…255 at this voxel.
  byte[] level = new byte[1 << 12];
  /// Bit k: neighbour k, in the order of [Grid#neighbours26], has the lower label. 0 if the voxel
  /// itself has it.
  int[] low = new int[1 << 12];
  /// The same for the higher label.
  int[] high = new int[1 << 12];
  /// Sum of the boundary levels of the faces crossed, seen from this voxel.
  short[] faceLevels = new short[1 << 12];
  /// On a ridge the number of pairs that share the neighbours of one label; 0 if the voxel has one
  /// of the labels.
  byte[] shares = new byte[1 << 12];

  /* What surrounds the voxel at hand: distinct labels and where they are. */
  private final int[] labels = new int[26];
  private final int[] bits = new int[26];

  private final Grid grid;
  private final int[] around;
  private final int[] plainAround = new int[26];
  private final byte[] boundary;
  private final int plainSize;
  private final BoundaryMap map;

  Interfaces(int[] padded, BoundaryMap map) {
    this.grid = map.grid();
    this.map = map;
    boundary = map.boundary();
    plainSize = grid.voxels();
    around = grid.neighbours26();
    for (int k = 0; k < 26; k++) {
      int[] step = Grid.step(k);
      plainAround[k] = (step[0] * grid.sizeY() + step[1]) * grid.sizeX() + step[2];
    }
    byte[] values = map.perVoxel();
    Mixed mixed = new Mixed(padded, grid);
    for (int z = 0, i = 0; z < grid.sizeZ(); z++) {
      for (int y = 0; y < grid.sizeY(); y++) {
        int p = grid.row(y, z);
        mixed.look(p);
        for (int x = 0; x < grid.sizeX(); x++, i++, p++) {
          if (mixed.at(x) && !map.isExcluded(i)) {
            int here = padded[p];
            int found = look(padded, p, here, mixed.low(x), mixed.high(x));
            if (here > 0) {
              touching(p, i, here, found, values[i]);
            } else {
              onRidge(p, found, values[i]);
            }
          }
        }
      }
    }
  }

  /// Number of faces that entry n crosses, seen from its voxel; none on a ridge.
  int faces(int n) {
    return shares[n] == 0 ? Integer.bitCount((low[n] | high[n]) & FACES) : 0;
  }

  /* Mostly there are but two labels: then without a branch. */
  private int look(int[] padded, int p, int here, int lowest, int highest) {
    int lows = 0;
    int highs = 0;
    int others = here == lowest || here == highest ? 0 : here;
    for (int k = 0; k < 26; k++) {
      int label = padded[p + around[k]];
      int isLow = isZero(label ^ lowest);
      int isHigh = isZero(label ^ highest);
      lows |= isLow << k;
      highs |= isHigh << k;
      others |= label & (isLow + isHigh - 1);
    }
    if (others != 0) {
      return lookAtAll(padded, p, here);
    }
    int found = 0;
    if (here != lowest) {
      labels[found] = lowest;
      bits[found++] = lows;
    }
    if (here != highest) {
      labels[found] = highest;
      bits[found++] = highs;
    }
    return found;
  }

  private static int isZero(int value) {
    return 1 + ((value | -value) >> 31);
  }

  private int lookAtAll(int[] padded, int p, int here) {
    int found = 0;
    for (int k = 0; k < 26; k++) {
      int label = padded[p + around[k]];
      if (label == 0 || label == here) {
        continue;
      }
      int at = 0;
      while (at < found && labels[at] != label) {
        at++;
      }
      if (at == found) {
        found++;
        labels[at] = label;
        bits[at] = 0;
      }
      bits[at] |= 1 << k;
    }
    return found;
  }

  private void touching(int p, int plain, int here, int found, byte value) {
    for (int i = 0; i < found; i++) {
      int n = add(p, here, labels[i]);
      low[n] = here < labels[i] ? 0 : bits[i];
      high[n] = here < labels[i] ? bits[i] : 0;
      int sum = 0;
      for (int left = bits[i] & FACES; left != 0; left &= left - 1) {
        sum += faceLevel(plain, Integer.numberOfTrailingZeros(left));
      }
      faceLevels[n] = (short) sum;
      shares[n] = 0;
      int faces = faces(n);
      level[n] = faces == 0 ? value : (byte) (sum / faces);
    }
  }

  private void onRidge(int p, int found, byte value) {
    for (int i = 1; i < found; i++) {
      for (int j = 0; j < i; j++) {
        int n = add(p, labels[i], labels[j]);
        boolean inOrder = labels[i] < labels[j];
        low[n] = bits[inOrder ? i : j];
        high[n] = bits[inOrder ? j : i];
        faceLevels[n] = 0;
        shares[n] = (byte) (found - 1);
        level[n] = value;
      }
    }
  }

  private int faceLevel(int plain, int k) {
    int other = plain + plainAround[k];
    int later = Math.max(plain, other);
    if (map.isAffinity()) {
      return boundary[AXIS[k] * plainSize + later] & 255;
    }
    return Math.max(boundary[plain] & 255, boundary[other] & 255);
  }

  private static int faceBits() {
    int out = 0;
    for (int k = 0; k < 26; k++) {
      int[] step = Grid.step(k);
      if (Math.abs(step[0]) + Math.abs(step[1]) + Math.abs(step[2]) == 1) {
        out |= 1 << k;
      }
    }
    return out;
  }

  private static int[] axes() {
    int[] out = new int[26];
    for (int k = 0; k < 26; k++) {
      int[] step = Grid.step(k);
      out[k] = step[0] != 0 ? 0 : step[1] != 0 ? 1 : 2;
    }
    return out;
  }

  private int add(int p, int one, int other) {
    if (size == voxel.length) {
      int capacity = 2 * size;
      voxel = Arrays.copyOf(voxel, capacity);
      pair = Arrays.copyOf(pair, capacity);
      level = Arrays.copyOf(level, capacity);
      low = Arrays.copyOf(low, capacity);
      high = Arrays.copyOf(high, capacity);
      faceLevels = Arrays.copyOf(faceLevels, capacity);
      shares = Arrays.copyOf(shares, capacity);
    }
    voxel[size] = p;
    pair[size] = pairs.of(Math.min(one, other), Math.max(one, other));
    return size++;
  }
}
