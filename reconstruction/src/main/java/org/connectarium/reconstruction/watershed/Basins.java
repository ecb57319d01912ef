package org.connectarium.reconstruction.watershed;

import java.util.Arrays;

/// Every voxel with the basin it drains to: the descent always goes to the lowest of the 27
/// voxels around, of equals to the first in (z, y, x) order. A flat minimum may be cut into
/// several basins; they meet at their own height.
///
/// - input: a padded relief
/// - output: padded basin numbers 0…n − 1 in order of the first voxel that drains there, −1
///   outside; the height of each basin's lowest voxel
/// - cost: O(voxels), 8 bytes per voxel
final class Basins {
  final int[] basinOf;
  final int[] heights;

  Basins(Relief relief) {
    basinOf = descent(relief);
    int[] found = new int[1024];
    int n = 0;
    char[] height = relief.heights();
    for (int p = 0; p < basinOf.length; p++) {
      if (height[p] == Relief.OUTSIDE || basinOf[p] < 0) {
        continue;
      }
      int end = p;
      while (basinOf[end] >= 0 && basinOf[end] != end) {
        end = basinOf[end];
      }
      int mark = basinOf[end];
      if (mark >= 0) {
        if (n == found.length) {
          found = Arrays.copyOf(found, 2 * n);
        }
        found[n] = height[end];
        mark = ~n++;
      }
      for (int q = p; basinOf[q] >= 0; ) {
        int next = basinOf[q];
        basinOf[q] = mark;
        q = next;
      }
    }
    heights = Arrays.copyOf(found, n);
    for (int p = 0; p < basinOf.length; p++) {
      basinOf[p] = height[p] == Relief.OUTSIDE ? -1 : ~basinOf[p];
    }
  }

  /* Lowest of the 27 voxels around each, as padded index. One minimum filter an axis over keys
  32·height + code, where code = 9·(dz + 1) + 3·(dy + 1) + (dx + 1) also breaks ties in (z, y, x) order. */
  private static int[] descent(Relief relief) {
    char[] height = relief.heights();
    int n = height.length;
    int strideY = relief.grid().strideY();
    int strideZ = relief.grid().strideZ();
    char[] alongX = new char[n];
    for (int p = 1; p < n - 1; p++) {
      alongX[p] = lowest(height[p - 1] << 5, height[p] << 5, height[p + 1] << 5, 1);
    }
    char[] alongY = new char[n];
    for (int p = strideY; p < n - strideY; p++) {
      alongY[p] = lowest(alongX[p - strideY], alongX[p], alongX[p + strideY], 3);
    }
    int[] to = new int[n];
    for (int p = strideZ; p < n - strideZ; p++) {
      if (height[p] != Relief.OUTSIDE) {
        int code = lowest(alongY[p - strideZ], alongY[p], alongY[p + strideZ], 9) & 31;
        to[p] = p + (code / 9 - 1) * strideZ + (code / 3 % 3 - 1) * strideY + code % 3 - 1;
      }
    }
    return to;
  }

  private static char lowest(int before, int here, int after, int code) {
    return (char) Math.min(before, Math.min(here + code, after + 2 * code));
  }
}
