package org.connectarium.reconstruction.classification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.connectarium.reconstruction.segmentation.BlockSegmentation;

/// A segmented volume of which it is known what its contacts and segments are.
///
/// @param segmentation finished
/// @param cells which cell each segment belongs to
/// @param types type of each voxel, 1 axon, 2 dendrite, 3 spine head, 5 glia, all else is ignored;
///     empty = not known
/// @param synapses empty = not known
/// @param contacts what people said of single contacts; empty = nothing
public record KnownVolume(
    ClassifiedVolume volume,
    BlockSegmentation segmentation,
    Cells cells,
    Optional<LabelReader> types,
    Optional<Synapses> synapses,
    Optional<LabelledContacts> contacts) {

  /// Where synapses lie and whom they join.
  ///
  /// @param clefts id of the synapse of each voxel, 0 = none
  /// @param partners of each synapse; empty = not known of any
  public record Synapses(LabelReader clefts, Optional<Map<Long, SynapseTruth.Partners>> partners) {}

  /// The cell of each segment.
  SegmentTruth cellsOfSegments() {
    return switch (cells) {
      case Cells.Unknown _ -> SegmentTruth.ofSkeletons(List.of());
      case Cells.Voxels(LabelReader labels) -> labelsOfSegments(labels);
      case Cells.Traced(List<Cells.Skeleton> skeletons) -> SegmentTruth.ofSkeletons(skeletons);
    };
  }

  /// The label of each segment in another truth.
  SegmentTruth labelsOfSegments(LabelReader truth) {
    return SegmentTruth.of(segmentation.done(), ids(), truth);
  }

  /// The truth of synapses.
  ///
  /// @param cells of the segments
  Optional<SynapseTruth> synapseTruth(SegmentTruth cells) {
    return synapses.map(
        s -> new SynapseTruth(cells, s.partners(), segmentation.placed(), volume.voxelSize()));
  }

  private LabelReader ids() {
    return volume.segments().open()::readLongs;
  }

  /// Codes of the types of [org.connectarium.reconstruction.classifier.ModelKind#TYPE], in the
  /// order of its questions.
  static final List<Long> TYPE_CODES = List.of(1L, 2L, 3L, 5L);
}
