package org.connectarium.reconstruction.contact;

import java.util.Arrays;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Grid;

/// All interface voxels of a block in (z, y, x) order, once for each pair of labels they lie
/// between, with what each of them adds to its border piece.
///
/// Arrays grow; entries 0…[#size] − 1 are valid. 40 bytes an entry.
final class Interfaces {
  final PairNumbers pairs = new PairNumbers();
  int size;
  /// Padded index of the voxel.
  int[] voxel = new int[1 << 12];
  int[] pair = new int[1 << 12];
  /// Boundary level 0…255 at this voxel.
  byte[] level = new byte[1 << 12];
  double[] areaUm2 = new double[1 << 12];
  /// Faces crossed, seen from this voxel, and the sum of their boundary levels.
  int[] faces = new int[1 << 12];
  int[] faceLevels = new int[1 << 12];

  /* What surrounds the voxel at hand: distinct labels with area, faces and face levels. */
  private final int[] labels = new int[26];
  private final double[] areas = new double[26];
  private final int[] faceCounts = new int[26];
  private final int[] faceSums = new int[26];

  private final Grid grid;
  private final BoundaryMap map;

  Interfaces(int[] padded, BoundaryMap map, VoxelSize voxelSize) {
    this.grid = map.grid();
    this.map = map;
    byte[] values = map.perVoxel();
    double[] um2 = Crofton.um2(voxelSize);
    int[] around = grid.neighbours26();
    for (int z = 0, i = 0; z < grid.sizeZ(); z++) {
      for (int y = 0; y < grid.sizeY(); y++) {
        int p = grid.row(y, z);
        for (int x = 0; x < grid.sizeX(); x++, i++, p++) {
          int here = padded[p];
          if (isInside(padded, p, here, around) || map.isExcluded(i)) {
            continue;
          }
          int found = look(padded, p, here, i, around, um2);
          if (here > 0) {
            touching(p, here, found, values[i]);
          } else if (found > 1) {
            onRidge(p, found, values[i]);
          }
        }
      }
    }
  }

  /* Most voxels see no label but their own. */
  private static boolean isInside(int[] padded, int p, int here, int[] around) {
    int first = here;
    for (int offset : around) {
      int label = padded[p + offset];
      if (label != first && label != 0) {
        if (first != 0) {
          return false;
        }
        first = label;
      }
    }
    return true;
  }

  private int look(int[] padded, int p, int here, int plain, int[] around, double[] um2) {
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
        areas[at] = 0;
        faceCounts[at] = 0;
        faceSums[at] = 0;
      }
      areas[at] += um2[k];
      int axis = FACE_AXIS[k];
      if (axis != 0) {
        faceCounts[at]++;
        faceSums[at] += faceLevel(plain, axis);
      }
    }
    return found;
  }

  /* Axis (1 = z, 2 = y, 3 = x) of those of the 26 neighbours that share a face, negative towards the
  predecessor; 0 for the others. */
  private static final int[] FACE_AXIS = new int[26];

  static {
    for (int k = 0; k < 26; k++) {
      int[] step = Grid.step(k);
      if (Math.abs(step[0]) + Math.abs(step[1]) + Math.abs(step[2]) == 1) {
        FACE_AXIS[k] = step[0] + 2 * step[1] + 3 * step[2];
      }
    }
  }

  private int faceLevel(int plain, int axis) {
    byte[] boundary = map.boundary();
    int step =
        switch (Math.abs(axis)) {
          case 1 -> grid.sizeX() * grid.sizeY();
          case 2 -> grid.sizeX();
          default -> 1;
        };
    int later = axis > 0 ? plain + step : plain;
    if (map.isAffinity()) {
      return boundary[(Math.abs(axis) - 1) * grid.voxels() + later] & 255;
    }
    return Math.max(boundary[later] & 255, boundary[later - step] & 255);
  }

  private void touching(int p, int here, int found, byte value) {
    for (int i = 0; i < found; i++) {
      int n = add(p, here, labels[i]);
      areaUm2[n] = areas[i];
      faces[n] = faceCounts[i];
      faceLevels[n] = faceSums[i];
      level[n] = faces[n] == 0 ? value : (byte) (faceLevels[n] / faces[n]);
    }
  }

  private void onRidge(int p, int found, byte value) {
    for (int i = 1; i < found; i++) {
      for (int j = 0; j < i; j++) {
        int n = add(p, labels[i], labels[j]);
        areaUm2[n] = (areas[i] + areas[j]) / (found - 1);
        faces[n] = 0;
        faceLevels[n] = 0;
        level[n] = value;
      }
    }
  }

  private int add(int p, int one, int other) {
    if (size == voxel.length) {
      int capacity = 2 * size;
      voxel = Arrays.copyOf(voxel, capacity);
      pair = Arrays.copyOf(pair, capacity);
      level = Arrays.copyOf(level, capacity);
      areaUm2 = Arrays.copyOf(areaUm2, capacity);
      faces = Arrays.copyOf(faces, capacity);
      faceLevels = Arrays.copyOf(faceLevels, capacity);
    }
    voxel[size] = p;
    pair[size] = pairs.of(Math.min(one, other), Math.max(one, other));
    return size++;
  }
}
