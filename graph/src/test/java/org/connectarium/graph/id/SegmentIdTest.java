package org.connectarium.graph.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentIdTest {
  @Test
  void packsTheFirstSegmentOfTheFirstBlock() {
    assertThat(SegmentId.pack(0, 0, 0, 1)).isEqualTo(0x0100_0000_0000_0001L);
  }

  @Test
  void packsEachPartIntoItsBits() {
    assertThat(SegmentId.pack(1, 0, 0, 1)).isEqualTo((1L << 56) + (1L << 45) + 1);
    assertThat(SegmentId.pack(0, 1, 0, 1)).isEqualTo((1L << 56) + (1L << 34) + 1);
    assertThat(SegmentId.pack(0, 0, 1, 1)).isEqualTo((1L << 56) + (1L << 24) + 1);
    assertThat(SegmentId.pack(2047, 2047, 1023, 0xff_ffff)).isEqualTo(0x01ff_ffff_ffff_ffffL);
  }

  @Test
  void unpackingGivesBackWhatWasPacked() {
    Random random = new Random(5);
    for (int i = 0; i < 1000; i++) {
      SegmentId id =
          new SegmentId(
              1 + random.nextInt(127),
              random.nextInt(2048),
              random.nextInt(2048),
              random.nextInt(1024),
              1 + random.nextInt(0xff_ffff));
      assertThat(SegmentId.unpack(id.packed())).as("seed 5, round %d", i).isEqualTo(id);
      assertThat(id.packed()).isPositive();
    }
  }

  @Test
  void refusesPartsOutOfRange() {
    assertThatThrownBy(() -> SegmentId.pack(2048, 0, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Id block x must be 0…2047 but was 2048");
    assertThatThrownBy(() -> SegmentId.pack(0, -1, 0, 1)).hasMessageContaining("block y");
    assertThatThrownBy(() -> SegmentId.pack(0, 0, 1024, 1)).hasMessageContaining("block z");
    assertThatThrownBy(() -> SegmentId.pack(0, 0, 0, 0)).hasMessageContaining("number");
    assertThatThrownBy(() -> SegmentId.pack(0, 0, 0, 1 << 24)).hasMessageContaining("number");
    assertThatThrownBy(() -> SegmentId.unpack(0)).hasMessageContaining("positive");
    assertThatThrownBy(() -> SegmentId.unpack(-5)).hasMessageContaining("positive");
    assertThatThrownBy(() -> SegmentId.unpack(17)).hasMessageContaining("layer");
  }

  @Test
  void agglomeratesHaveLayerTwoAndAreNoSegments() {
    long id = SegmentId.agglomerate(1L << 24);
    assertThat(SegmentId.unpack(id).layer()).isEqualTo(2);
    assertThat(SegmentId.isSegment(id)).isFalse();
    assertThat(SegmentId.isSegment(SegmentId.pack(3, 2, 1, 9))).isTrue();
    assertThat(SegmentId.isSegment(0)).isFalse();
    assertThatThrownBy(() -> SegmentId.agglomerate(0)).hasMessageContaining("counter");
  }
}
