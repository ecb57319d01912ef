package org.connectarium.reconstruction.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.junit.jupiter.api.Test;

class ContactsTest {
  private static final VoxelSize SIZE = new VoxelSize(10, 10, 10);

  @Test
  void touchingSegmentsMeetAtTheFaceBetweenThem() {
    Box box = new Box(100, 20, 3, 104, 21, 4);
    byte[] map = {0, 50, (byte) 150, 0};
    Contacts contacts = Contacts.between(new int[] {2, 2, 1, 1}, BoundaryMap.of(box, map), SIZE);
    assertThat(rows(contacts)).containsExactly("1-2 voxels=2 faces=1 at 101.5,20.0,3.0");
    assertThat(contacts.boundary(0)).isCloseTo(150 / 255.0, within(1e-12));
  }

  @Test
  void affinityEvidenceComesFromTheChannelOfTheFace() {
    Box box = Box.ofSize(2, 2, 1);
    /* channels z, y, x; labels
    1 1
    2 2   are cut by the two steps along y into the second row */
    byte[] map = {9, 9, 9, 9, 7, 7, 40, 60, 7, 80, 7, 80};
    Contacts contacts = Contacts.between(new int[] {1, 1, 2, 2}, BoundaryMap.of(box, map), SIZE);
    assertThat(rows(contacts)).containsExactly("1-2 voxels=4 faces=2 at 0.5,0.5,0.0");
    assertThat(contacts.boundary(0)).isCloseTo(50 / 255.0, within(1e-12));
    assertThat(levels(contacts)).containsExactly(40, 40, 40, 60, 60);
    assertThat(contacts.boundaryDeviation(0)).isCloseTo(10 / 255.0, within(1e-12));
  }

  @Test
  void aRidgeVoxelBetweenThreeSegmentsBelongsToEveryPair() {
    Box box = Box.ofSize(3, 3, 1);
    int[] labels = {
      1, 0, 2, //
      0, 0, 0, //
      3, 3, 3
    };
    byte[] map = {0, 100, 0, 10, (byte) 200, 20, 0, 0, 0};
    Contacts contacts = Contacts.between(labels, BoundaryMap.of(box, map), SIZE);
    assertThat(rows(contacts))
        .containsExactly(
            "1-2 voxels=2 faces=0 at 1.0,0.5,0.0",
            "1-3 voxels=2 faces=0 at 0.5,1.0,0.0",
            "2-3 voxels=2 faces=0 at 1.5,1.0,0.0");
    assertThat(contacts.boundary(0)).isCloseTo(150 / 255.0, within(1e-12));
    assertThat(contacts.boundary(1)).isCloseTo(105 / 255.0, within(1e-12));
  }

  @Test
  void quartilesOfEvidenceAreLevelsThatAreThere() {
    Box box = Box.ofSize(5, 3, 1);
    int[] labels = {
      1, 1, 1, 1, 1, //
      0, 0, 0, 0, 0, //
      2, 2, 2, 2, 2
    };
    byte[] map = {0, 0, 0, 0, 0, 9, (byte) 200, 20, 40, 31, 0, 0, 0, 0, 0};
    Contacts contacts = Contacts.between(labels, BoundaryMap.of(box, map), SIZE);
    /* 9, 20, 31, 40, 200: mean 60, squares of the differences 2601 + 1600 + 841 + 400 + 19600 */
    assertThat(levels(contacts)).containsExactly(9, 20, 31, 40, 200);
    assertThat(contacts.boundaryDeviation(0) * 255).isCloseTo(Math.sqrt(5008.4), within(1e-9));
  }

  private static List<Integer> levels(Contacts contacts) {
    List<Integer> out = new ArrayList<>();
    for (int quarter = 0; quarter <= 4; quarter++) {
      out.add(contacts.boundaryLevel(0, quarter));
    }
    return out;
  }

  @Test
  void normalsPointFromTheLowerToTheHigherLabel() {
    /* up to the counting error of the shares of directions */
    BoundaryMap map = BoundaryMap.of(Box.ofSize(4, 3, 3), new byte[36]);
    int[] labels = new int[36];
    for (int i = 0; i < 36; i++) {
      labels[i] = i % 4 < 2 ? 5 : 3;
    }
    assertThat(normal(Contacts.between(labels, map, SIZE), 0))
        .containsExactly(new float[] {-1, 0, 0}, within(1e-3f));
    for (int i = 0; i < 36; i++) {
      labels[i] = i < 12 ? 1 : i < 24 ? 0 : 2;
    }
    assertThat(normal(Contacts.between(labels, map, SIZE), 0))
        .containsExactly(new float[] {0, 0, 1}, within(1e-3f));
  }

  @Test
  void aBorderAllAroundHasNoNormal() {
    int[] labels = new int[125];
    Arrays.fill(labels, 2);
    labels[62] = 1;
    BoundaryMap map = BoundaryMap.of(Box.ofSize(5, 5, 5), new byte[125]);
    assertThat(normal(Contacts.between(labels, map, SIZE), 0)).containsExactly(0, 0, 0);
  }

  private static float[] normal(Contacts contacts, int i) {
    return new float[] {contacts.normalX(i), contacts.normalY(i), contacts.normalZ(i)};
  }

  @Test
  void normalsTurnWithTheAxesAndWithTheLabels() {
    Random random = new Random(7);
    Box box = Box.ofSize(6, 6, 6);
    int[] labels = random.ints(216, 0, 3).toArray();
    int[] turned = new int[216];
    for (int i = 0; i < 216; i++) {
      int x = i % 6;
      int y = i / 6 % 6;
      int z = i / 36;
      turned[((5 - x) * 6 + z) * 6 + y] = labels[i] == 0 ? 0 : 3 - labels[i];
    }
    BoundaryMap map = BoundaryMap.of(box, new byte[216]);
    float[] one = normal(Contacts.between(labels, map, SIZE), 0);
    float[] other = normal(Contacts.between(turned, map, SIZE), 0);
    /* new x is old y, new y old z, new z −old x; and low and high changed places; shares of
    directions along different axes differ by the counting error */
    assertThat(other).containsExactly(new float[] {-one[1], -one[2], one[0]}, within(1e-3f));
  }

  @Test
  void twoBordersOfOnePairStayApart() {
    Box box = Box.ofSize(7, 2, 1);
    int[] labels = {
      1, 1, 1, 1, 1, 1, 1, //
      2, 2, 3, 3, 3, 2, 2
    };
    Contacts contacts = Contacts.between(labels, BoundaryMap.of(box, new byte[14]), SIZE);
    assertThat(rows(contacts))
        .containsExactly(
            "1-2 voxels=5 faces=2 at 0.8,0.4,0.0",
            "1-2 voxels=5 faces=2 at 5.2,0.4,0.0",
            "1-3 voxels=8 faces=3 at 3.0,0.4,0.0",
            "2-3 voxels=2 faces=1 at 1.5,1.0,0.0",
            "2-3 voxels=2 faces=1 at 4.5,1.0,0.0");
  }

  @Test
  void excludedVoxelsSeparate() {
    BoundaryMap map = BoundaryMap.of(Box.ofSize(3, 1, 1), new byte[3]);
    int[] labels = {1, 0, 2};
    assertThat(Contacts.between(labels, map, SIZE).size()).isEqualTo(1);
    assertThat(Contacts.between(labels, map.excluding(new byte[] {0, 1, 0}), SIZE).size()).isZero();
  }

  @Test
  void refusesLabelsOfAnotherSize() {
    BoundaryMap map = BoundaryMap.of(Box.ofSize(3, 1, 1), new byte[3]);
    assertThatThrownBy(() -> Contacts.between(new int[4], map, SIZE))
        .hasMessageContaining("4 values");
  }

  @Test
  void piecesEqualTheSlowOnes() {
    Random random = new Random(5);
    for (int round = 0; round < 60; round++) {
      Box box = Box.ofSize(1 + random.nextInt(8), 1 + random.nextInt(7), 1 + random.nextInt(6));
      int[] labels = random.ints(box.arrayLength(), 0, 2 + random.nextInt(4)).toArray();
      BoundaryMap map = BoundaryMap.of(box, new byte[labels.length]);
      assertThat(rows(Contacts.between(labels, map, SIZE)).stream().map(ContactsTest::noFaces))
          .as("seed 5, round %d, %s", round, box)
          .containsExactlyElementsOf(slow(box, labels));
    }
  }

  @Test
  void areaDoesNotDependOnTheDirectionOfTheAxes() {
    Random random = new Random(6);
    Box box = Box.ofSize(9, 9, 9);
    int[] labels = random.ints(729, 0, 5).toArray();
    int[] turned = new int[729];
    for (int i = 0; i < 729; i++) {
      int x = i % 9;
      int y = i / 9 % 9;
      int z = i / 81;
      turned[((8 - x) * 9 + z) * 9 + y] = labels[i];
    }
    BoundaryMap map = BoundaryMap.of(box, new byte[729]);
    Contacts one = Contacts.between(labels, map, SIZE);
    Contacts other = Contacts.between(turned, map, SIZE);
    assertThat(areas(other)).isEqualTo(areas(one));
  }

  private static List<String> areas(Contacts contacts) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < contacts.size(); i++) {
      /* shares of directions along different axes differ by the counting error */
      long unit = Math.round(contacts.areaUm2(i) * 1e4 / contacts.voxels(i) * 10);
      out.add(contacts.a(i) + "-" + contacts.b(i) + " " + contacts.voxels(i) + " " + unit);
    }
    Collections.sort(out);
    return out;
  }

  private static List<String> rows(Contacts contacts) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < contacts.size(); i++) {
      out.add(
          "%d-%d voxels=%d faces=%d at %.1f,%.1f,%.1f"
              .formatted(
                  contacts.a(i),
                  contacts.b(i),
                  contacts.voxels(i),
                  contacts.faces(i),
                  contacts.x(i),
                  contacts.y(i),
                  contacts.z(i)));
    }
    return out;
  }

  private static String noFaces(String row) {
    return row.replaceAll("faces=\\d+ ", "");
  }

  /* For each pair: all its interface voxels, then components by repeated search. */
  private static List<String> slow(Box box, int[] labels) {
    List<String> out = new ArrayList<>();
    int max = Arrays.stream(labels).max().orElse(0);
    for (int a = 1; a <= max; a++) {
      for (int b = a + 1; b <= max; b++) {
        List<Integer> voxels = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
          Set<Integer> seen = new HashSet<>();
          for (int j = 0; j < labels.length; j++) {
            if (j != i && touch(box, i, j)) {
              seen.add(labels[j]);
            }
          }
          boolean ridge = labels[i] == 0 && seen.contains(a) && seen.contains(b);
          boolean border =
              (labels[i] == a && seen.contains(b)) || (labels[i] == b && seen.contains(a));
          if (ridge || border) {
            voxels.add(i);
          }
        }
        while (!voxels.isEmpty()) {
          List<Integer> piece = new ArrayList<>(List.of(voxels.removeFirst()));
          for (int k = 0; k < piece.size(); k++) {
            int at = piece.get(k);
            List<Integer> joined = voxels.stream().filter(v -> touch(box, at, v)).toList();
            piece.addAll(joined);
            voxels.removeAll(joined);
          }
          out.add(
              "%d-%d voxels=%d at %.1f,%.1f,%.1f"
                  .formatted(
                      a,
                      b,
                      piece.size(),
                      mean(box, piece, 0),
                      mean(box, piece, 1),
                      mean(box, piece, 2)));
        }
      }
    }
    return out;
  }

  private static long at(Box box, int i, int axis) {
    return switch (axis) {
      case 0 -> i % box.sizeX();
      case 1 -> i / box.sizeX() % box.sizeY();
      default -> i / box.sizeX() / box.sizeY();
    };
  }

  private static double mean(Box box, List<Integer> voxels, int axis) {
    long sum = 0;
    for (int v : voxels) {
      sum += at(box, v, axis);
    }
    return (double) sum / voxels.size();
  }

  private static boolean touch(Box box, int i, int j) {
    return Math.abs(at(box, i, 0) - at(box, j, 0)) <= 1
        && Math.abs(at(box, i, 1) - at(box, j, 1)) <= 1
        && Math.abs(at(box, i, 2) - at(box, j, 2)) <= 1;
  }
}
