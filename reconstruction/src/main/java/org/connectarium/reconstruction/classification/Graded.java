package org.connectarium.reconstruction.classification;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.segmentation.BlockBorders;
import org.connectarium.reconstruction.segmentation.Piece;
import org.connectarium.reconstruction.segmentation.TableFile;

/// The probabilities of a volume beside what is true of its contacts and segments.
///
/// - continuity: contacts that were classified and whose two cells are known
/// - synapse: contacts by the larger probability of both directions; a synapse that is found in the
///   wrong direction is not found (probability 0)
/// - types: segments of known type of at least a size
public final class Graded {
  private final KnownVolume known;
  private final Scores scores;
  private final Predicate<double[]> inside;
  private final Answers continuity = new Answers();
  private final Answers synapse = new Answers();
  private final List<Answers> types =
      Stream.generate(Answers::new).limit(KnownVolume.TYPE_CODES.size()).toList();

  private Graded(KnownVolume known, Scores scores, Predicate<double[]> inside) {
    this.known = known;
    this.scores = scores;
    this.inside = inside;
  }

  /// Compares.
  ///
  /// @param inside which places count, x, y, z in nm
  /// @param minVoxels smaller segments have no type
  public static Graded of(
      KnownVolume known, Scores scores, Predicate<double[]> inside, long minVoxels) {
    Graded graded = new Graded(known, scores, inside);
    graded.contacts();
    known.types().ifPresent(truth -> graded.segments(truth, minVoxels));
    return graded;
  }

  /// Contacts within one cell.
  public Answers continuity() {
    return continuity;
  }

  /// Synaptic contacts.
  public Answers synapse() {
    return synapse;
  }

  /// Segments of a class: 0 axon, 1 dendrite, 2 spine head, 3 glia.
  public Answers type(int type) {
    return types.get(type);
  }

  private void contacts() {
    SegmentTruth cells = known.cellsOfSegments();
    Optional<SynapseTruth> synapses =
        known.synapses().map(s -> new SynapseTruth(cells, s.partners()));
    BlockBorders borders = known.volume().borders().open();
    List<Box> blocks = known.segmentation().done();
    int[] inTable = known.segmentation().tables().stream().mapToInt(this::pieces).toArray();
    int[] begin = new int[inTable.length + 1];
    for (int t = 0; t < inTable.length; t++) {
      begin[t + 1] = begin[t] + inTable[t];
    }
    for (int b = 0; b < blocks.size(); b++) {
      Box around = blocks.get(b).grow(1, 1, 1).intersect(known.volume().volume());
      long[] clefts = known.synapses().map(s -> s.clefts().read(around)).orElse(new long[0]);
      List<BlockBorders.Border> found = borders.of(blocks.get(b), around);
      for (int i = 0; i < found.size(); i++) {
        BlockBorders.Border border = found.get(i);
        int own = inTable[b];
        int at = i < own ? begin[b] + i : begin[blocks.size() + b] + i - own;
        Piece piece = border.piece();
        if (inside.test(new double[] {piece.xNm(), piece.yNm(), piece.zNm()})) {
          joined(piece, cells, at);
          synapses.ifPresent(truth -> synaptic(truth.of(border, clefts), at));
        }
      }
    }
  }

  private int pieces(Path table) {
    return TableFile.open(table).pieces();
  }

  private void joined(Piece piece, SegmentTruth cells, int at) {
    float p = scores.continuity()[at];
    long low = cells.of(piece.lowId());
    long high = cells.of(piece.highId());
    if (!Float.isNaN(p) && low != 0 && high != 0) {
      continuity.add(p, low == high);
    }
  }

  private void synaptic(SynapseTruth.Found truth, int at) {
    float forward = scores.synapse(at, at + 1)[0];
    float reverse = scores.synapseReverse(at, at + 1)[0];
    if (Float.isNaN(forward)) {
      return;
    }
    double larger = Math.max(forward, reverse);
    switch (truth.answer()) {
      case FORWARD -> synapse.add(forward >= reverse ? larger : 0, true);
      case REVERSE -> synapse.add(reverse >= forward ? larger : 0, true);
      case NONE -> synapse.add(larger, false);
      case UNKNOWN -> {}
    }
  }

  private void segments(LabelReader truth, long minVoxels) {
    if (scores.segments() == 0) {
      return;
    }
    SegmentTruth labels = known.labelsOfSegments(truth);
    int[] n = {0};
    for (TableFile table : TableFile.open(known.segmentation().tables())) {
      table.forEachSegment(row -> segment(row, labels, minVoxels, n[0]++));
    }
  }

  private void segment(SegmentRow row, SegmentTruth labels, long minVoxels, int at) {
    int type = KnownVolume.TYPE_CODES.indexOf(labels.of(row.id()));
    boolean counts = inside.test(new double[] {row.xNm(), row.yNm(), row.zNm()});
    if (type >= 0 && counts && row.voxels() >= minVoxels) {
      for (int c = 0; c < types.size(); c++) {
        types.get(c).add(scores.type(c, at, at + 1)[0], c == type);
      }
    }
  }
}
