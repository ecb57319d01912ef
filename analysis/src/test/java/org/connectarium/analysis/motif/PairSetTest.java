package org.connectarium.analysis.motif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairSetTest {
  @Test
  void isASetThroughManyRemovals() {
    SplittableRandom random = new SplittableRandom(11);
    PairSet pairs = new PairSet(40);
    Set<Long> expected = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      long pair = (long) random.nextInt(12) << 32 | random.nextInt(12);
      if (expected.contains(pair)) {
        pairs.remove(pair);
        expected.remove(pair);
      } else if (expected.size() < 40) {
        pairs.add(pair);
        expected.add(pair);
      }
      long other = (long) random.nextInt(12) << 32 | random.nextInt(12);
      assertThat(pairs.contains(other)).isEqualTo(expected.contains(other));
      assertThat(pairs.contains(pair)).isEqualTo(expected.contains(pair));
    }
  }
}
