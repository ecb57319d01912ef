package org.connectarium.graph.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.id.SegmentId;
import org.junit.jupiter.api.Test;

class NodeNumbersTest {
  @Test
  void numbersAnyIdsInTheOrderTheyCome() {
    List<Long> ids = new ArrayList<>();
    for (int block = 0; block < 20; block++) {
      for (int number = 1; number <= 300; number++) {
        ids.add(SegmentId.pack(block % 3, block, 7, number));
      }
    }
    ids.add(SegmentId.pack(2047, 2047, 1023, SegmentId.MAX_NUMBER));
    Collections.shuffle(ids, new Random(3));
    NodeNumbers nodes = new NodeNumbers();
    ids.forEach(id -> assertThat(nodes.add(id)).isTrue());
    assertThat(nodes.size()).isEqualTo(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      assertThat(nodes.of(ids.get(i))).isEqualTo(i);
    }
  }

  @Test
  void knowsWhatItHasAndWhatNot() {
    NodeNumbers nodes = new NodeNumbers();
    long id = SegmentId.pack(1, 2, 3, 5);
    assertThat(nodes.add(id)).isTrue();
    assertThat(nodes.add(id)).isFalse();
    assertThat(nodes.size()).isOne();
    assertThatThrownBy(() -> nodes.of(SegmentId.pack(1, 2, 3, 4)))
        .isInstanceOf(GraphException.class);
    assertThatThrownBy(() -> nodes.of(SegmentId.pack(1, 2, 4, 5)))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("is not in the graph");
  }
}
