package org.connectarium.reconstruction.agglomeration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.hierarchy.ContactSource;
import org.connectarium.reconstruction.hierarchy.Linkage;
import org.connectarium.reconstruction.hierarchy.MergeHierarchy;
import org.connectarium.reconstruction.watershed.AffinityParameters;
import org.junit.jupiter.api.Test;

class AffinityAgglomerationTest {
  @Test
  void aRowIsMergedOverItsWeakestWallFirst() {
    byte[] map = new byte[3 * 6];
    byte[] alongX = {0, 0, 102, 0, (byte) 204, 0};
    System.arraycopy(alongX, 0, map, 12, 6);
    AffinityAgglomeration row =
        AffinityAgglomeration.of(
            BoundaryMap.of(Box.ofSize(6, 1, 1), map),
            new AffinityParameters(0, 255, 1),
            new Linkage.Mean());
    assertThat(row.basins()).containsExactly(1, 1, 2, 2, 3, 3);
    assertThat(row.size()).isEqualTo(3);
    assertThat(row.hierarchy().score(0)).isCloseTo(0.6, within(1e-6));
    assertThat(row.hierarchy().score(1)).isCloseTo(0.2, within(1e-6));
    assertThat(row.at(0.7)).containsExactly(1, 1, 2, 2, 3, 3);
    assertThat(row.at(0.5)).containsExactly(1, 1, 1, 1, 3, 3);
    assertThat(row.at(0.1)).containsExactly(1, 1, 1, 1, 1, 1);
  }

  @Test
  void equalsTheHierarchyOfAllFacesOneByOne() {
    Random random = new Random(51);
    for (int round = 0; round < 150; round++) {
      Box box = Box.ofSize(1 + random.nextInt(6), 1 + random.nextInt(6), 1 + random.nextInt(6));
      int n = box.arrayLength();
      byte[] values = new byte[round % 3 == 0 ? n : 3 * n];
      random.nextBytes(values);
      BoundaryMap map = BoundaryMap.of(box, values);
      int[] labels = new int[n];
      int count = 1 + random.nextInt(20);
      for (int i = 0; i < n; i++) {
        labels[i] = random.nextInt(count + 1);
      }
      labels[n - 1] = count;
      for (Linkage linkage : List.of(new Linkage.Mean(), new Linkage.Quantile(0.5))) {
        AffinityAgglomeration fast = AffinityAgglomeration.ofLabels(map, labels, linkage);
        MergeHierarchy slow = faces(map, labels, linkage, count);
        String at = "seed 51, round " + round + ", " + linkage.label();
        assertThat(fast.hierarchy().size()).as(at).isEqualTo(slow.size());
        for (int m = 0; m < slow.size(); m++) {
          assertThat(fast.hierarchy().score(m)).as(at).isCloseTo(slow.score(m), within(1e-5));
        }
        double cut = random.nextDouble();
        boolean isClear = true;
        for (int m = 0; m < slow.size(); m++) {
          isClear &= Math.abs(slow.score(m) - cut) > 1e-4;
        }
        if (isClear && linkage instanceof Linkage.Quantile) {
          assertThat(fast.at(cut)).as(at).isEqualTo(cutOf(slow, labels, cut));
        }
      }
    }
  }

  @Test
  void backgroundIsNeverMerged() {
    AffinityAgglomeration row =
        AffinityAgglomeration.ofLabels(
            BoundaryMap.of(Box.ofSize(4, 1, 1), new byte[4]),
            new int[] {1, 0, 2, 2},
            new Linkage.Mean());
    assertThat(row.hierarchy().size()).isZero();
    assertThat(row.at(0)).containsExactly(1, 0, 2, 2);
  }

  @Test
  void noiseWithAFewVoxelsABasinIsFinished() {
    Random random = new Random(52);
    byte[] noise = new byte[3 * 40 * 40 * 40];
    random.nextBytes(noise);
    AffinityAgglomeration all =
        AffinityAgglomeration.of(
            BoundaryMap.of(Box.ofSize(40, 40, 40), noise),
            new AffinityParameters(0, 255, 1),
            new Linkage.Mean());
    assertThat(all.size()).isGreaterThan(64_000 / 8);
    assertThat(all.hierarchy().size()).isEqualTo(all.size() - 1);
    assertThat(Arrays.stream(all.at(0)).distinct()).containsExactly(1);
  }

  @Test
  void refusesLabelsThatDoNotFit() {
    BoundaryMap map = BoundaryMap.of(Box.ofSize(4, 1, 1), new byte[4]);
    assertThatThrownBy(() -> AffinityAgglomeration.ofLabels(map, new int[3], new Linkage.Mean()))
        .hasMessageContaining("3 values");
    assertThatThrownBy(
            () -> AffinityAgglomeration.ofLabels(map, new int[] {1, 1, -4, 1}, new Linkage.Mean()))
        .hasMessageContaining("-4");
  }

  private static MergeHierarchy faces(BoundaryMap map, int[] labels, Linkage linkage, int count) {
    int n = labels.length;
    int[] stride = {map.grid().sizeX() * map.grid().sizeY(), map.grid().sizeX(), 1};
    int[] size = {map.grid().sizeZ(), map.grid().sizeY(), map.grid().sizeX()};
    List<double[]> found = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < 3; c++) {
        int j = i - stride[c];
        if (i / stride[c] % size[c] > 0 && labels[i] != labels[j]) {
          int level =
              map.isAffinity()
                  ? map.boundary()[c * n + i] & 255
                  : Math.max(map.boundary()[i] & 255, map.boundary()[j] & 255);
          if (labels[i] > 0 && labels[j] > 0) {
            found.add(new double[] {labels[i] - 1.0, labels[j] - 1.0, (255 - level) / 255.0});
          }
        }
      }
    }
    long[] ids = new long[count];
    Arrays.setAll(ids, i -> i + 1L);
    return MergeHierarchy.of(
        ids,
        new ContactSource() {
          @Override
          public int size() {
            return found.size();
          }

          @Override
          public void forEach(Visitor visitor) {
            found.forEach(f -> visitor.contact((int) f[0], (int) f[1], f[2], 1));
          }
        },
        linkage,
        ids);
  }

  private static int[] cutOf(MergeHierarchy hierarchy, int[] labels, double cut) {
    int[] out = labels.clone();
    for (int m = 0; m < hierarchy.size() && hierarchy.score(m) >= cut; m++) {
      for (int i = 0; i < out.length; i++) {
        out[i] = out[i] == hierarchy.upper(m) ? (int) hierarchy.lower(m) : out[i];
      }
    }
    return out;
  }
}
