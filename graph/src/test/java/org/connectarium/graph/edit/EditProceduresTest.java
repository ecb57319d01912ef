package org.connectarium.graph.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.connectarium.graph.TinyConnectome.id;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Edits of literal cases; see [TwoRows].
class EditProceduresTest {
  @TempDir Path home;
  private GraphStore store;
  private TwoRows rows;

  @BeforeEach
  void open() {
    store = GraphStore.open(home);
    rows = new TwoRows(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aMergeGivesANewIdAndKeepsTheOldOnes() {
    long left = of(1);
    long right = of(4);
    Map<String, Object> made = merge(3, 4);
    assertThat(made)
        .containsEntry("decision", 1L)
        .containsEntry("ended", List.of(left, right))
        .containsEntry("made", List.of(of(1)));
    assertThat(of(6)).isEqualTo(of(1)).isNotIn(left, right);
    assertThat(members(of(1))).containsExactly(id(1), id(2), id(3), id(4), id(5), id(6));
    assertThat(members(left)).containsExactly(id(1), id(2), id(3));
    assertThat(asOf(6, 0)).isEqualTo(right);
    assertThat(asOf(6, 1)).isEqualTo(of(1));
    assertThat(sizes()).containsExactly(Map.of("segments", 6L, "voxels", 2100L));
  }

  @Test
  void aSplitCutsWhereItCostsLeast() {
    long before = of(4);
    Map<String, Object> preview =
        one("CALL connectome.edit.previewSplit([$a], [$b])", Map.of("a", id(4), "b", id(6)));
    assertThat(of(4)).isEqualTo(before);
    assertThat(preview).containsEntry("proven", true);
    assertThat(preview.get("pieces"))
        .isEqualTo(
            List.of(
                Map.of("segment", id(4), "segments", 1L, "voxels", 400L),
                Map.of("segment", id(6), "segments", 2L, "voxels", 1100L)));
    assertThat((List<?>) Objects.requireNonNull(preview.get("cut")))
        .extracting(pair -> ((Map<?, ?>) pair).get("low"), pair -> ((Map<?, ?>) pair).get("x"))
        .containsExactlyInAnyOrder(tuple(id(4), 450.0), tuple(id(4), 500.0));
    split(4, 6);
    assertThat(of(5)).isEqualTo(of(6)).isNotEqualTo(of(4));
    assertThat(members(before)).containsExactly(id(4), id(5), id(6));
    assertThat(call("CALL connectome.edit.joins($id)", Map.of("id", before)))
        .extracting(row -> row.get("lowId"), row -> row.get("highId"))
        .containsExactly(tuple(id(4), id(5)), tuple(id(4), id(6)), tuple(id(5), id(6)));
  }

  @Test
  void undoAlsoAfterLaterEditsAndRedo() {
    merge(3, 4);
    split(1, 2); // in the same agglomerate, about other segments
    undo(1);
    assertThat(of(2)).isEqualTo(of(3)).isNotEqualTo(of(4)).isNotEqualTo(of(1));
    one("CALL connectome.edit.redo(1, {by: 'anna', reason: 'right after all'})", Map.of());
    assertThat(of(3)).isEqualTo(of(4));
    assertThat(call("CALL connectome.edit.history($id)", Map.of("id", of(4))))
        .extracting(row -> row.get("decision"), row -> row.get("kind"), row -> row.get("by"))
        .containsExactly(
            tuple(4L, "redo", "anna"),
            tuple(3L, "undo", ""),
            tuple(2L, "split", ""),
            tuple(1L, "merge", ""));
  }

  @Test
  void conflictsAreReported() {
    split(1, 2);
    merge(1, 2);
    assertThatThrownBy(() -> undo(1))
        .rootCause()
        .hasMessage(
            "Decision 1 cannot be undone: decision 2 was later about the segments %d and %d too;"
                    .formatted(id(1), id(2))
                + " undo that first");
    undo(2);
    undo(1);
    assertThatThrownBy(() -> undo(1))
        .rootCause()
        .hasMessage("Decision 1 was undone by decision 4 already");
    merge(3, 4);
    merge0(1, 6, "are in one agglomerate already, ");
    split(3, 4);
    merge(2, 6); // both halves are one again, by another way
    assertThatThrownBy(() -> one("CALL connectome.edit.redo(5)", Map.of()))
        .rootCause()
        .hasMessage("Decision 5 was not undone; there is nothing to redo");
    undo(6);
    assertThatThrownBy(() -> undo(5))
        .rootCause()
        .hasMessageContaining("are connected in another way as well");
    assertThat(of(1)).isEqualTo(of(6));
  }

  @Test
  void whatChangedBetweenTwoDecisions() {
    long left = of(1);
    long right = of(4);
    merge(3, 4);
    split(1, 2);
    assertThat(one("CALL connectome.edit.diff(0, 2)", Map.of()))
        .containsEntry("before", List.of(left, right))
        .containsEntry("after", List.of(of(1), of(2)).stream().sorted().toList())
        .containsEntry("decisions", List.of(1L, 2L));
    assertThat(call("CALL connectome.edit.diff(2, 2)", Map.of())).isEmpty();
    assertThatThrownBy(() -> call("CALL connectome.edit.diff(1, 3)", Map.of()))
        .rootCause()
        .hasMessage("The later decision must be 1…2 but was 3");
  }

  @Test
  void aTimeIsADecision() {
    ZonedDateTime before = ZonedDateTime.now(ZoneOffset.UTC);
    merge(3, 4);
    ZonedDateTime after = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(1);
    String query = "CALL connectome.edit.decisionAt($at) YIELD decision RETURN decision";
    assertThat(one(query, Map.of("at", before))).containsEntry("decision", 0L);
    assertThat(one(query, Map.of("at", after))).containsEntry("decision", 1L);
  }

  @Test
  void aNewAgglomerationKeepsToWhatPeopleDecided() {
    merge(3, 4);
    split(1, 2);
    call("CALL connectome.agglomerate.components({minContinuity: 0.98})", Map.of());
    assertThat(of(3)).isEqualTo(of(4)).isNotEqualTo(of(2)); // 2–3 has 0.95
    assertThat(of(1)).isNotEqualTo(of(2));
    Invariants.check(store.database(), "after a new agglomeration");
    assertThatThrownBy(() -> asOf(1, 1))
        .rootCause()
        .hasMessage(
            "There is no state of decision 1; kept are those from 2 (the last agglomeration) to 2");
    undo(1);
    assertThat(of(3)).isNotEqualTo(of(4));
    Invariants.check(store.database(), "after an undo of what came before it");
  }

  @Test
  void badInputIsOneLine() {
    merge0(1, 99, "No segment " + id(99) + " in the graph");
    merge0(1, 3, "are in one agglomerate already");
    assertThatThrownBy(() -> split(1, 4))
        .rootCause()
        .hasMessage(
            "Segments %d and %d are in different agglomerates; a split needs them in one"
                .formatted(id(1), id(4)));
    assertThatThrownBy(() -> split(1, 1))
        .rootCause()
        .hasMessage("Segment " + id(1) + " is both source and sink; leave out one");
    assertThatThrownBy(() -> undo(7)).rootCause().hasMessage("No decision 7; the latest is 0");
    assertThatThrownBy(() -> members(5))
        .rootCause()
        .hasMessage("No agglomerate 5, now or since the last agglomeration");
    assertThatThrownBy(() -> one("CALL connectome.edit.merge(1, 2, {reson: 'x'})", Map.of()))
        .rootCause()
        .hasMessageContaining("did you mean \"reason\"?");
  }

  private void merge0(int a, int b, String message) {
    assertThatThrownBy(() -> merge(a, b)).rootCause().hasMessageContaining(message);
  }

  private Map<String, Object> merge(int a, int b) {
    return one("CALL connectome.edit.merge($a, $b)", Map.of("a", id(a), "b", id(b)));
  }

  private void split(int source, int sink) {
    one("CALL connectome.edit.split([$a], [$b])", Map.of("a", id(source), "b", id(sink)));
  }

  private void undo(long decision) {
    one("CALL connectome.edit.undo($d)", Map.of("d", decision));
  }

  private long of(int segment) {
    return rows.of(segment);
  }

  private long asOf(int segment, long decision) {
    return number("CALL connectome.edit.asOf($id, $d)", Map.of("id", id(segment), "d", decision));
  }

  private long number(String query, Map<String, Object> parameters) {
    return (long) Objects.requireNonNull(one(query, parameters).get("agglomerateId"));
  }

  private List<Object> members(long agglomerate) {
    return call("CALL connectome.edit.members($id)", Map.of("id", agglomerate)).stream()
        .map(row -> Objects.requireNonNull(row.get("segmentId")))
        .toList();
  }

  private List<Map<String, Object>> sizes() {
    return call(
        "MATCH (a:Agglomerate) RETURN a.segments AS segments, a.voxels AS voxels", Map.of());
  }

  private Map<String, Object> one(String query, Map<String, Object> parameters) {
    return rows.one(query, parameters);
  }

  private List<Map<String, Object>> call(String query, Map<String, Object> parameters) {
    return rows.call(query, parameters);
  }
}
