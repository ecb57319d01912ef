package org.connectarium.reconstruction.classification;

import java.util.Optional;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.segmentation.BlockBorders;
import org.connectarium.reconstruction.segmentation.Piece;

/// What is true of the contacts of a volume: what people said of single ones, or else what follows
/// from cells and synapses.
final class ContactTruth {
  private final KnownVolume known;
  private final SegmentTruth cells;
  private final Optional<SynapseTruth> synapses;
  private final Optional<LabelledContacts> labelled;
  private final boolean byLabel;
  private final boolean synapsesByLabel;

  private ContactTruth(KnownVolume known) {
    this.known = known;
    labelled = known.contacts();
    byLabel = labelled.map(LabelledContacts::tellContinuity).orElse(false);
    synapsesByLabel = labelled.map(LabelledContacts::tellSynapses).orElse(false);
    cells = known.cellsOfSegments();
    synapses = synapsesByLabel ? Optional.empty() : known.synapseTruth(cells);
  }

  static ContactTruth of(KnownVolume known) {
    return new ContactTruth(known);
  }

  /// Whether both sides are one cell; empty = not known.
  Optional<Boolean> same(Piece piece) {
    if (byLabel) {
      return label(piece).flatMap(LabelledContacts.Label::same);
    }
    long low = cells.of(piece.lowId());
    long high = cells.of(piece.highId());
    return low == 0 || high == 0 ? Optional.empty() : Optional.of(low == high);
  }

  /// Refuses to go on where nothing tells same cells.
  void requireContinuity() {
    if (!byLabel && known.cells() instanceof Cells.Unknown) {
      throw new BadInputException(
          "No cells are known; give truth, truthSkeletons, or truthContacts with a column \"same\" in"
              + " DATASET.yaml");
    }
  }

  /// Refuses to go on where nothing tells synapses.
  void requireSynapses() {
    if (!synapsesByLabel && synapses.isEmpty()) {
      throw new BadInputException(
          "No synapses are known; give truthClefts and truthSynapses, or truthContacts with a column"
              + " \"synapse\" in DATASET.yaml");
    }
  }

  /// Ids of synapses of a box, as [#synapse] wants them.
  long[] clefts(Box box) {
    return synapses.isPresent()
        ? known.synapses().map(s -> s.clefts().read(box)).orElse(new long[0])
        : new long[0];
  }

  /// Whether a border is a synapse.
  ///
  /// @param clefts of the box that the voxels of the border count in
  SynapseTruth.Found synapse(BlockBorders.Border border, long[] clefts) {
    if (synapsesByLabel) {
      return label(border.piece())
          .flatMap(
              label ->
                  label
                      .synapse()
                      .map(
                          is ->
                              new SynapseTruth.Found(
                                  is, is == SynapseTruth.Answer.NONE ? 0 : label.number())))
          .orElse(SynapseTruth.Found.UNKNOWN);
    }
    return synapses.map(truth -> truth.of(border, clefts)).orElse(SynapseTruth.Found.UNKNOWN);
  }

  /// Whether somebody said something of this very piece.
  boolean isLabelled(Piece piece) {
    return label(piece).isPresent();
  }

  private Optional<LabelledContacts.Label> label(Piece piece) {
    return labelled.flatMap(all -> all.of(piece));
  }
}
