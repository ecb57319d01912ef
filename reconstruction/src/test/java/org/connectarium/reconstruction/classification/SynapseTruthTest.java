package org.connectarium.reconstruction.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.classification.SynapseTruth.Answer;
import org.connectarium.reconstruction.segmentation.BlockBorders;
import org.connectarium.reconstruction.segmentation.Piece;
import org.junit.jupiter.api.Test;

class SynapseTruthTest {
  /* Segments 1, 2, 3 of cells 10, 20, 30; segment 4 of none. */
  private static final SegmentTruth CELLS =
      SegmentTruth.of(
          List.of(Box.ofSize(4, 1, 1)),
          _ -> new long[] {1, 2, 3, 4},
          _ -> new long[] {10, 20, 30, 0});

  private static final SynapseTruth TRUTH =
      new SynapseTruth(
          CELLS,
          Optional.of(
              Map.of(
                  7L, new SynapseTruth.Partners(10, 20),
                  8L, new SynapseTruth.Partners(30, 10),
                  9L, new SynapseTruth.Partners(40, 50))),
          Box.ofSize(40, 40, 10),
          new VoxelSize(10, 10, 50));

  private static SynapseTruth.Found found(long low, long high, int voxels, long... clefts) {
    return foundAt(200, 0.01, low, high, voxels, clefts);
  }

  private static SynapseTruth.Found foundAt(
      double xNm, double areaUm2, long low, long high, int voxels, long... clefts) {
    return foundBy(TRUTH, xNm, areaUm2, low, high, voxels, clefts);
  }

  private static SynapseTruth.Found foundBy(
      SynapseTruth truth,
      double xNm,
      double areaUm2,
      long low,
      long high,
      int voxels,
      long... clefts) {
    Piece piece =
        new Piece(
            low,
            high,
            0,
            areaUm2,
            voxels,
            xNm,
            200,
            200,
            new ContactRow.Normal(1, 0, 0),
            false,
            0.5f,
            new ContactRow.Spread(0, 0, 0, 0, 0, 0),
            0);
    long[] all = Arrays.copyOf(clefts, voxels);
    return truth.of(new BlockBorders.Border(piece, IntStream.range(0, voxels).toArray()), all);
  }

  @Test
  void theLowerIdIsPresynapticOrTheHigher() {
    assertThat(found(1, 2, 20, 7, 7, 7, 7, 7)).isEqualTo(new SynapseTruth.Found(Answer.FORWARD, 7));
    assertThat(found(1, 3, 20, 8, 8, 8, 8, 8)).isEqualTo(new SynapseTruth.Found(Answer.REVERSE, 8));
  }

  @Test
  void withoutAnyCleftItIsNone() {
    assertThat(found(1, 2, 20).answer()).isEqualTo(Answer.NONE);
  }

  @Test
  void aCleftOfOtherCellsIsNotKnown() {
    assertThat(found(1, 2, 20, 9, 9, 9, 9, 9, 9).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(found(2, 3, 20, 7).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void norIsOneThatNoTableNames() {
    assertThat(found(1, 2, 20, 5, 5, 5, 5, 5, 5))
        .isEqualTo(new SynapseTruth.Found(Answer.UNKNOWN, 0));
  }

  @Test
  void aSmallShareOfALargePieceIsEnough() {
    long[] some = new long[15];
    Arrays.fill(some, 7);
    assertThat(foundAt(200, 0.39, 1, 2, 300, some).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(foundAt(200, 0.41, 1, 2, 300, some).answer()).isEqualTo(Answer.FORWARD);
  }

  @Test
  void atTheRimNothingIsKnown() {
    assertThat(foundAt(154, 0.01, 1, 2, 20).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(foundAt(156, 0.01, 1, 2, 20).answer()).isEqualTo(Answer.NONE);
    assertThat(foundAt(234, 0.01, 1, 2, 20).answer()).isEqualTo(Answer.NONE);
    assertThat(foundAt(236, 0.01, 1, 2, 20).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void tooLittleOfACleftIsNotKnown() {
    assertThat(found(1, 2, 20, 7, 7).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(found(1, 2, 300, 7, 7, 7, 7, 7, 7).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void withoutPartnersACleftIsASynapseOfEitherDirection() {
    SynapseTruth truth =
        new SynapseTruth(CELLS, Optional.empty(), TRUTH.volume(), TRUTH.voxelSize());
    SynapseTruth.Found either = new SynapseTruth.Found(Answer.EITHER, 5);
    assertThat(foundBy(truth, 154, 0.01, 1, 2, 20, 5, 5, 5, 5, 5)).isEqualTo(either);
    assertThat(foundBy(truth, 154, 0.01, 1, 4, 20, 6, 5, 5, 5, 5, 5)).isEqualTo(either);
    assertThat(foundBy(truth, 154, 0.01, 1, 2, 20, 6, 6, 6, 6, 6, 5, 5, 5, 5, 5)).isEqualTo(either);
    assertThat(foundBy(truth, 154, 0.01, 1, 2, 20, 5, 5).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(foundBy(truth, 154, 0.01, 1, 2, 20).answer()).isEqualTo(Answer.NONE);
  }

  @Test
  void withoutAKnownCellNothingIsKnown() {
    assertThat(found(1, 4, 20, 7, 7, 7, 7, 7).answer()).isEqualTo(Answer.UNKNOWN);
  }
}
