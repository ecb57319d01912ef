package org.connectarium.reconstruction.contact;

/// The 10, 50 and 90 % quantiles of the boundary levels of each piece: the smallest level that at
/// least this share of the piece's interface voxels does not exceed.
///
/// Cost: O(interface voxels + 256·pieces), 4 bytes per interface voxel.
final class Quantiles {
  private final byte[] low;
  private final byte[] median;
  private final byte[] high;

  Quantiles(Interfaces from, Pieces pieces, int[] voxels) {
    int n = pieces.count;
    low = new byte[n];
    median = new byte[n];
    high = new byte[n];
    int[] end = new int[n + 1];
    for (int i = 0; i < n; i++) {
      end[i + 1] = end[i] + voxels[i];
    }
    byte[] grouped = new byte[from.size];
    for (int k = from.size - 1; k >= 0; k--) {
      grouped[--end[pieces.pieceOf[k] + 1]] = from.level[k];
    }
    /* now end[i + 1] is the begin of piece i */
    int[] histogram = new int[256];
    for (int i = 0; i < n; i++) {
      int begin = end[i + 1];
      for (int k = begin; k < begin + voxels[i]; k++) {
        histogram[grouped[k] & 255]++;
      }
      int below = 0;
      for (int level = 0; level < 256; level++) {
        int here = histogram[level];
        if (here > 0) {
          low[i] = reaches(below, here, 0.1 * voxels[i]) ? (byte) level : low[i];
          median[i] = reaches(below, here, 0.5 * voxels[i]) ? (byte) level : median[i];
          high[i] = reaches(below, here, 0.9 * voxels[i]) ? (byte) level : high[i];
          below += here;
          histogram[level] = 0;
        }
      }
    }
  }

  private static boolean reaches(int below, int here, double rank) {
    return below < rank && below + here >= rank;
  }

  double low(int piece) {
    return (low[piece] & 255) / 255.0;
  }

  double median(int piece) {
    return (median[piece] & 255) / 255.0;
  }

  double high(int piece) {
    return (high[piece] & 255) / 255.0;
  }
}
