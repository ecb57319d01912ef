package org.connectarium.reconstruction.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectarium.ingest.volume.Box;
import org.junit.jupiter.api.Test;

/// A plane of 8 × 2 voxels behind a face along z.
class FaceMatchingTest {
  private static final Box PLANE = new Box(0, 0, 5, 8, 2, 6);

  private static FaceMatching matching(int[] patch, int[] owner, int... there) {
    return new FaceMatching(new FaceOverlap.Plane(patch, owner), there, PLANE);
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
  void aSmallPieceBesideALargePatchIsNotJoined() {
    FaceMatching m =
        matching(twice(1, 1, 0, 0, 0, 0, 0, 0), new int[] {1, 7}, twice(3, 3, 3, 3, 3, 0, 0, 0));
    assertThat(m.isSame(7, 3)).isFalse();
  }

  @Test
  void exactlyHalfIsEnough() {
    FaceMatching m =
        matching(twice(1, 1, 1, 1, 0, 0, 0, 0), new int[] {1, 7}, twice(3, 3, 4, 4, 0, 0, 0, 0));
    assertThat(m.isSame(7, 3)).isTrue();
    assertThat(m.isSame(7, 4)).isTrue();
  }

  @Test
  void whereNothingWasReadBeyondTheFaceNothingIsJoined() {
    FaceMatching m = matching(new int[0], new int[0], twice(3, 3, 3, 3, 3, 3, 3, 3));
    assertThat(m.isSame(7, 3)).isFalse();
  }
}
