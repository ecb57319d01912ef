package org.connectarium.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.connectarium.app.json.Json;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenchTest {
  @TempDir Path folder;

  private Setting tiny() {
    return new Setting(Size.tiny, 2, 64, 16, folder, folder, 0);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "SEGMENT_REAL",
        "FACE_CONTACTS",
        "COMPONENTS",
        "COMPONENTS_6",
        "DISTANCE",
        "SKELETONS"
      })
  void everySuiteDoesItsWorkAndSaysWhatItIs(Suite suite) throws Exception {
    check(Measurement.of(suite, tiny(), 1, false));
  }

  @ParameterizedTest
  @EnumSource(names = {"FACE_CONTACTS", "COMPONENTS", "COMPONENTS_6", "DISTANCE", "SKELETONS"})
  void soDoThoseThatNeedRealData(Suite suite) throws Exception {
    Path data = Path.of(System.getenv().getOrDefault("CONNECTARIUM_DATA", "../../shared/data"));
    Assumptions.assumeTrue(
        Files.isDirectory(data.resolve("pinky40-seg")), "no real data at " + data);
    check(Measurement.of(suite, new Setting(Size.tiny, 2, 64, 16, folder, data, 0), 1, false));
  }

  @Test
  void statisticsGoWithoutAGraphToo() throws Exception {
    Measurement m =
        Measurement.of(
            Suite.STATISTICS, new Setting(Size.tiny, 2, 64, 16, folder, folder, 1), 1, false);
    check(m);
    assertThat(m.found()).contains("input ratios");
  }

  private static void check(Measurement m) {
    assertThat(m.units()).isPositive();
    assertThat(m.secondsMedian()).isBetween(m.secondsMin(), m.secondsMax());
    assertThat(m.floorSeconds()).isPositive();
    assertThat(m.peakHeapBytes()).isPositive();
    assertThat(m.floor()).isNotBlank();
    assertThat(Json.write(m)).contains("\"peer\" : null", "\"peak_heap_bytes\"", "\"cores\"");
  }

  @Test
  void realDataThatIsNotThereIsSaidPlainly() {
    assertThatThrownBy(() -> Measurement.of(Suite.SEGMENT_REAL, tiny(), 1, false))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("CONNECTARIUM_DATA");
  }

  @Test
  void suitesAreSpeltAsInTheCommandLine() {
    assertThat(Suite.of("segment-real")).isEqualTo(Suite.SEGMENT_REAL);
    assertThatThrownBy(() -> Suite.of("segmnt")).hasMessageContaining("did you mean \"segment\"");
  }

  @Test
  void aSuiteWithoutPeerSaysSo() throws Exception {
    Measurement m = Measurement.of(Suite.HIERARCHY, tiny(), 1, true);
    assertThat(m.peer()).isNotNull();
    assertThat(Json.write(m)).contains("no program of others does just this work");
  }

  @Test
  void theImportToolOfNeo4jLoadsTheSameRows() throws Exception {
    Measurement m = Measurement.of(Suite.GRAPH, tiny(), 1, true);
    Peer.Outcome peer = Objects.requireNonNull(m.peer());
    assertThat(peer.note()).contains("IMPORT DONE");
    assertThat(peer.timesOurs()).isPositive();
    assertThat(folder.resolve("peer")).doesNotExist();
  }

  @Test
  void theMadeUpGraphHasTheShapeOfARealOne() {
    SyntheticGraph graph = new SyntheticGraph(25);
    Map<Long, Integer> degrees = new HashMap<>();
    for (int block = 0; block < graph.blocks(); block++) {
      graph.segments(block).forEach(row -> degrees.put(row.id(), 0));
    }
    assertThat(degrees).hasSize((int) graph.segments());
    Set<List<Long>> pieces = new HashSet<>();
    long contacts = 0;
    for (int block = 0; block < graph.blocks(); block++) {
      for (ContactRow row : graph.contacts(block)) {
        contacts++;
        pieces.add(List.of(row.lowId(), row.highId()));
        degrees.merge(row.lowId(), 1, Integer::sum);
        degrees.merge(row.highId(), 1, Integer::sum);
      }
    }
    assertThat(degrees).hasSize((int) graph.segments()); // all ends are segments
    assertThat(contacts).isEqualTo(graph.contacts());
    assertThat((double) contacts / graph.segments()).isBetween(6.2, 6.8);
    assertThat(degrees.values().stream().mapToInt(d -> d).max().orElse(0)).isGreaterThan(200);
    assertThat(pieces.size()).isGreaterThan((int) (contacts * 0.98));
  }

  @Test
  void eachRunSimulatesAnewAndCountsWhatItMade() throws Exception {
    Workload work = Suite.SIMULATE_SERIAL.workload(tiny());
    for (int run = 1; run <= 2; run++) {
      work.prepare();
      work.run();
      assertThat(folder.resolve("simulation-" + run + "/simulation.json")).isRegularFile();
      assertThat(folder.resolve("simulation-" + (run - 1))).doesNotExist();
    }
    assertThat(work.what()).contains("look serial-section");
    assertThat(work.found()).matches("[1-9]\\d* cells, \\d+ synapses, [1-9]\\d* skeletons");
  }

  @Test
  void sizesGrowEightfold() {
    assertThat(Size.medium.scaled(800)).isEqualTo(800);
    assertThat(Size.small.scaled(800)).isEqualTo(100);
    assertThat(Size.large.scaled(800)).isEqualTo(6400);
  }

  @Test
  void theMirroredTileIsTheSameTissueTurnedRound() {
    int n = 4;
    byte[] values = new byte[3 * n * n * n];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) i;
    }
    BoundaryTile tile = new BoundaryTile(n, values);
    byte[] there = tile.read(Box.ofSize(n, n, n));
    assertThat(there).isEqualTo(values);
    byte[] row = tile.read(new Box(0, 0, 0, 8, 1, 1));
    // steps along z and y (plain voxels here), then along x, where a step has changed sides
    assertThat(row)
        .containsExactly(
            0, 1, 2, 3, 3, 2, 1, 0, 64, 65, 66, 67, 67, 66, 65, 64, -128, -127, -126, -125, -125,
            -125, -126, -127);
  }
}
