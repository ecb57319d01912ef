package org.connectarium.reconstruction.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.connectarium.reconstruction.symmetry.Symmetry;
import org.junit.jupiter.api.Test;

class RepaintingTest {
  private static final int[] SIZE = {16, 16, 16};
  private static final List<Double> NM = List.of(10.0, 10.0, 10.0);
  private final int[] truth = new int[16 * 16 * 16];
  private final float[] grey = new float[truth.length];

  /// Two cells of grey 150 on both sides of a dark membrane, which is two voxels wide.
  RepaintingTest() {
    for (int i = 0; i < truth.length; i++) {
      int x = i % 16;
      truth[i] = x < 8 ? 1 : 2;
      grey[i] = x == 7 || x == 8 ? 40 : 150;
    }
  }

  private float[] repainted(Appearance appearance, Symmetry.Group group, boolean cells, long seed) {
    return new Repainting(appearance, group, SIZE, NM)
        .apply(grey.clone(), truth, cells, new SplittableRandom(seed));
  }

  @Test
  void nothingChangesWhereNothingIsAskedFor() {
    assertThat(repainted(Appearance.KEPT, Symmetry.Group.ISOTROPIC, true, 1)).containsExactly(grey);
  }

  @Test
  void theSameDiceGiveTheSameLook() {
    assertThat(repainted(Appearance.ANY, Symmetry.Group.ISOTROPIC, true, 5))
        .containsExactly(repainted(Appearance.ANY, Symmetry.Group.ISOTROPIC, true, 5))
        .isNotEqualTo(repainted(Appearance.ANY, Symmetry.Group.ISOTROPIC, true, 6));
  }

  @Test
  void cellsGetGreysOfTheirOwnAndMembranesKeepTheirs() {
    var cellsOnly = new Appearance(1, 18, 0, 0, 0, 0, 0, 0, 0);
    float[] out = repainted(cellsOnly, Symmetry.Group.ISOTROPIC, true, 3);
    assertThat(out[3]).isNotEqualTo(150f).isEqualTo(out[5]);
    assertThat(out[12]).isNotEqualTo(out[3]).isNotEqualTo(150f);
    assertThat(out[7]).isEqualTo(40f);
    assertThat(repainted(cellsOnly, Symmetry.Group.ISOTROPIC, false, 3)).containsExactly(grey);
  }

  @Test
  void sectionsAreBlurredInTheirPlaneOnly() {
    float[] spot = new float[truth.length];
    int middle = (8 * 16 + 8) * 16 + 8;
    spot[middle] = 100;
    var blurOnly = new Appearance(0, 0, 1, 0.5, 0, 0, 0, 0, 0);
    for (Symmetry.Group group : Symmetry.Group.values()) {
      float[] out =
          new Repainting(blurOnly, group, SIZE, NM)
              .apply(spot.clone(), truth, true, new SplittableRandom(2));
      assertThat(out[middle + 1]).isPositive();
      assertThat(out[middle + 256] > 0).isEqualTo(group == Symmetry.Group.ISOTROPIC);
    }
  }

  @Test
  void textureDarkensOrGoesBothWays() {
    var textureOnly = new Appearance(0, 0, 0, 0, 0, 1, 24, 0, 0);
    int brighter = 0;
    for (int seed = 0; seed < 40; seed++) {
      float[] out = repainted(textureOnly, Symmetry.Group.ISOTROPIC, true, seed);
      double mean = 0;
      for (int i = 0; i < out.length; i++) {
        mean += (out[i] - grey[i]) / out.length;
        brighter += out[i] > grey[i] ? 1 : 0;
      }
      assertThat(mean).isCloseTo(0, within(40.0));
      assertThat(out).isNotEqualTo(grey);
    }
    assertThat(brighter).isBetween(40 * 4096 / 20, 40 * 4096 / 2);
  }

  @Test
  void stainsHideAPartOnly() {
    var stainsOnly = new Appearance(0, 0, 0, 0, 0, 0, 0, 1, 3);
    for (int seed = 0; seed < 20; seed++) {
      float[] out = repainted(stainsOnly, Symmetry.Group.ISOTROPIC, true, seed);
      int changed = 0;
      for (int i = 0; i < out.length; i++) {
        changed += out[i] != grey[i] ? 1 : 0;
        assertThat(out[i]).isBetween(0f, 190f);
      }
      // a ball of radius 3 has 113 voxels, of which an eighth may lie inside
      assertThat(changed).isBetween(5, 4095);
    }
  }
}
