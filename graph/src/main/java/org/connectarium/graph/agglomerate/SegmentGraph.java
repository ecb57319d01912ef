package org.connectarium.graph.agglomerate;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.connectarium.graph.hierarchy.ChunkGrid;
import org.connectarium.graph.score.ScoreRegistry;
import org.neo4j.graphdb.Transaction;

/// Segments in ascending id order, and the joins between them, as flat arrays. Entry i of
/// `nodeIds`, `voxels` and `ofType` belongs to segment `ids[i]`, whose centroid is at
/// `centroidNm[3 i]` (x), `[3 i + 1]` (y) and `[3 i + 2]` (z); join k links segments `from[k]`
/// and `to[k]` (indices) and is right with the probability `continuity[k]`. The first `decided`
/// joins are what people joined. Cost: 37 bytes per segment, 12 per join.
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
public record SegmentGraph(
    long[] ids,
    long[] nodeIds,
    long[] voxels,
    boolean[] ofType,
    float[] centroidNm,
    int[] from,
    int[] to,
    float[] continuity,
    int decided) {

  /// All segments, and the contacts that join by the thresholds, as the transaction sees them,
  /// whatever people decided.
  ///
  /// @throws org.connectarium.graph.GraphException if the graph lacks the scores
  public static SegmentGraph read(Transaction tx, AgglomerationOptions options, StopCheck stop) {
    return new SegmentGraphReader(tx, options.rule(new ScoreRegistry(tx)), stop).read();
  }

  /// How many segments there are.
  public int segments() {
    return ids.length;
  }

  /// The connected component of each segment, numbered from 0 in order of their first segment.
  public int[] components(StopCheck stop) {
    return Components.of(ids.length, from, to, stop);
  }

  /// Chunks for these segments.
  ChunkGrid grid() {
    double[] bounds = {0, 0, 0, 0, 0, 0};
    for (int k = 0; k < centroidNm.length; k++) {
      int d = k % 3;
      bounds[d] = k < 3 ? centroidNm[k] : Math.min(bounds[d], centroidNm[k]);
      bounds[d + 3] = k < 3 ? centroidNm[k] : Math.max(bounds[d + 3], centroidNm[k]);
    }
    return ChunkGrid.fit(bounds, segments());
  }

  /// SHA-256 over ids, joins and their probabilities, as hex: the input hash of the run. Joins
  /// count in any order.
  public String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);
      for (long id : ids) {
        sha.update(eight.putLong(0, id).array());
      }
      long joins = 0;
      for (int k = 0; k < from.length; k++) {
        long ends = mix((long) from[k] << 32 | to[k]);
        joins += mix(ends + Float.floatToIntBits(continuity[k]));
      }
      sha.update(eight.putLong(0, joins).array());
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK has SHA-256
    }
  }

  /// Finaliser of SplitMix64, so that a sum over pairs tells sets of pairs apart.
  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
