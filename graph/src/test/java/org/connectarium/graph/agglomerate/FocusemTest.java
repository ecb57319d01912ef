package org.connectarium.graph.agglomerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.segment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/// Segments of 1000 voxels and a bit: 1 and 2 of an axon, 3 and 4 of a dendrite, 5 a spine head at
/// the dendrite, 6 a leftover at the axon, 7 a nucleus, 8 beside it.
class FocusemTest {
  @TempDir static Path home;
  private static GraphStore store;

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void load() {
    try (GraphSink sink = GraphSink.embedded(store.database())) {
      sink.clearSegmentation();
      List<SegmentRow> rows = new ArrayList<>();
      for (int i = 1; i <= 8; i++) {
        rows.add(segment(i, 1000 + i));
      }
      TinyConnectome.load(
          sink,
          rows,
          List.of(
              contact(1, 2, 0, 61, false, 0.98),
              contact(3, 4, 0, 301, false, 0.99),
              contact(2, 3, 0, 301, false, 0.99),
              contact(4, 5, 0, 20, false, 0.5),
              contact(1, 6, 0, 20, false, 0.995),
              contact(7, 8, 0, 20, false, 0.1)));
    }
  }

  @Test
  void eachStepWorksOnWhatThoseBeforeItMade() {
    classify();
    assertThat(call("CALL connectome.agglomerate.focusem({voxelSizeNm: [10, 10, 10]})"))
        .extracting(
            row -> row.get("step"),
            row -> row.get("joins"),
            row -> row.get("agglomerates"),
            row -> row.get("unassigned"))
        .containsExactly(
            tuple("somata", 1L, 7L, 6L),
            tuple("axons", 1L, 6L, 4L),
            tuple("dendrites", 1L, 5L, 2L),
            tuple("leftovers", 1L, 4L, 1L),
            tuple("growth", 0L, 4L, 1L),
            tuple("spines", 1L, 3L, 0L));
    assertThat(agglomerates()).containsExactly("axon 1 2 6", "dendrite 3 4 5", "soma 7 8");
    assertThat(call("MATCH (r:Run) RETURN r.parameters AS json ORDER BY r.key"))
        .last()
        .extracting(row -> row.get("json"))
        .asString()
        .contains("\"voxelSizeNm\":[10.0, 10.0, 10.0]")
        .contains("\"axons\":{\"continuityAbove\":0.97,\"contactVoxelsAbove\":60,");
  }

  @Test
  void thresholdsMustBeExceeded() {
    classify();
    call("MATCH ()-[c:CONTACT]->() WHERE c.voxels = 61 SET c.voxels = 60");
    call("CALL connectome.agglomerate.focusem({steps: ['axons']})");
    assertThat(agglomerates()).contains("axon 1", "axon 2", "other 6");
    call(
        "CALL connectome.agglomerate.focusem({steps: ['axons'], axons: {contactVoxelsAbove: 59}})");
    assertThat(agglomerates()).contains("axon 1 2");
    call(
        "CALL connectome.agglomerate.focusem({steps: ['axons'], axons: {segmentVoxelsAbove: 1001}})");
    assertThat(agglomerates()).contains("other 1", "axon 2");
    call("CALL connectome.agglomerate.focusem({steps: ['dendrites'], exclusion: {myelin: 0.2}})");
    assertThat(agglomerates()).contains("dendrite 3", "other 4");
  }

  @Test
  void smallAgglomeratesAreUnassigned() {
    classify();
    call(
        "CALL connectome.agglomerate.focusem({steps: ['axons'], axons: {minAgglomerateVoxels: 2003}})");
    assertThat(agglomerates()).contains("axon 1 2");
    call(
        "CALL connectome.agglomerate.focusem({steps: ['axons'], axons: {minAgglomerateVoxels: 2004}})");
    assertThat(agglomerates()).contains("other 1 2");
  }

  @Test
  void laterStepsLeaveToEarlierOnesWhatTheyTook() {
    classify();
    call("MATCH (s:Segment {voxels: 1002}) SET s.pDendrite = 0.4");
    call("CALL connectome.agglomerate.focusem({steps: ['axons', 'dendrites']})");
    assertThat(agglomerates()).contains("axon 1 2", "dendrite 3 4");
    call("CALL connectome.agglomerate.focusem({steps: ['dendrites', 'axons']})");
    assertThat(agglomerates()).contains("axon 1", "dendrite 2 3 4");
  }

  @Test
  void headsWithoutADendriteAreSpineHeads() {
    classify();
    call("CALL connectome.agglomerate.focusem({steps: ['spines']})");
    assertThat(agglomerates()).contains("spinehead 5", "other 4");
  }

  @Test
  void aMissingPropertyIsSaidAndChangesNothing() {
    call("CALL connectome.agglomerate.components()");
    List<String> before = agglomerates();
    assertThatThrownBy(() -> call("CALL connectome.agglomerate.focusem({steps: ['axons']})"))
        .rootCause()
        .hasMessage(
            "No segment has the property pAxon, which the step axons needs; classify the segments"
                + " first, or leave the step out of steps");
    assertThat(agglomerates()).isEqualTo(before);
  }

  @Test
  void badOptionsAreErrors() {
    refuses("{steps: ['axon']}", "Unknown step \"axon\"; there are somata, axons, dendrites");
    refuses("{steps: 'axons'}", "Option steps must be a list of texts but was axons");
    refuses("{steps: ['axons', 'axons']}", "none twice but was [\"axons\",\"axons\"]");
    refuses("{}", "The step growth needs voxelSizeNm, the size of voxels in nm");
    refuses("{steps: ['axons'], voxelSizeNm: [1, 0, 1]}", "three numbers above 0");
    refuses("{steps: ['axons'], growth: {round: 3}}", "did you mean \"rounds\"?");
    refuses("{steps: ['axons'], growth: 3}", "Option growth must be a map but was 3");
    refuses("{steps: ['axons'], growth: {scoreAbove: 2}}", "must be 0…1 but one was 2.0");
    refuses("{steps: ['axons'], growth: {rounds: 0.5}}", "must be a whole number from 0");
  }

  @Test
  void aStoppedRunLeavesTheOldState() {
    classify();
    call("CALL connectome.agglomerate.components()");
    List<String> before = agglomerates();
    StopCheck stop =
        () -> {
          throw new CancellationException("enough");
        };
    FocusemOptions axons = FocusemOptions.of(Map.of("steps", List.of("axons")));
    assertThatThrownBy(() -> new Agglomeration(store.database(), stop).run(axons))
        .isInstanceOf(CancellationException.class);
    assertThat(agglomerates()).isEqualTo(before);
  }

  @Test
  void aTerminatedTransactionStopsIt() {
    classify();
    try (Transaction tx = store.database().beginTx()) {
      tx.terminate();
      assertThatThrownBy(
              () ->
                  tx.execute("CALL connectome.agglomerate.focusem({steps: ['axons']})")
                      .resultAsString())
          .isInstanceOf(RuntimeException.class);
    }
  }

  private static void classify() {
    call("MATCH (s:Segment) WHERE s.voxels <= 1002 SET s.pAxon = 0.6");
    call("MATCH (s:Segment) WHERE s.voxels IN [1003, 1004] SET s.pDendrite = 0.6, s.pAxon = 0.1");
    call("MATCH (s:Segment {voxels: 1004}) SET s.myelin = 0.3");
    call("MATCH (s:Segment {voxels: 1005}) SET s.pSpineHead = 0.9, s.pDendrite = 0.1");
    call("MATCH (s:Segment {voxels: 1007}) SET s.nucleus = 0.9");
  }

  private static void refuses(String options, String message) {
    assertThatThrownBy(() -> call("CALL connectome.agglomerate.focusem(" + options + ")"))
        .as("%s", options)
        .rootCause()
        .hasMessageContaining(message);
  }

  /* Kind and numbers of segments of each agglomerate. */
  private static List<String> agglomerates() {
    return call(
            "MATCH (a:Agglomerate)<-[:PART_OF*]-(s:Segment) WITH a, s.voxels % 1000 AS n ORDER BY n"
                + " WITH a, collect(toString(n)) AS ns"
                + " RETURN reduce(t = a.kind, n IN ns | t + ' ' + n) AS row ORDER BY row")
        .stream()
        .map(row -> String.valueOf(row.get("row")))
        .toList();
  }

  private static List<Map<String, Object>> call(String query) {
    try (Transaction tx = store.database().beginTx();
        var result = tx.execute(query)) {
      List<Map<String, Object>> rows = result.stream().toList();
      tx.commit();
      return rows;
    }
  }
}
