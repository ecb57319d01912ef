package org.connectarium.reconstruction.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.hierarchy.Linkage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContinuityTest {
  private static final ContactRow.Normal NORMAL = new ContactRow.Normal(0, 1, 0);
  private static final ContactRow.Spread SPREAD = new ContactRow.Spread(0.5f, 0, 1, 2, 3, 255);

  private static final int BLOCKS = 3;
  private static final int SEGMENTS = 8;

  @TempDir Path folder;

  @Test
  void scoresAreThoseOfTheSlowAgglomeration() throws IOException {
    for (int seed = 0; seed < 60; seed++) {
      List<Path> tables = tables(seed);
      List<Piece> pieces = tables.stream().flatMap(t -> Table.read(t).pieces().stream()).toList();
      assertThat(scores(Continuity.of(tables, new Linkage.Mean()), tables.size()))
          .as("seed %d", seed)
          .isEqualTo(slowScores(pieces));
    }
  }

  @Test
  void clustersAreTheComponentsOfAllContactsOfAThreshold() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      List<Path> tables = tables(seed);
      List<Piece> pieces = tables.stream().flatMap(t -> Table.read(t).pieces().stream()).toList();
      List<Float> score = slowScores(pieces);
      Clusters clusters = Continuity.of(tables, new Linkage.Mean()).clusters();
      for (double threshold : new double[] {0.2, 0.5, 0.9}) {
        Map<Long, Long> lowest = new HashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
          Piece p = pieces.get(i);
          boolean counts = p.face() || p.voxels() >= 20;
          if (score.get(i) >= threshold && counts) {
            relabel(lowest, p.lowId(), p.highId());
          }
        }
        var cluster = clusters.at(threshold, 20);
        for (int block = 0; block < BLOCKS; block++) {
          for (int s = 1; s <= SEGMENTS; s++) {
            long id = SegmentId.pack(block, 0, 0, s);
            assertThat(cluster.applyAsLong(id))
                .as("seed %d", seed)
                .isEqualTo(lowest.getOrDefault(id, id));
          }
        }
        assertThat(cluster.applyAsLong(0)).isZero();
      }
    }
  }

  @Test
  void probabilitiesTakeThePlaceOfEvidence() throws IOException {
    List<Path> tables = tables(3);
    int pieces = Continuity.of(tables, new Linkage.Mean()).size();
    float[] sure = new float[pieces];
    Arrays.fill(sure, 0.75f);
    sure[0] = Float.NaN;
    Continuity all =
        Continuity.of(
            tables, new Linkage.Mean(), Optional.of(new Continuity.Probabilities("sure", sure)));
    List<Float> scores = scores(all, tables.size());
    assertThat(new HashSet<>(scores)).isSubsetOf(Set.of(1f, 0.75f, 0f));
    assertThat(scores.getFirst()).isIn(0f, 1f); // 1 inside an object
    assertThat(scores).contains(0.75f);
    assertThat(folder.resolve("3").resolve("continuity-mean-sure.scores")).exists();
    assertThatThrownBy(
            () ->
                Continuity.of(
                    tables,
                    new Linkage.Mean(),
                    Optional.of(new Continuity.Probabilities("few", new float[1]))))
        .hasMessage("1 probabilities for " + pieces + " border pieces");
  }

  @Test
  void keptScoresAreTakenAsTheyAreAndDamagedOnesRefused() throws IOException {
    List<Path> tables = tables(7);
    List<Float> built = scores(Continuity.of(tables, new Linkage.Mean()), tables.size());
    Path kept = folder.resolve("7").resolve(Continuity.file(new Linkage.Mean(), Optional.empty()));
    assertThat(scores(Continuity.of(tables, new Linkage.Mean()), tables.size())).isEqualTo(built);
    byte[] bytes = Files.readAllBytes(kept);
    assertThat(bytes).startsWith('C', 'T', 'S', '1').hasSize(8 + 4 * built.size());
    bytes[8] ^= 1;
    Files.write(kept, bytes);
    assertThat(scores(Continuity.of(tables, new Linkage.Mean()), tables.size()))
        .isNotEqualTo(built);
    Files.write(kept, new byte[11]);
    assertThatThrownBy(() -> Continuity.of(tables, new Linkage.Mean()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("remove it");
  }

  @Test
  void aBorderOfASegmentThatNoTableHoldsIsDamage() throws IOException {
    Path table = folder.resolve("odd.table");
    Piece piece =
        new Piece(
            SegmentId.pack(0, 0, 0, 1),
            SegmentId.pack(0, 0, 0, 2),
            0,
            1,
            1,
            0,
            0,
            0,
            NORMAL,
            false,
            0,
            SPREAD,
            1);
    new Table(List.of(), List.of(piece)).write(table);
    assertThatThrownBy(() -> Continuity.of(List.of(table), new Linkage.Mean()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("--from segment");
  }

  private static List<Float> scores(Continuity continuity, int tables) {
    List<Float> all = new ArrayList<>();
    for (int t = 0; t < tables; t++) {
      all.addAll(continuity.rows(t).stream().map(ContactRow::pContinuity).toList());
    }
    assertThat(all).hasSize(continuity.size());
    return all;
  }

  /// Blocks in a row, each with its pieces, then the faces between them.
  private List<Path> tables(int seed) {
    Random random = new Random(seed);
    List<Path> tables = new ArrayList<>();
    for (int block = 0; block < BLOCKS; block++) {
      List<SegmentRow> segments = new ArrayList<>();
      for (int s = 1; s <= SEGMENTS; s++) {
        segments.add(
            new SegmentRow(
                SegmentId.pack(block, 0, 0, s),
                10,
                0,
                0,
                0,
                0,
                0,
                0,
                new SegmentRow.Bounds(0, 0, 0, 1, 1, 1),
                new SegmentRow.Covariance(0, 0, 0, 0, 0, 0),
                new SegmentRow.Shape(
                    1, new SegmentRow.Axis(1, 0, 0), new SegmentRow.Deviations(0, 0, 0))));
      }
      tables.add(write(seed + "/" + block + ".table", segments, random, block, block));
    }
    for (int block = 0; block + 1 < BLOCKS; block++) {
      tables.add(write(seed + "/" + block + ".faces", List.of(), random, block, block + 1));
    }
    return tables;
  }

  private Path write(String name, List<SegmentRow> segments, Random random, int one, int other) {
    List<Piece> pieces = new ArrayList<>();
    for (int n = 0; n < 14; n++) {
      int a = 1 + random.nextInt(SEGMENTS);
      int b = 1 + random.nextInt(SEGMENTS);
      if (one != other || a < b) {
        boolean face = one != other && random.nextInt(4) == 0;
        pieces.add(
            new Piece(
                SegmentId.pack(one, 0, 0, a),
                SegmentId.pack(other, 0, 0, b),
                n,
                0.1,
                1 + random.nextInt(40),
                0,
                0,
                0,
                NORMAL,
                face,
                random.nextInt(9) / 8f,
                SPREAD,
                random.nextInt(3)));
      }
    }
    pieces.sort(
        Comparator.comparingLong(Piece::lowId)
            .thenComparingLong(Piece::highId)
            .thenComparingInt(Piece::number));
    Path table = folder.resolve(name);
    new Table(segments, pieces).write(table);
    return table;
  }

  private static void relabel(Map<Long, Long> lowest, long one, long other) {
    long a = lowest.getOrDefault(one, one);
    long b = lowest.getOrDefault(other, other);
    lowest.putIfAbsent(one, one);
    lowest.putIfAbsent(other, other);
    lowest.replaceAll((_, l) -> l == a || l == b ? Math.min(a, b) : l);
  }

  private record Pair(long one, long other) {}

  /// Two sums for all that lies between two groups.
  private static final class Between {
    long affinity;
    long weight;
    long rank = Long.MAX_VALUE;

    double score() {
      return (double) affinity / weight;
    }
  }

  /// As it is defined: again and again all pairs of groups are looked at and the best is joined.
  private static List<Float> slowScores(List<Piece> pieces) {
    Map<Long, Long> group = new HashMap<>();
    for (Piece p : pieces) {
      if (p.face()) {
        relabel(group, p.lowId(), p.highId());
      }
    }
    Map<Long, Long> objects = new HashMap<>(group);
    Float[] scores = new Float[pieces.size()];
    double last = 1;
    while (true) {
      Map<Pair, Between> between = new HashMap<>();
      for (int i = 0; i < scores.length; i++) {
        Piece p = pieces.get(i);
        long a = group.getOrDefault(p.lowId(), p.lowId());
        long b = group.getOrDefault(p.highId(), p.highId());
        if (a == b) {
          scores[i] = scores[i] == null ? Float.valueOf((float) last) : scores[i];
          continue;
        }
        Between sum =
            between.computeIfAbsent(new Pair(Math.min(a, b), Math.max(a, b)), _ -> new Between());
        double w = p.faces() > 0 ? p.faces() : p.voxels() / 4.0;
        sum.weight += Math.round(w * (1 << 20));
        sum.affinity += Math.round((1 - p.boundary()) * (double) Math.round(w * (1 << 20)));
        sum.rank = Math.min(sum.rank, rank(objects, p));
      }
      if (between.isEmpty()) {
        return List.of(scores);
      }
      var best =
          between.entrySet().stream()
              .min(
                  Comparator.comparingDouble((Map.Entry<Pair, Between> e) -> -e.getValue().score())
                      .thenComparingLong(e -> e.getValue().rank))
              .orElseThrow();
      last = Math.min(last, best.getValue().score());
      relabel(group, best.getKey().one(), best.getKey().other());
    }
  }

  /// Place of a pair of objects among all pairs; ids of these tests differ in their lowest bits of
  /// block and number only.
  private static long rank(Map<Long, Long> objects, Piece p) {
    long a = number(objects.getOrDefault(p.lowId(), p.lowId()));
    long b = number(objects.getOrDefault(p.highId(), p.highId()));
    return Math.min(a, b) * 1000 + Math.max(a, b);
  }

  private static long number(long id) {
    return SegmentId.unpack(id).blockX() * 100L + (id & SegmentId.MAX_NUMBER);
  }
}
