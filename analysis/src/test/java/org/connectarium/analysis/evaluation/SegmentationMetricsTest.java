package org.connectarium.analysis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentationMetricsTest {
  @Test
  void renamingSegmentsInTheTableEqualsRenamingThemInTheVolume() {
    long[] segments = {1, 1, 2, 2, 3, 0, 3};
    long[] truth = {7, 7, 7, 8, 8, 8, 0};
    Contingency joined = Contingency.of(segments, truth).renamed(id -> id == 2 ? 1 : id);
    Contingency expected = Contingency.of(new long[] {1, 1, 1, 1, 3, 0, 3}, truth);
    assertThat(joined.overlaps()).containsExactly(expected.overlaps());
  }

  @Test
  void perfectSegmentationHasNoErrorWhateverItsLabels() {
    SegmentationMetrics m = metrics(labels(5, 5, 9, 9), labels(1, 1, 2, 2), Background.IGNORE);
    assertThat(m).isEqualTo(new SegmentationMetrics(4, 1, 0, 0, 1, 1));
    assertThat(m.adaptedRandError()).isZero();
  }

  @Test
  void halvingAnObjectCostsOneBitOfSplit() {
    SegmentationMetrics m = metrics(labels(1, 1, 2, 2), labels(7, 7, 7, 7), Background.IGNORE);
    assertThat(m.viSplitBits()).isCloseTo(1, within(1e-12));
    assertThat(m.viMergeBits()).isCloseTo(0, within(1e-12));
    /* pairs: Σp(s,t)² = 4 + 4 = 8; Σp(s)² = 8; Σp(t)² = 16 */
    assertThat(m.randPrecision()).isEqualTo(1);
    assertThat(m.randRecall()).isEqualTo(0.5);
    assertThat(m.adaptedRandF()).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void mergingTwoObjectsCostsMergeBits() {
    SegmentationMetrics m = metrics(labels(3, 3, 3, 3), labels(1, 2, 2, 2), Background.IGNORE);
    /* H(1/4, 3/4) = 0.811278 bits */
    assertThat(m.viMergeBits()).isCloseTo(0.811278, within(1e-6));
    assertThat(m.viSplitBits()).isCloseTo(0, within(1e-12));
    assertThat(m.randPrecision()).isEqualTo(10 / 16.0);
    assertThat(m.randRecall()).isEqualTo(1);
  }

  @Test
  void voxelsWithoutTruthAreIgnored() {
    assertThat(metrics(labels(1, 1, 2, 9), labels(1, 1, 2, 0), Background.IGNORE))
        .isEqualTo(new SegmentationMetrics(3, 1, 0, 0, 1, 1));
  }

  @Test
  void voxelsWithoutSegmentCountAsTheOptionSays() {
    long[] segments = labels(1, 1, 0, 0);
    long[] truth = labels(1, 1, 1, 2);
    SegmentationMetrics ignored = metrics(segments, truth, Background.IGNORE);
    assertThat(ignored).isEqualTo(new SegmentationMetrics(2, 0.5, 0, 0, 1, 1));
    SegmentationMetrics one = metrics(segments, truth, Background.ONE_SEGMENT);
    assertThat(one.viSplitBits()).isCloseTo(0.75 * 0.918296, within(1e-6));
    assertThat(one.viMergeBits()).isCloseTo(0.5, within(1e-12));
    assertThat(one.randPrecision()).isEqualTo(6 / 8.0);
    SegmentationMetrics single = metrics(segments, truth, Background.SINGLETONS);
    assertThat(single.viSplitBits()).isCloseTo(0.75 * 0.918296, within(1e-6));
    assertThat(single.viMergeBits()).isCloseTo(0, within(1e-12));
    assertThat(single.randPrecision()).isEqualTo(1);
    assertThat(single.randRecall()).isEqualTo(6 / 10.0);
  }

  @Test
  void swappingSegmentationAndTruthSwapsSplitAndMerge() {
    Random random = new Random(4);
    long[] one = random.longs(5000, 1, 40).toArray();
    long[] other = random.longs(5000, 1, 25).toArray();
    SegmentationMetrics m = metrics(one, other, Background.IGNORE);
    SegmentationMetrics swapped = metrics(other, one, Background.IGNORE);
    assertThat(m.viSplitBits()).isCloseTo(swapped.viMergeBits(), within(1e-12));
    assertThat(m.randPrecision()).isCloseTo(swapped.randRecall(), within(1e-12));
    assertThat(m.viSplitBits()).isGreaterThan(3);
  }

  @Test
  void blockByBlockInAnyOrderGivesTheSameBytes() {
    Random random = new Random(9);
    long[] segments = random.longs(30_000, 0, 3000).toArray();
    long[] truth = random.longs(30_000, 0, 50).toArray();
    Contingency blocks = new Contingency();
    Contingency second = new Contingency();
    for (int begin = 29_000; begin >= 0; begin -= 1000) {
      (begin % 2000 == 0 ? blocks : second)
          .add(
              Arrays.copyOfRange(segments, begin, begin + 1000),
              Arrays.copyOfRange(truth, begin, begin + 1000));
    }
    blocks.add(second);
    for (Background background : Background.values()) {
      assertThat(SegmentationMetrics.of(blocks, background))
          .isEqualTo(metrics(segments, truth, background));
    }
  }

  @Test
  void refusesArraysOfDifferentLength() {
    assertThatThrownBy(() -> Contingency.of(new long[3], new long[4]))
        .hasMessageContaining("3 voxels")
        .hasMessageContaining("4");
  }

  @Test
  void toleranceRemovesBothSidesOfABorder() {
    long[] truth = labels(1, 1, 1, 2, 2, 2);
    assertThat(TruthBorders.ignore(truth, 6, 1, 1, 1, TruthBorders.Extent.VOLUME))
        .containsExactly(1, 1, 0, 0, 2, 2);
    assertThat(TruthBorders.ignore(truth, 1, 6, 1, 2, TruthBorders.Extent.SECTION))
        .containsExactly(1, 0, 0, 0, 0, 2);
    assertThat(TruthBorders.ignore(truth, 1, 1, 6, 1, TruthBorders.Extent.SECTION))
        .isEqualTo(truth);
    assertThat(TruthBorders.ignore(truth, 1, 1, 6, 1, TruthBorders.Extent.VOLUME))
        .containsExactly(1, 1, 0, 0, 2, 2);
    assertThatThrownBy(() -> TruthBorders.ignore(truth, 7, 1, 1, 1, TruthBorders.Extent.SECTION))
        .hasMessageContaining("7 x 1 x 1");
  }

  @Test
  void masksAreComparedPixelByPixel() {
    MaskMetrics m = MaskMetrics.of(new byte[] {1, 1, 1, 0, 0}, new byte[] {1, -1, 0, 1, 0});
    assertThat(m).isEqualTo(new MaskMetrics(2, 1, 1));
    assertThat(m.plus(m).precision()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(m.recall()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(m.f1()).isCloseTo(2 / 3.0, within(1e-12));
  }

  private static SegmentationMetrics metrics(long[] segments, long[] truth, Background option) {
    return SegmentationMetrics.of(Contingency.of(segments, truth), option);
  }

  private static long[] labels(long... values) {
    return values;
  }
}
