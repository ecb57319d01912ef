package org.connectarium.reconstruction.classification;

import java.util.ArrayList;
import java.util.List;
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
  private final Answers largeSynapse = new Answers();
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

  /// Synaptic contacts among those of [SynapseTruth#LARGE_UM2] or more.
  public Answers largeSynapse() {
    return largeSynapse;
  }

  /// Segments of a class, by their voxels: 0 axon, 1 dendrite, 2 spine head, 3 glia.
  public Answers type(int type) {
    return types.get(type);
  }

  /* A border piece, and what is true of it as a synapse. */
  private record KnownPiece(Piece piece, SynapseTruth.Found synapse) {}

  private void contacts() {
    ContactTruth truth = ContactTruth.of(known);
    List<KnownPiece> pieces = pieces(truth);
    for (int at = 0; at < pieces.size(); at++) {
      Piece piece = pieces.get(at).piece;
      if (inside.test(new double[] {piece.xNm(), piece.yNm(), piece.zNm()})) {
        joined(piece, truth, at);
        synaptic(piece, pieces.get(at).synapse, at);
      }
    }
  }

  /* In the order of the tables, which is that of the scores. */
  private List<KnownPiece> pieces(ContactTruth truth) {
    BlockBorders borders = known.volume().borders().open();
    List<List<KnownPiece>> ofBlocks = new ArrayList<>();
    for (Box block : known.segmentation().done()) {
      Box around = block.grow(1, 1, 1).intersect(known.volume().volume());
      long[] clefts = truth.clefts(around);
      ofBlocks.add(
          borders.of(block, around).stream()
              .map(border -> new KnownPiece(border.piece(), truth.synapse(border, clefts)))
              .toList());
    }
    return TableOrder.of(known.segmentation().tables(), ofBlocks);
  }

  private void joined(Piece piece, ContactTruth truth, int at) {
    float p = scores.continuity()[at];
    if (!Float.isNaN(p)) {
      truth.same(piece).ifPresent(same -> continuity.add(p, same));
    }
  }

  private void synaptic(Piece piece, SynapseTruth.Found truth, int at) {
    float forward = scores.synapse(at, at + 1)[0];
    float reverse = scores.synapseReverse(at, at + 1)[0];
    if (Float.isNaN(forward)) {
      return;
    }
    synapse.addSynapse(forward, reverse, truth.answer());
    if (piece.areaUm2() >= SynapseTruth.LARGE_UM2) {
      largeSynapse.addSynapse(forward, reverse, truth.answer());
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
        types.get(c).add(scores.type(c, at, at + 1)[0], c == type, (float) row.voxels());
      }
    }
  }
}
