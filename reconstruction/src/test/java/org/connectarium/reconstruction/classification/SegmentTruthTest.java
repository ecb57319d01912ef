package org.connectarium.reconstruction.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.connectarium.ingest.volume.Box;
import org.junit.jupiter.api.Test;

class SegmentTruthTest {
  private static SegmentTruth truth(long[] segments, long[] labels) {
    Box box = Box.ofSize(segments.length, 1, 1);
    return SegmentTruth.of(List.of(box), _ -> segments, _ -> labels);
  }

  private static long[] filled(int n, long value, int m, long other) {
    long[] out = new long[n + m];
    Arrays.fill(out, 0, n, value);
    Arrays.fill(out, n, n + m, other);
    return out;
  }

  @Test
  void aSegmentIsOfTheCellOfMostOfItsVoxels() {
    SegmentTruth t =
        truth(new long[] {5, 5, 5, 5, 5, 7, 7, 0}, new long[] {2, 2, 2, 2, 3, 3, 3, 9});
    assertThat(t.of(5)).isEqualTo(2);
    assertThat(t.of(7)).isEqualTo(3);
    assertThat(t.of(0)).isZero();
    assertThat(t.of(99)).isZero();
    assertThat(t.unknown()).isZero();
  }

  @Test
  void oneThatHoldsTwoCellsIsNotKnown() {
    SegmentTruth t = truth(filled(10, 5, 0, 0), filled(7, 2, 3, 3));
    assertThat(t.of(5)).isZero();
    assertThat(t.unknown()).isEqualTo(1);
  }

  @Test
  void voxelsWithoutTruthDoNotCountIfThereAreNotTooMany() {
    assertThat(truth(filled(10, 5, 0, 0), filled(5, 2, 5, 0)).of(5)).isEqualTo(2);
    assertThat(truth(filled(10, 5, 0, 0), filled(4, 2, 6, 0)).of(5)).isZero();
  }

  @Test
  void aSegmentIsOfTheOnlyCellWithTwoNodesInIt() {
    SegmentTruth t =
        SegmentTruth.ofSkeletons(
            List.of(
                new Cells.Skeleton(2, new long[] {5, 5, 0, 0, 6, 7, 7, 7, 8, 8}),
                new Cells.Skeleton(2, new long[] {9}),
                new Cells.Skeleton(3, new long[] {7, 10, 10}),
                new Cells.Skeleton(2, new long[] {9})));
    assertThat(t.of(5)).isEqualTo(2);
    assertThat(t.of(8)).isEqualTo(2);
    assertThat(t.of(10)).isEqualTo(3);
    // one node in each of two skeletons of a cell
    assertThat(t.of(9)).isEqualTo(2);
    // a single node may have strayed; two cells
    assertThat(t.of(6)).isZero();
    assertThat(t.of(7)).isZero();
    assertThat(t.of(0)).isZero();
    assertThat(t.unknown()).isEqualTo(2);
  }
}
