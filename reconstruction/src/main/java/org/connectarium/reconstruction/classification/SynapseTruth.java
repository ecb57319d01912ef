package org.connectarium.reconstruction.classification;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.segmentation.BlockBorders;
import org.connectarium.reconstruction.segmentation.Piece;

/// Which border pieces are synapses: those with enough voxels in a synaptic cleft whose two sides
/// are the cells of that synapse. Where the partners of synapses are not known, the cleft alone
/// decides, and a synapse has no direction.
///
/// Not known are pieces that touch a cleft without being a synapse by this rule (slivers of a
/// third cell that lie in it, synapses whose middle is outside of the volume and that no table
/// names), and those within [#RIM_NM] of the faces of the volume, where what is looked at is cut
/// off. FocusEM does the same: a false detection is one that overlaps no synapse, and 160 nm of
/// the rim do not count. Without partners there is no such rim.
///
/// @param cells of the segments
/// @param partners of each synapse by its id; empty = not known of any
/// @param volume all of it, in voxels, where positions of pieces count it
public record SynapseTruth(
    SegmentTruth cells, Optional<Map<Long, Partners>> partners, Box volume, VoxelSize voxelSize) {
  /// How far a piece must be from the faces of the volume, nm.
  public static final double RIM_NM = 160;

  /// Area from which a contact counts as large, µm²: about that of the 150 voxels from which
  /// FocusEM classifies one.
  public static final double LARGE_UM2 = 0.02;

  /* A piece of a synapse has this share of its voxels in the cleft, or so much of its area. */
  private static final double LEAST_SHARE = 0.1;
  private static final double ENOUGH_UM2 = 0.02;
  /* Where partners are not known, slivers of others cannot be told: so many voxels are enough. */
  private static final int ENOUGH_VOXELS = 30;
  /* Fewer are chance. */
  private static final int LEAST_VOXELS = 5;

  public SynapseTruth {
    partners = partners.map(Map::copyOf);
  }

  /// The cells of a synapse.
  public record Partners(long pre, long post) {}

  /// What is true of a piece.
  public enum Answer {
    /// The side of the lower id is presynaptic.
    FORWARD,
    /// The side of the higher id is presynaptic.
    REVERSE,
    /// A synapse; which side is presynaptic is not known.
    EITHER,
    /// No synapse.
    NONE,
    /// A cell of one side is not known, or too few voxels to say, or too near to the rim.
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
    if (partners.isPresent() && (low == 0 || high == 0 || isAtRim(border.piece()))) {
      return Found.UNKNOWN;
    }
    int most = 0;
    Found best = new Found(Answer.NONE, 0);
    for (var entry : counts.entrySet()) {
      Answer answer = answer(entry.getKey(), low, high);
      boolean more =
          entry.getValue() > most || (entry.getValue() == most && entry.getKey() < best.synapse);
      if (answer != Answer.NONE && more) {
        most = entry.getValue();
        best = new Found(answer, entry.getKey());
      }
    }
    if (counts.isEmpty()) {
      return best;
    }
    double share = (double) most / border.voxels().length;
    boolean isLarge =
        partners.isPresent()
            ? share * border.piece().areaUm2() >= ENOUGH_UM2
            : most >= ENOUGH_VOXELS;
    boolean enough = share >= LEAST_SHARE || isLarge;
    return most >= LEAST_VOXELS && enough ? best : new Found(Answer.UNKNOWN, best.synapse);
  }

  private boolean isAtRim(Piece p) {
    return isAtRim(p.xNm() / voxelSize.xNm(), volume.x0(), volume.x1(), voxelSize.xNm())
        || isAtRim(p.yNm() / voxelSize.yNm(), volume.y0(), volume.y1(), voxelSize.yNm())
        || isAtRim(p.zNm() / voxelSize.zNm(), volume.z0(), volume.z1(), voxelSize.zNm());
  }

  /* Voxel 0 has its centre at 0, so its face is half a voxel before. */
  private static boolean isAtRim(double at, long begin, long end, double nm) {
    return Math.min(at - begin + 0.5, end - 0.5 - at) * nm < RIM_NM;
  }

  private Answer answer(long synapse, long low, long high) {
    if (partners.isEmpty()) {
      return Answer.EITHER;
    }
    Partners p = partners.get().get(synapse);
    if (p != null && p.pre == low && p.post == high) {
      return Answer.FORWARD;
    }
    return p != null && p.pre == high && p.post == low ? Answer.REVERSE : Answer.NONE;
  }
}
