package org.connectarium.graph.hierarchy;

import java.util.Arrays;
import org.neo4j.graphdb.Node;

/// Cuts space into chunks of `sideNm`, and these into cubes of 4³ at each further level. A chunk
/// is a long: its numbers along x, y and z, 20 bits each; what lies before the origin or beyond
/// counts to the chunk at the rim. At [#TOP_LEVEL] all of space is one cube.
///
/// - units: nm
public record ChunkGrid(double sideNm, double x0, double y0, double z0) {
  /// The level at which there is one cube.
  public static final int TOP_LEVEL = 11;

  /* So many segments in a chunk keep both small: a look through a chunk, and their number. */
  private static final double SEGMENTS_PER_CHUNK = 100;
  private static final int BITS = 20;
  private static final int MASK = (1 << BITS) - 1;
  private static final int BITS_PER_LEVEL = 2;

  /// @throws IllegalArgumentException if the side is not positive
  public ChunkGrid {
    if (!(sideNm > 0)) {
      throw new IllegalArgumentException("sideNm must be positive but was " + sideNm);
    }
  }

  /// A grid whose chunks hold about a hundred segments each.
  ///
  /// @param boundsNm x0, y0, z0, x1, y1, z1 of the centroids of so many segments
  public static ChunkGrid fit(double[] boundsNm, long segments) {
    double[] extent = new double[3];
    for (int d = 0; d < 3; d++) {
      extent[d] = Math.max(1, boundsNm[d + 3] - boundsNm[d]);
    }
    double chunks = Math.max(1, segments / SEGMENTS_PER_CHUNK);
    Arrays.sort(extent); // flat volumes: an axis shorter than a chunk does not count
    double side = Math.cbrt(extent[0] * extent[1] * extent[2] / chunks);
    if (side > extent[0]) {
      side = Math.sqrt(extent[1] * extent[2] / chunks);
    }
    if (side > extent[1]) {
      side = extent[2] / chunks;
    }
    return new ChunkGrid(Math.max(1, side), boundsNm[0], boundsNm[1], boundsNm[2]);
  }

  /// The chunk of a position.
  public long chunk(double x, double y, double z) {
    return (number(x - x0) << (2 * BITS)) | (number(y - y0) << BITS) | number(z - z0);
  }

  private long number(double fromOrigin) {
    return (long) Math.clamp(Math.floor(fromOrigin / sideNm), 0, MASK);
  }

  /// The chunk of a segment, by its centroid.
  long chunk(Node segment) {
    return chunk(coordinate(segment, "x"), coordinate(segment, "y"), coordinate(segment, "z"));
  }

  private static double coordinate(Node segment, String axis) {
    return ((Number) segment.getProperty(axis)).doubleValue();
  }

  /// True if two chunks lie in one cube of a level, from 1 (chunks) on.
  public static boolean sameCube(long chunkA, long chunkB, int level) {
    long differ = chunkA ^ chunkB;
    int shift = BITS_PER_LEVEL * (level - 1);
    long bits = (differ >>> (2 * BITS)) | ((differ >>> BITS) & MASK) | (differ & MASK);
    return bits >>> shift == 0;
  }

  /// Stores the grid as properties of a node.
  void store(Node node) {
    node.setProperty("chunkNm", sideNm);
    node.setProperty("chunkOriginNm", new double[] {x0, y0, z0});
  }

  /// The grid that [#store] put there.
  static ChunkGrid load(Node node) {
    double[] origin = (double[]) node.getProperty("chunkOriginNm");
    return new ChunkGrid((double) node.getProperty("chunkNm"), origin[0], origin[1], origin[2]);
  }
}
