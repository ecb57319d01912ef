package org.connectarium.reconstruction.classification;

import java.util.HashMap;
import java.util.Map;
import org.connectarium.reconstruction.segmentation.BlockBorders;

/// Which border pieces are synapses: those with enough voxels in a synaptic cleft whose two sides
/// are the cells of that synapse.
///
/// @param cells of the segments
/// @param partners of each synapse by its id
public record SynapseTruth(SegmentTruth cells, Map<Long, Partners> partners) {
  /* A piece of a synapse has this share of its voxels in the cleft, or so many of them. */
  private static final double LEAST_SHARE = 0.1;
  private static final int ENOUGH_VOXELS = 30;
  /* Fewer are chance. */
  private static final int LEAST_VOXELS = 5;

  public SynapseTruth {
    partners = Map.copyOf(partners);
  }

  /// The cells of a synapse.
  public record Partners(long pre, long post) {}

  /// What is true of a piece.
  public enum Answer {
    /// The side of the lower id is presynaptic.
    FORWARD,
    /// The side of the higher id is presynaptic.
    REVERSE,
    /// No synapse.
    NONE,
    /// A cell of one side is not known, or too few voxels to say.
    UNKNOWN
  }

  /// The truth of a piece.
  ///
  /// @param answer what it is
  /// @param synapse id of the synapse, 0 for none
  public record Found(Answer answer, long synapse) {
    /// Nothing is known.
    static final Found UNKNOWN = new Found(Answer.UNKNOWN, 0);
  }

  /// Says what a piece is.
  ///
  /// @param clefts ids of synapses in the box that the voxels of the border count in
  public Found of(BlockBorders.Border border, long[] clefts) {
    Map<Long, Integer> counts = new HashMap<>();
    for (int voxel : border.voxels()) {
      if (clefts[voxel] != 0) {
        counts.merge(clefts[voxel], 1, Integer::sum);
      }
    }
    long low = cells.of(border.piece().lowId());
    long high = cells.of(border.piece().highId());
    if (low == 0 || high == 0) {
      return Found.UNKNOWN;
    }
    int most = 0;
    Found best = new Found(Answer.NONE, 0);
    for (var entry : counts.entrySet()) {
      Partners p = partners.get(entry.getKey());
      boolean forward = p != null && p.pre == low && p.post == high;
      boolean reverse = p != null && p.pre == high && p.post == low;
      if ((forward || reverse) && entry.getValue() > most) {
        most = entry.getValue();
        best = new Found(forward ? Answer.FORWARD : Answer.REVERSE, entry.getKey());
      }
    }
    if (most == 0) {
      return best;
    }
    boolean enough = most >= ENOUGH_VOXELS || most >= LEAST_SHARE * border.voxels().length;
    return most >= LEAST_VOXELS && enough ? best : new Found(Answer.UNKNOWN, best.synapse);
  }
}
