package org.connectarium.reconstruction.contact;

/// Minimum, quartiles, median, maximum and standard deviation of the boundary levels of each piece.
///
/// Cost: O(interface voxels + 256·pieces), 1 byte per interface voxel, 13 a piece.
final class Levels {
  private static final int QUARTILES = 5;

  private final byte[] quartiles;
  private final double[] deviation;

  Levels(Interfaces from, Pieces pieces, int[] voxels) {
    int n = pieces.count;
    quartiles = new byte[QUARTILES * n];
    deviation = new double[n];
    int[] begin = new int[n + 1];
    for (int i = 0; i < n; i++) {
      begin[i + 1] = begin[i] + voxels[i];
    }
    byte[] grouped = new byte[from.size];
    int[] next = begin.clone();
    for (int k = 0; k < from.size; k++) {
      grouped[next[pieces.pieceOf[k]]++] = from.level[k];
    }
    EvidenceLevels evidence = new EvidenceLevels();
    for (int i = 0; i < n; i++) {
      evidence.clear();
      for (int k = begin[i]; k < begin[i + 1]; k++) {
        evidence.add(grouped[k] & 255);
      }
      deviation[i] = evidence.deviation();
      for (int q = 0; q < QUARTILES; q++) {
        quartiles[QUARTILES * i + q] = (byte) evidence.quantile(q / 4.0);
      }
    }
  }

  double deviation(int piece) {
    return deviation[piece];
  }

  int quartile(int piece, int quarters) {
    return quartiles[QUARTILES * piece + quarters] & 255;
  }
}
