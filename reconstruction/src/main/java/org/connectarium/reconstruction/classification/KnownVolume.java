package org.connectarium.reconstruction.classification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.connectarium.reconstruction.segmentation.BlockSegmentation;

/// A segmented volume of which it is known what its contacts and segments are.
///
/// @param segmentation finished
/// @param cells label of the cell of each voxel, 0 = unknown
/// @param types type of each voxel, 1 axon, 2 dendrite, 3 spine head, 5 glia, all else is ignored;
///     empty = not known
/// @param synapses empty = not known
public record KnownVolume(
    ClassifiedVolume volume,
    BlockSegmentation segmentation,
    LabelReader cells,
    Optional<LabelReader> types,
    Optional<Synapses> synapses) {

  /// Where synapses lie and whom they join.
  ///
  /// @param clefts id of the synapse of each voxel, 0 = none
  /// @param partners of each synapse
  public record Synapses(LabelReader clefts, Map<Long, SynapseTruth.Partners> partners) {}

  /// The cell of each segment.
  SegmentTruth cellsOfSegments() {
    return SegmentTruth.of(segmentation.done(), ids(), cells);
  }

  /// The label of each segment in another truth.
  SegmentTruth labelsOfSegments(LabelReader truth) {
    return SegmentTruth.of(segmentation.done(), ids(), truth);
  }

  private LabelReader ids() {
    return volume.segments().open()::readLongs;
  }

  /// Codes of the types of [org.connectarium.reconstruction.classifier.ModelKind#TYPE], in the
  /// order of its questions.
  static final List<Long> TYPE_CODES = List.of(1L, 2L, 3L, 5L);
}
