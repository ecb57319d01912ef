package org.connectarium.reconstruction.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectarium.ingest.volume.Box;
import org.junit.jupiter.api.Test;

/// A plane of 8 × 2 voxels behind a face along z.
class FaceMatchingTest {
  private static final Box PLANE = new Box(0, 0, 5, 8, 2, 6);

  private static FaceMatching matching(int[] patch, int[] owner, int... there) {
    return new FaceMatching(new FaceOverlap.Plane(patch, owner), there, PLANE, true);
  }

  private static FaceMatching notLocal(int[] patch, int[] owner, int... there) {
    return new FaceMatching(new FaceOverlap.Plane(patch, owner), there, PLANE, false);
  }

  private static int[] twice(int... row) {
    int[] out = new int[2 * row.length];
    System.arraycopy(row, 0, out, 0, row.length);
    System.arraycopy(row, 0, out, row.length, row.length);
    return out;
  }

  @Test
  void patchesThatShareMostOfTheLargerOneAreOneObject() {
    FaceMatching m =
        matching(
            twice(1, 1, 1, 1, 2, 2, 2, 2), new int[] {1, 7, 2, 9}, twice(3, 3, 3, 3, 3, 4, 4, 4));
    assertThat(m.isSame(7, 3)).isTrue();
    assertThat(m.isSame(9, 4)).isTrue();
    /* a border that differs by a voxel makes a sliver, no object */
    assertThat(m.isSame(9, 3)).isFalse();
    assertThat(m.isSame(7, 4)).isFalse();
  }

  @Test
  void aSegmentGoesOnInEachOfItsLimbs() {
    FaceMatching m =
        matching(
            twice(1, 1, 0, 0, 0, 2, 2, 2), new int[] {1, 7, 2, 7}, twice(3, 3, 0, 0, 0, 4, 4, 4));
    assertThat(m.isSame(7, 3)).isTrue();
    assertThat(m.isSame(7, 4)).isTrue();
  }

  @Test
  void twoSegmentsThatMeetBehindTheFaceAreBothOfTheObjectThere() {
    FaceMatching m =
        matching(
            twice(1, 1, 1, 1, 1, 1, 1, 1), new int[] {1, 7, 1, 8}, twice(3, 3, 3, 3, 3, 3, 3, 3));
    assertThat(m.isSame(7, 3)).isTrue();
    assertThat(m.isSame(8, 3)).isTrue();
  }

  @Test
  void onePatchInsideAnotherIsOneObjectWhereTheWatershedIsLocal() {
    int[] patch = twice(1, 1, 0, 0, 0, 2, 2, 2);
    int[] owner = {1, 7, 2, 8};
    int[] there = twice(3, 3, 3, 3, 3, 3, 3, 3);
    assertThat(matching(patch, owner, there).isSame(7, 3)).isTrue();
    assertThat(matching(patch, owner, there).isSame(8, 3)).isTrue();
    assertThat(notLocal(patch, owner, there).isSame(7, 3)).isFalse();
    assertThat(notLocal(patch, owner, there).isSame(8, 3)).isFalse();
  }

  @Test
  void aTenthMayLieOutside() {
    int[] ten = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0};
    int[] nine = {0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0, 0};
    int[] shifted = {0, 0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0};
    /* the plane is two rows of 8: patches of both must hang together */
    assertThat(matching(ten, new int[] {1, 7}, nine).isSame(7, 3)).isTrue();
    assertThat(matching(ten, new int[] {1, 7}, shifted).isSame(7, 3)).isFalse();
  }

  @Test
  void exactlyHalfOfTheLargerIsEnoughWhereItIsNotLocal() {
    FaceMatching m =
        notLocal(twice(1, 1, 1, 1, 0, 0, 0, 0), new int[] {1, 7}, twice(3, 3, 4, 4, 4, 4, 4, 0));
    assertThat(m.isSame(7, 3)).isTrue();
    assertThat(m.isSame(7, 4)).isFalse();
  }

  @Test
  void whereNothingWasReadBeyondTheFaceNothingIsJoined() {
    FaceMatching m = matching(new int[0], new int[0], twice(3, 3, 3, 3, 3, 3, 3, 3));
    assertThat(m.isSame(7, 3)).isFalse();
  }
}
