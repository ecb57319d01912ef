package org.connectarium.graph.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.connectarium.graph.TinyConnectome.id;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectarium.graph.edit.Invariants;
import org.connectarium.graph.edit.TwoRows;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Branches of literal cases; see [TwoRows].
class BranchProceduresTest {
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
  void whatABranchProposesIsSeenInItAlone() {
    long left = rows.of(1);
    long right = rows.of(4);
    call("CALL connectome.branch.create('what if', {by: 'anna', reason: 'one axon?'})");
    assertThat(merge(3, 4)).isEqualTo(1);
    assertThat(split(1, 2)).isEqualTo(2);
    assertThat(members(1)).containsExactly(id(1));
    assertThat(members(6)).containsExactly(id(2), id(3), id(4), id(5), id(6));
    assertThat(call("CALL connectome.branch.diff('what if')"))
        .containsExactly(
            Map.of(
                "before",
                List.of(left, right),
                "after",
                List.of(
                    Map.of("segment", id(1), "segments", 1L, "voxels", 100L),
                    Map.of("segment", id(2), "segments", 5L, "voxels", 2000L))));
    assertThat(rows.of(1)).isEqualTo(rows.of(3)).isEqualTo(left);
    assertThat(rows.of(4)).isEqualTo(right);
    assertThat(call("MATCH (d:Decision) RETURN d")).isEmpty();
    Invariants.check(store.database(), "with an open branch");
    assertThat(call("CALL connectome.branch.list()").getFirst())
        .containsEntry("name", "what if")
        .containsEntry("state", "open")
        .containsEntry("edits", 2L)
        .containsEntry("by", "anna")
        .containsEntry("reason", "one axon?");
  }

  @Test
  void takenOverItsEditsAreDecisions() {
    call("CALL connectome.branch.create('what if')");
    rows.one(
        "CALL connectome.branch.merge('what if', $a, $b, {by: 'anna', reason: 'same vesicles'})",
        Map.of("a", id(3), "b", id(4)));
    split(1, 2);
    long left = rows.of(1);
    long right = rows.of(4);
    List<Map<String, Object>> taken =
        call("CALL connectome.branch.takeOver('what if', {by: 'carl', reason: 'agreed'})");
    assertThat(taken).extracting(row -> row.get("decision")).containsExactly(1L, 2L);
    assertThat(taken.get(0).get("ended")).isEqualTo(List.of(left, right));
    assertThat(taken.get(1).get("made"))
        .isEqualTo(List.of(rows.of(1), rows.of(6)).stream().sorted().toList());
    assertThat(rows.of(2)).isEqualTo(rows.of(6)).isNotEqualTo(rows.of(1));
    assertThat(call("MATCH (d:Decision) RETURN d.kind AS kind, d.by AS by ORDER BY d.number"))
        .extracting(row -> row.get("kind"), row -> row.get("by"))
        .containsExactly(tuple("merge", "anna"), tuple("split", ""));
    assertThat(edits())
        .extracting(row -> row.get("edit"), row -> row.get("decision"), row -> row.get("conflict"))
        .containsExactly(tuple(1L, 1L, ""), tuple(2L, 2L, ""));
    Invariants.check(store.database(), "taken over");
    assertFails(
        "CALL connectome.branch.takeOver('what if')",
        "Branch \"what if\" was taken over; its edits are decisions now, see"
            + " connectome.branch.edits");
    call("CALL connectome.edit.undo(1)");
    assertThat(rows.of(3)).isNotEqualTo(rows.of(4));
    call("CALL connectome.branch.drop('what if')");
    assertThat(call("CALL connectome.branch.list()")).isEmpty();
    assertThat(call("MATCH (b:BranchEdit) RETURN b")).isEmpty();
    assertThat(call("MATCH (d:Decision) RETURN d")).hasSize(3);
  }

  @Test
  void aBranchGoesAlongAndConflictsAreReported() {
    call("CALL connectome.branch.create('what if')");
    split(4, 5);
    merge(1, 6);
    call("CALL connectome.edit.split([%d], [%d])".formatted(id(1), id(2))); // of no matter to it
    assertThat(members(6)).containsExactly(id(1), id(5), id(6));
    call("CALL connectome.edit.split([%d], [%d])".formatted(id(4), id(5)));
    String conflict =
        "decision 2 was about the segments %d and %d since; remove the edit from the branch, or"
                .formatted(id(4), id(5))
            + " undo that decision";
    assertThat(edits())
        .extracting(row -> row.get("conflict"))
        .containsExactly(conflict, "waits for edit 1");
    assertFails(
        "CALL connectome.branch.takeOver('what if')",
        "Edit 1 of branch \"what if\" cannot be made: " + conflict);
    assertThat(call("MATCH (d:Decision) RETURN d")).hasSize(2);
    call("CALL connectome.branch.remove('what if', 1)");
    assertThat(edits()).extracting(row -> row.get("conflict")).containsExactly("");
    call("CALL connectome.branch.takeOver('what if')");
    assertThat(rows.of(1)).isEqualTo(rows.of(6)).isNotEqualTo(rows.of(2));
  }

  @Test
  void proposesToTakeBackWhatOthersDecided() {
    call("CALL connectome.edit.merge(%d, %d)".formatted(id(3), id(4)));
    call("CALL connectome.branch.create('what if')");
    call("CALL connectome.branch.undo('what if', 1)");
    assertThat(members(3)).containsExactly(id(1), id(2), id(3));
    assertFails("CALL connectome.branch.undo('what if', 2)", "No decision 2; the latest is 1");
    call("CALL connectome.edit.undo(1)");
    assertThat(edits())
        .extracting(row -> row.get("conflict"))
        .containsExactly("Decision 1 was undone by decision 2 already");
    call("CALL connectome.branch.remove('what if', 1)");
    assertThat(rows.one("CALL connectome.branch.redo('what if', 1)", Map.of()))
        .containsEntry("edit", 2L);
    assertThat(members(3)).hasSize(6);
  }

  @Test
  void badInputIsOneLine() {
    assertFails(
        "CALL connectome.branch.drop('other')",
        "No branch \"other\"; CALL connectome.branch.list() names those there are");
    call("CALL connectome.branch.create('what if')");
    assertFails(
        "CALL connectome.branch.create('what if')",
        "There is a branch \"what if\" already; take another name");
    assertFails("CALL connectome.branch.create(' ')", "A branch needs a name");
    assertFails("CALL connectome.branch.remove('what if', 3)", "Branch \"what if\" has no edit 3");
    assertThatThrownBy(() -> merge(1, 2))
        .rootCause()
        .hasMessageContaining("are in one agglomerate already");
    merge(3, 4);
    assertThatThrownBy(() -> merge(2, 5))
        .rootCause()
        .hasMessageContaining("are in one agglomerate already");
    assertThat(edits()).hasSize(1);
  }

  private long merge(int a, int b) {
    return added("CALL connectome.branch.merge('what if', %d, %d)".formatted(id(a), id(b)));
  }

  private long split(int source, int sink) {
    return added(
        "CALL connectome.branch.split('what if', [%d], [%d])".formatted(id(source), id(sink)));
  }

  private long added(String query) {
    return (long) Objects.requireNonNull(call(query).getFirst().get("edit"));
  }

  private List<Object> members(int segment) {
    return call("CALL connectome.branch.members('what if', %d)".formatted(id(segment))).stream()
        .map(row -> Objects.requireNonNull(row.get("segmentId")))
        .toList();
  }

  private List<Map<String, Object>> edits() {
    return call("CALL connectome.branch.edits('what if')");
  }

  private List<Map<String, Object>> call(String query) {
    return rows.call(query, Map.of());
  }

  private void assertFails(String query, String message) {
    assertThatThrownBy(() -> call(query)).rootCause().hasMessage(message);
  }
}
