package org.connectarium.reconstruction.feature;

import java.util.Arrays;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.Grid;

/// Finds the sub-volumes around borders: voxels of the two objects by their distance to the
/// nearest voxel of the border, centre to centre, in nm.
///
/// The distance is exact, by one pass along each axis over the box around the border; each pass
/// takes the least over what its axis can reach, so that rows are done at once. Cost for a border
/// of w³ voxels and a reach of r voxels: some (w + 2r)³·(2 + 2w/8) operations. Not for several
/// threads at
/// a time.
final class Surroundings {
  /// Radii of the sub-volumes in nm.
  static final double[] RADII_NM = {40, 80, 160};

  private static final float FAR = Float.MAX_VALUE / 4;

  private final Grid grid;
  private final int[] objects;
  private final VoxelSize nm;
  private final int reachX;
  private final int reachY;
  private final int reachZ;
  private final SubVolumes.RunList[] groups = new SubVolumes.RunList[SubVolumes.GROUPS];
  /* The box around the border at hand, in voxels of the block. */
  private int x0;
  private int y0;
  private int z0;
  private int sizeX;
  private int sizeY;
  private int sizeZ;
  /* Square of the distance in the box; and the planes of the border on their way there. */
  private float[] distance = new float[0];
  private float[] planes = new float[0];

  /// @param objects shape (z, y, x) of the block with all that can be reached
  Surroundings(Grid grid, int[] objects, VoxelSize voxelSize) {
    grid.checkLength(objects.length);
    this.grid = grid;
    this.objects = objects;
    nm = voxelSize;
    double far = RADII_NM[RADII_NM.length - 1];
    reachX = (int) (far / nm.xNm());
    reachY = (int) (far / nm.yNm());
    reachZ = (int) (far / nm.zNm());
    Arrays.setAll(groups, _ -> new SubVolumes.RunList());
  }

  /// The sub-volumes of one border.
  ///
  /// @param border plain indices of its voxels, ascending
  /// @param one the object that is S1
  /// @param other the object that is S2
  SubVolumes of(int[] border, int one, int other) {
    for (SubVolumes.RunList group : groups) {
      group.clear();
    }
    for (int voxel : border) {
      groups[SubVolumes.BORDER].add(voxel);
    }
    int[] bounds = bounds(border);
    frame(bounds);
    alongX(border, bounds);
    alongY(bounds);
    alongZ(bounds);
    sort(one, other);
    return new SubVolumes(groups);
  }

  /* Lowest and highest z, y, x. */
  private int[] bounds(int[] border) {
    int[] b = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1, -1};
    int area = grid.sizeX() * grid.sizeY();
    for (int voxel : border) {
      int z = voxel / area;
      int y = voxel % area / grid.sizeX();
      int x = voxel % grid.sizeX();
      b[0] = Math.min(b[0], z);
      b[1] = Math.min(b[1], y);
      b[2] = Math.min(b[2], x);
      b[3] = Math.max(b[3], z);
      b[4] = Math.max(b[4], y);
      b[5] = Math.max(b[5], x);
    }
    return b;
  }

  private void frame(int[] b) {
    z0 = Math.max(0, b[0] - reachZ);
    y0 = Math.max(0, b[1] - reachY);
    x0 = Math.max(0, b[2] - reachX);
    sizeZ = Math.min(grid.sizeZ(), b[3] + reachZ + 1) - z0;
    sizeY = Math.min(grid.sizeY(), b[4] + reachY + 1) - y0;
    sizeX = Math.min(grid.sizeX(), b[5] + reachX + 1) - x0;
    int voxels = sizeX * sizeY * sizeZ;
    if (distance.length < voxels) {
      distance = new float[voxels];
      planes = new float[voxels];
    }
  }

  /* Rows that hold voxels of the border get their distances along x, in `planes`. */
  private void alongX(int[] border, int[] b) {
    int area = grid.sizeX() * grid.sizeY();
    Arrays.fill(planes, 0, (b[3] - b[0] + 1) * sizeY * sizeX, FAR);
    int i = 0;
    while (i < border.length) {
      int row = border[i] / grid.sizeX();
      int at = ((row / grid.sizeY() - b[0]) * sizeY + row % grid.sizeY() - y0) * sizeX;
      int before = -1;
      while (i < border.length && border[i] / grid.sizeX() == row) {
        int x = border[i] % area % grid.sizeX() - x0;
        boolean isLast = i + 1 == border.length || border[i + 1] / grid.sizeX() != row;
        int next = isLast ? -1 : border[i + 1] % grid.sizeX() - x0;
        int from = before < 0 ? 0 : (before + x + 1) / 2;
        int to = next < 0 ? sizeX : (x + next + 1) / 2;
        for (int u = from; u < to; u++) {
          float d = (float) ((u - x) * nm.xNm());
          planes[at + u] = d * d;
        }
        before = x;
        i++;
      }
    }
  }

  /* In place: planes of the border, rows that the border reaches. */
  private void alongY(int[] b) {
    int first = b[1] - y0;
    int last = b[4] - y0;
    int rows = last - first + 1;
    float[] source = new float[rows * sizeX];
    for (int z = 0; z <= b[3] - b[0]; z++) {
      int plane = z * sizeY * sizeX;
      System.arraycopy(planes, plane + first * sizeX, source, 0, source.length);
      Arrays.fill(planes, plane, plane + sizeY * sizeX, FAR);
      for (int r = 0; r < rows; r++) {
        if (isFar(source, r * sizeX)) {
          continue;
        }
        int y = first + r;
        for (int u = Math.max(0, y - reachY); u < Math.min(sizeY, y + reachY + 1); u++) {
          double d = (u - y) * nm.yNm();
          lower(planes, plane + u * sizeX, source, r * sizeX, (float) (d * d), sizeX);
        }
      }
    }
  }

  private boolean isFar(float[] source, int row) {
    // a row of the border has a 0, all others are far everywhere
    return source[row] >= FAR;
  }

  private void alongZ(int[] b) {
    int area = sizeY * sizeX;
    Arrays.fill(distance, 0, sizeZ * area, FAR);
    for (int p = 0; p <= b[3] - b[0]; p++) {
      int z = b[0] - z0 + p;
      for (int u = Math.max(0, z - reachZ); u < Math.min(sizeZ, z + reachZ + 1); u++) {
        double d = (u - z) * nm.zNm();
        lower(distance, u * area, planes, p * area, (float) (d * d), area);
      }
    }
  }

  private static void lower(float[] to, int at, float[] from, int begin, float plus, int n) {
    for (int i = 0; i < n; i++) {
      to[at + i] = Math.min(to[at + i], from[begin + i] + plus);
    }
  }

  private void sort(int one, int other) {
    float near = (float) (RADII_NM[0] * RADII_NM[0]);
    float middle = (float) (RADII_NM[1] * RADII_NM[1]);
    float far = (float) (RADII_NM[2] * RADII_NM[2]);
    int i = 0;
    for (int z = z0; z < z0 + sizeZ; z++) {
      for (int y = y0; y < y0 + sizeY; y++) {
        int voxel = (z * grid.sizeY() + y) * grid.sizeX() + x0;
        for (int x = 0; x < sizeX; x++, i++, voxel++) {
          int object = objects[voxel];
          if ((object == one || object == other) && distance[i] <= far) {
            int shell = distance[i] <= near ? 0 : distance[i] <= middle ? 1 : 2;
            groups[SubVolumes.side(object == one ? 0 : 1) + shell].add(voxel);
          }
        }
      }
    }
  }
}
