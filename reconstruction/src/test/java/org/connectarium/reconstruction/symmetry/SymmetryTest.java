package org.connectarium.reconstruction.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SymmetryTest {
  @Test
  void allAreDifferentAndTheFirstIsTheIdentity() {
    for (var group : Symmetry.Group.values()) {
      Set<String> seen = new HashSet<>();
      for (Symmetry s : Symmetry.all(group)) {
        seen.add(Arrays.toString(s.sourceIndices(new int[] {3, 3, 3})));
      }
      assertThat(seen).hasSize(group == Symmetry.Group.ISOTROPIC ? 48 : 16);
      assertThat(Symmetry.all(group).getFirst().sourceIndices(new int[] {1, 2, 2}))
          .containsExactly(0, 1, 2, 3);
    }
  }

  @Test
  void flipAlongXTurnsEveryRow() {
    Symmetry flipX = Symmetry.all(Symmetry.Group.SECTIONS).get(1);
    assertThat(flipX.sourceIndices(new int[] {1, 2, 3})).containsExactly(2, 1, 0, 5, 4, 3);
    assertThat(flipX.step(new int[] {1, 2, 3})).containsExactly(1, 2, -3);
  }

  @Test
  void aStepInTheSourceIsTheStepInTheResult() {
    int[] size = {4, 5, 6};
    for (Symmetry s : Symmetry.all(Symmetry.Group.ISOTROPIC)) {
      int[] source = s.sourceIndices(size);
      int[] turned = s.size(size);
      int[] step = s.step(new int[] {1, 2, 1});
      int from = indexOf(source, at(size, 2, 1, 3));
      int to = indexOf(source, at(size, 3, 3, 4));
      assertThat(to - from)
          .as("%s", s)
          .isEqualTo((step[0] * turned[1] + step[1]) * turned[2] + step[2]);
    }
  }

  private static int at(int[] size, int z, int y, int x) {
    return (z * size[1] + y) * size[2] + x;
  }

  private static int indexOf(int[] values, int wanted) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == wanted) {
        return i;
      }
    }
    return -1;
  }
}
