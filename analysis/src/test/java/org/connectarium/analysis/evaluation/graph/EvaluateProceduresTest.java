package org.connectarium.analysis.evaluation.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;
import static org.connectarium.analysis.evaluation.graph.LabelledGraph.RUN;
import static org.connectarium.analysis.evaluation.graph.LabelledGraph.contact;
import static org.connectarium.analysis.evaluation.graph.LabelledGraph.skeleton;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.branch.Branches;
import org.connectarium.graph.edit.EditNote;
import org.connectarium.graph.edit.Edits;
import org.connectarium.graph.store.GraphStore;
import org.connectarium.graph.truth.TruthSink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/// Segments 1 and 2 are cell 7, segments 3 and 4 cell 8, eight voxels each; the agglomerates join
/// 2 and 3 wrongly, and leave 1 and 4 alone.
class EvaluateProceduresTest {
  private static final long[] SEGMENTS = {1, 1, 2, 2, 3, 3, 4, 4, 0, 5};
  private static final long[] TRUTH = {7, 7, 7, 7, 8, 8, 8, 8, 8, 0};

  private static final List<String> MEASURES = List.of("volume", "skeletons", "contacts");

  @TempDir static Path home;
  private static GraphStore store;

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
    LabelledGraph.load(
        store.database(),
        SEGMENTS,
        TRUTH,
        List.of(contact(1, 2, 0.75), contact(2, 3, 0.9), contact(3, 4, 0.5), contact(4, 5, 0.1)));
    new TruthSink(store.database())
        .skeletons("traced", RUN, List.of(skeleton(7, 1, 1, 1, 2), skeleton(8, 3, 4, 4, 0)));
    new Agglomeration(store.database(), StopCheck.NEVER)
        .run(AgglomerationOptions.minContinuity(0.8));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void volumeScoresSegmentsAndAgglomerates() {
    assertThat(call("CALL connectome.evaluate.volume()"))
        .extracting(
            row -> row.get("level"),
            row -> row.get("voxels"),
            row -> row.get("coverage"),
            row -> row.get("viSplitBits"),
            row -> row.get("viMergeBits"),
            row -> row.get("randPrecision"))
        .containsExactly(
            tuple("segments", 8L, 8 / 9.0, 1.0, 0.0, 1.0),
            // half of all voxels lie in one agglomerate that has as many of 7 as of 8
            tuple("agglomerates", 8L, 8 / 9.0, 1.0, 0.5, 16 / 24.0));
  }

  @Test
  void aBoxChoosesSegmentsByTheirCentroid() {
    assertThat(call("CALL connectome.evaluate.volume({box: [0, -1, -1, 250, 1, 1]})"))
        .extracting(row -> row.get("voxels"), row -> row.get("viMergeBits"))
        .containsExactly(tuple(4L, 0.0), tuple(4L, 0.0));
  }

  @Test
  void skeletonsAreFollowedThroughSegmentsAndAgglomerates() {
    assertThat(call("CALL connectome.evaluate.skeletons({truth: 'traced'})"))
        .extracting(
            row -> row.get("level"),
            row -> row.get("erlUm"),
            row -> row.get("erlOfTruthUm"),
            row -> row.get("splits"),
            row -> row.get("mergers"),
            row -> row.get("nodesInNone"))
        .containsExactly(
            // runs of 2 µm in 1 and 1 µm in 4, of 6 µm
            tuple("segments", 5 / 6.0, 3.0, 2L, 0L, 1L),
            tuple("agglomerates", 5 / 6.0, 3.0, 2L, 1L, 1L));
    assertThat(call("CALL connectome.evaluate.skeletons({box: [900, -1, -1, 2100, 1, 1]})"))
        .extracting(row -> row.get("pathUm"), row -> row.get("nodes"))
        .containsOnly(tuple(2.0, 4L));
    assertThat(call("CALL connectome.evaluate.skeletons({minNodes: 2})"))
        .extracting(row -> row.get("mergers"))
        .containsOnly(0L);
  }

  @Test
  void contactsAreRightOrWrong() {
    assertThat(call("CALL connectome.evaluate.contacts()"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("precision", 0.0)
                    .containsEntry("recall", 0.0)
                    .containsEntry("contacts", 3L)
                    .containsEntry("unknown", 1L)
                    .containsEntry("falsePositives", 1L)
                    .containsEntry("falseNegatives", 2L));
  }

  @Test
  void thresholdsShowWhatOthersWouldMake() {
    assertThat(call("CALL connectome.evaluate.thresholds({from: 0.5, to: 1, steps: 3})"))
        .extracting(
            row -> row.get("minContinuity"),
            row -> row.get("agglomerates"),
            row -> row.get("viSplitBits"),
            row -> row.get("viMergeBits"))
        .containsExactly(
            tuple(1.0, 5L, 1.0, 0.0),
            tuple(0.75, 3L, 0.5, 0.75 * (Math.log(3) / Math.log(2) - 2 / 3.0)),
            tuple(0.5, 2L, 0.0, 1.0));
  }

  @Test
  void compareNeedsNoTruth() {
    assertThat(call("CALL connectome.evaluate.compare({minContinuity: 1})"))
        .singleElement() // the others leave 2 and 3, four of nine voxels, apart
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("voxels", 9L)
                    .containsEntry("viSplitBits", 0.0)
                    .containsEntry("viMergeBits", 4 / 9.0));
  }

  @Test
  void pastStatesAndTheDecisionsBetween() {
    Edits edits = new Edits(store.database(), StopCheck.NEVER);
    long merge = edits.merge(LabelledGraph.id(3), LabelledGraph.id(4), EditNote.NONE).decision();
    long undo = edits.undo(merge, EditNote.NONE).decision();
    String volume = "CALL connectome.evaluate.volume({asOf: %d})";
    assertThat(call(volume.formatted(merge)).getLast())
        .containsEntry("viSplitBits", 0.5) // 1 and 2, 3, 4
        .hasEntrySatisfying(
            "viMergeBits",
            bits -> assertThat((double) bits).isCloseTo(0.75 * (log2(3) - 2 / 3.0), within(1e-12)));
    assertThat(call(volume.formatted(undo))).isEqualTo(call("CALL connectome.evaluate.volume()"));
    assertThat(call("CALL connectome.evaluate.decisions(%d, %d)".formatted(merge, undo)))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("voxels", 9L)
                    .containsEntry("viSplitBits", 0.0)
                    .hasEntrySatisfying(
                        "viMergeBits", bits -> assertThat((double) bits).isPositive()));
    assertFails("volume({asOf: 99})", "There is no state of decision 99; kept are those from");
  }

  @Test
  void branchesBeforeTheyAreTakenOver() {
    Branches branches = new Branches(store.database(), StopCheck.NEVER);
    branches.create("what if", EditNote.NONE);
    branches.merge("what if", LabelledGraph.id(3), LabelledGraph.id(4), EditNote.NONE);
    List<List<Map<String, Object>>> proposed = new ArrayList<>();
    for (String measure : MEASURES) {
      List<Map<String, Object>> before = call("CALL connectome.evaluate." + measure);
      proposed.add(call("CALL connectome.branch.%s('what if')".formatted(measure)));
      assertThat(proposed.getLast()).as(measure).isNotEqualTo(before);
      assertThat(call("CALL connectome.evaluate." + measure)).as(measure).isEqualTo(before);
    }
    assertThatThrownBy(() -> call("CALL connectome.branch.volume('other')"))
        .rootCause()
        .hasMessageStartingWith("No branch \"other\"; ");
    long decision = branches.takeOver("what if", EditNote.NONE).getFirst().decision();
    for (int i = 0; i < MEASURES.size(); i++) {
      assertThat(call("CALL connectome.evaluate." + MEASURES.get(i))).isEqualTo(proposed.get(i));
    }
    new Edits(store.database(), StopCheck.NEVER).undo(decision, EditNote.NONE);
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  @Test
  void badOptionsAreOneLine() {
    assertFails("volume({boxes: 1})", "Unknown option \"boxes\"; did you mean \"box\"?");
    assertFails(
        "volume({box: [0, 0, 0, 1, 1]})",
        "Option box must be [x0, y0, z0, x1, y1, z1] in nm, each end above its begin, but was [0,");
    assertFails("contacts({box: [0, 0, 0, 1, 1, 0]})", "each end above its begin");
    assertFails("volume({truth: 'traced'})", "No truth \"traced\" made of cells; there is volume");
    assertFails("skeletons({minNodes: 0})", "minNodes must be 1 or more but was 0");
    assertFails(
        "thresholds({from: 0.9, to: 0.5})",
        "Option from must not be above to but was 0.9, to was 0.5");
    assertFails("thresholds({steps: 0})", "Option steps must be 1…10000 but was 0");
    assertFails("compare({minContinuity: 2})", "Option minContinuity must be 0…1 but was 2.0");
  }

  @Test
  void stopsWhenTheTransactionIsTerminated() {
    for (String name : List.of("volume", "skeletons", "contacts", "thresholds", "compare")) {
      try (Transaction tx = store.database().beginTx()) {
        tx.terminate();
        assertThatThrownBy(
                () -> tx.execute("CALL connectome.evaluate." + name + "()").resultAsString())
            .as(name)
            .isInstanceOf(RuntimeException.class);
      }
    }
  }

  private static void assertFails(String procedure, String message) {
    assertThatThrownBy(() -> call("CALL connectome.evaluate." + procedure))
        .rootCause()
        .hasMessageContaining(message);
  }

  private static List<Map<String, Object>> call(String query) {
    try (Transaction tx = store.database().beginTx();
        var result = tx.execute(query)) {
      return result.stream().toList();
    }
  }
}
