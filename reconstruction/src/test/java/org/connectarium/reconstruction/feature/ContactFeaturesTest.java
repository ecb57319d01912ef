package org.connectarium.reconstruction.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.Grid;
import org.junit.jupiter.api.Test;

class ContactFeaturesTest {
  private static final VoxelSize NM = new VoxelSize(20, 20, 20);
  private static final Grid GRID = new Grid(20, 4, 4);

  /* Object 1 for x < 10, object 2 from 10 on; the border is x = 9 and 10. */
  private static int[] halves() {
    return IntStream.range(0, GRID.voxels()).map(i -> i % 20 < 10 ? 1 : 2).toArray();
  }

  private static int[] border() {
    return IntStream.range(0, GRID.voxels()).filter(i -> i % 20 == 9 || i % 20 == 10).toArray();
  }

  private static float[] row(List<String> names, int one, int other, float[] values) {
    ContactFeatures features = new ContactFeatures(names, GRID, halves(), NM);
    features.add(border(), one, other);
    features.channel("raw/a", true, values);
    return features.rows().getFirst();
  }

  private static float[] alongX() {
    float[] values = new float[GRID.voxels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 20;
    }
    return values;
  }

  @Test
  void synEmHas3224() {
    List<String> channels = IntStream.range(0, 51).mapToObj(i -> "c" + i).toList();
    List<String> names = ContactFeatures.names(List.of("raw"), channels);
    assertThat(names).hasSize(3224).doesNotHaveDuplicates();
    assertThat(ContactFeatures.names(List.of("raw", "boundary"), channels)).hasSize(3224 + 3213);
  }

  @Test
  void subVolumesHoldWhatLiesNear() {
    // 40 nm from x = 9 are x = 7, 8, 9; 80 nm x = 5 … 9; 160 nm x = 1 … 9
    List<String> names =
        List.of(
            "raw/a/border/mean",
            "raw/a/S1@40/min",
            "raw/a/S1@40/max",
            "raw/a/S1@80/min",
            "raw/a/S1@160/min",
            "raw/a/S2@40/max",
            "raw/a/S2@80/max",
            "raw/a/S2@160/max",
            "raw/a/S2@160/min");
    assertThat(row(names, 1, 2, alongX())).containsExactly(9.5f, 7, 9, 5, 1, 12, 14, 18, 10);
  }

  @Test
  void shapeIsPhysical() {
    float[] row =
        row(
            List.of(
                "shape/volume-border",
                "shape/volume-S1@160",
                "shape/axis3-border",
                "shape/parallel",
                "shape/hull-S1@160",
                "shape/diameter-border"),
            1,
            2,
            alongX());
    float voxel = 8e-6f; // 20³ nm³ in µm³
    assertThat(row[0]).isCloseTo(32 * voxel, within(1e-9f));
    assertThat(row[1]).isCloseTo(9 * 16 * voxel, within(1e-9f));
    assertThat(row[2]).isCloseTo(10, within(1e-4f)); // two layers 20 nm apart
    assertThat(row[3]).isCloseTo(1, within(1e-6f));
    assertThat(row[4]).isCloseTo(8 * 3 * 3 * voxel, within(1e-9f));
    assertThat(row[5]).isCloseTo((float) (Math.cbrt(6 / Math.PI * 32) * 20), within(0.01f));
  }

  @Test
  void theOtherDirectionSwapsBothSides() {
    Random random = new Random(2);
    float[] values = new float[GRID.voxels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(256);
    }
    List<String> names = ContactFeatures.names(List.of("raw"), List.of("a"));
    List<String> swapped = names.stream().map(ContactFeatures::swapped).toList();
    assertThat(swapped).containsExactlyInAnyOrderElementsOf(names).isNotEqualTo(names);
    assertThat(row(names, 2, 1, values)).isEqualTo(row(swapped, 1, 2, values));
  }

  @Test
  void fewFeaturesAreTheSameAsAmongAll() {
    Random random = new Random(4);
    float[] values = new float[GRID.voxels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(256);
    }
    List<String> all = ContactFeatures.names(List.of("raw"), List.of("a"));
    float[] complete = row(all, 1, 2, values);
    List<String> some = new ArrayList<>(all);
    Collections.shuffle(some, new Random(9));
    some = some.subList(0, 12);
    float[] few = row(some, 1, 2, values);
    for (int c = 0; c < few.length; c++) {
      assertThat(few[c]).as(some.get(c)).isEqualTo(complete[all.indexOf(some.get(c))]);
    }
  }

  @Test
  void saysWhichChannelsItNeeds() {
    List<String> names = List.of("raw/b/border/mean", "boundary/a/S1@40/q25", "shape/parallel");
    BitSet raw = ContactFeatures.channels(names, "raw", List.of("a", "b", "c"));
    assertThat(raw.stream().toArray()).containsExactly(1);
    BitSet boundary = ContactFeatures.channels(names, "boundary", List.of("a", "b", "c"));
    assertThat(boundary.stream().toArray()).containsExactly(0);
  }

  @Test
  void refusesUnknownNamesAndOneObjectTwice() {
    assertThatThrownBy(() -> new ContactFeatures(List.of("raw/a/S3@40/mean"), GRID, halves(), NM))
        .hasMessage("No feature of contacts or segments \"raw/a/S3@40/mean\"");
    ContactFeatures features = new ContactFeatures(List.of(), GRID, halves(), NM);
    assertThatThrownBy(() -> features.add(border(), 1, 1))
        .hasMessage("A contact needs two objects but has 1 twice");
    assertThatThrownBy(() -> features.channel("raw/a", true, new float[3]))
        .hasMessageContaining("Array has 3 values");
  }
}
