package org.connectarium.graph.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndexedHeapTest {
  private static final double ABSENT = -1;

  @Test
  void theLargestKeyIsOnTopWhateverWasPutChangedAndRemoved() {
    Random random = new Random(7);
    int n = 40;
    IndexedHeap heap = new IndexedHeap(n);
    double[] keys = new double[n];
    Arrays.fill(keys, ABSENT);
    for (int step = 0; step < 20_000; step++) {
      int item = random.nextInt(n);
      if (random.nextInt(3) == 0) {
        heap.remove(item);
        keys[item] = ABSENT;
      } else {
        keys[item] = random.nextInt(30);
        heap.put(item, keys[item]);
      }
      int best = -1;
      for (int i = 0; i < n; i++) {
        if (keys[i] != ABSENT && (best < 0 || keys[i] > keys[best])) {
          best = i;
        }
      }
      assertThat(heap.isEmpty()).isEqualTo(best < 0);
      if (best >= 0) {
        assertThat(heap.top()).isEqualTo(best);
        assertThat(heap.key(best)).isEqualTo(keys[best]);
      }
    }
  }

  @Test
  void aClearedHeapHoldsNothing() {
    IndexedHeap heap = new IndexedHeap(3);
    heap.put(2, 5);
    heap.put(1, 7);
    heap.clear();
    assertThat(heap.isEmpty()).isTrue();
    assertThat(heap.contains(1)).isFalse();
    heap.put(0, 1);
    assertThat(heap.top()).isZero();
  }
}
