package org.connectarium.reconstruction.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArenaTest {
  @Test
  void aBufferThatIsReadNoMoreMakesRoom() {
    Arena arena = new Arena();

    assertThat(arena.place(4096, 0, 1)).isZero();
    assertThat(arena.place(2048, 1, 2)).isEqualTo(4096);
    assertThat(arena.place(1000, 2, 3)).isZero();
    assertThat(arena.place(3000, 2, 3)).isEqualTo(1024);
    assertThat(arena.bytes()).isEqualTo(6144);
  }

  @Test
  void buffersThatLiveAtTheSameTimeNeverOverlap() {
    Random random = new Random(1);
    Arena arena = new Arena();
    List<Placed> all = new ArrayList<>();
    for (int birth = 0; birth < 500; birth++) {
      long size = 1L + random.nextInt(10_000);
      int death = birth + random.nextInt(12);
      long begin = arena.place(size, birth, death);
      all.add(new Placed(begin, begin + size, birth, death));
    }

    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).end).isLessThanOrEqualTo(arena.bytes());
      for (Placed other : all.subList(0, i)) {
        assertThat(all.get(i).overlaps(other)).isFalse();
      }
    }
  }

  private record Placed(long begin, long end, int birth, int death) {
    boolean overlaps(Placed other) {
      boolean together = birth <= other.death && other.birth <= death;
      return together && begin < other.end && other.begin < end;
    }
  }
}
