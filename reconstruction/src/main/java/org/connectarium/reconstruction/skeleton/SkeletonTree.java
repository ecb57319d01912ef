package org.connectarium.reconstruction.skeleton;

/// The middle lines of one object, as nodes and the node before each. Entry i of all arrays
/// belongs to node i; nodes stand behind the node before them.
///
/// @param label of the object
/// @param xNm voxel centres, in nm
/// @param yNm voxel centres, in nm
/// @param zNm voxel centres, in nm
/// @param radiusNm distance to the surface of the object, in nm
/// @param parent number of the node before, −1 where a connected piece begins
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
public record SkeletonTree(
    long label, double[] xNm, double[] yNm, double[] zNm, float[] radiusNm, int[] parent) {

  /// Number of nodes.
  public int nodes() {
    return parent.length;
  }

  /// Length of all pieces together, in nm.
  public double lengthNm() {
    double sum = 0;
    for (int i = 0; i < parent.length; i++) {
      int p = parent[i];
      if (p >= 0) {
        double dx = xNm[i] - xNm[p];
        double dy = yNm[i] - yNm[p];
        double dz = zNm[i] - zNm[p];
        sum += Math.sqrt(dx * dx + dy * dy + dz * dz);
      }
    }
    return sum;
  }

  /// Number of connected pieces.
  public int pieces() {
    int pieces = 0;
    for (int p : parent) {
      pieces += p < 0 ? 1 : 0;
    }
    return pieces;
  }

  /// Number of nodes at which a line ends.
  public int tips() {
    return nodesOf(1, 1);
  }

  /// Number of nodes at which three or more lines meet.
  public int branchPoints() {
    return nodesOf(3, Integer.MAX_VALUE);
  }

  private int nodesOf(int fewest, int most) {
    int[] degree = new int[parent.length];
    for (int i = 0; i < parent.length; i++) {
      if (parent[i] >= 0) {
        degree[i]++;
        degree[parent[i]]++;
      }
    }
    int count = 0;
    for (int d : degree) {
      count += d >= fewest && d <= most ? 1 : 0;
    }
    return count;
  }
}
