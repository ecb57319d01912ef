package org.connectarium.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.bulk.BulkSink;
import org.connectarium.graph.bulk.BulkSize;
import org.connectarium.graph.edit.EditNote;
import org.connectarium.graph.edit.Edits;
import org.connectarium.graph.edit.Invariants;
import org.connectarium.graph.edit.Reef;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.graph.store.GraphStore;
import org.connectarium.graph.store.StoreOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/// A disk that is full while a graph is written: one clear line, nothing half-written, and the same
/// again once there is space.
class FullDiskTest {
  private static final int MEGABYTES = 192;
  private static final int SEGMENTS = 20_000;
  private static final List<SegmentRow> ROWS = TinyConnectome.segments(SEGMENTS);
  private static final List<ContactRow> CONTACTS = TinyConnectome.randomContacts(SEGMENTS, 3, 9);
  private static final long RESERVE_BYTES = 32L << 20; // below it nothing is written any more
  private static final long WAIT_MILLIS = 60_000;

  @TempDir Path folder;
  private SmallDisk disk;
  private Path home;

  @BeforeEach
  void mount() throws Exception {
    disk = SmallDisk.mount(folder, MEGABYTES);
    home = disk.folder().resolve("neo4j");
  }

  @AfterEach
  void unmount() throws Exception {
    disk.close();
  }

  @Test
  void aLoadInTransactionsGoesOnWhereItWas() throws Exception {
    GraphStore.open(home).close();
    assertOneLine(
        () -> {
          try (GraphStore store = GraphStore.open(home);
              GraphSink sink = GraphSink.embedded(store.database())) {
            disk.fill(RESERVE_BYTES + (1 << 20));
            TinyConnectome.load(sink, ROWS, CONTACTS);
          }
        });
    disk.free();
    try (GraphStore store = reopen()) {
      assertThat(segments(store.database())).isLessThan(SEGMENTS);
      load(store.database());
      assertWhole(store.database());
    }
  }

  @Test
  void aLoadInBulkLeavesNothingAndIsDoneAgain() throws Exception {
    BulkSize size = new BulkSize(SEGMENTS, CONTACTS.size());
    assertOneLine(
        () -> {
          try (GraphSink sink = BulkSink.create(home, StoreOptions.DEFAULT, size)) {
            disk.fill();
            TinyConnectome.load(sink, ROWS, CONTACTS);
            sink.finish();
          }
        });
    assertThat(GraphStore.exists(home)).isFalse();
    disk.free();
    try (GraphSink sink = BulkSink.create(home, StoreOptions.DEFAULT, size)) {
      TinyConnectome.load(sink, ROWS, CONTACTS);
      sink.finish();
    }
    try (GraphStore store = GraphStore.open(home)) {
      assertWhole(store.database());
    }
  }

  @Test
  void anAgglomerationSaysThatItIsNotWholeOrIsAsBefore() throws Exception {
    try (GraphStore store = GraphStore.open(home)) {
      Reef.load(store.database(), 14, 1);
      agglomerate(store.database());
    }
    assertOneLine(
        () -> {
          try (GraphStore store = GraphStore.open(home)) {
            disk.fill(RESERVE_BYTES + (1 << 18));
            while (true) {
              agglomerate(store.database());
            }
          }
        });
    disk.free();
    try (GraphStore store = reopen()) {
      try {
        Invariants.check(store.database(), "as before");
      } catch (GraphException interrupted) {
        assertThat(interrupted).hasMessageStartingWith("The last agglomeration was interrupted");
      }
      agglomerate(store.database());
      Invariants.check(store.database(), "after a full disk");
    }
  }

  @Test
  void noEditThatWasAcknowledgedIsLostAndNoneIsHalfMade() throws Exception {
    try (GraphStore store = GraphStore.open(home)) {
      Reef.load(store.database(), 7, 1);
      agglomerate(store.database());
    }
    List<Long> acknowledged = new ArrayList<>();
    assertOneLine(
        () -> {
          try (GraphStore store = GraphStore.open(home)) {
            edit(store.database(), acknowledged);
            disk.fill(RESERVE_BYTES + (1 << 18));
            while (true) {
              edit(store.database(), acknowledged);
            }
          }
        });
    disk.free();
    try (GraphStore store = reopen()) {
      Invariants.check(store.database(), "after a full disk");
      try (Transaction tx = store.database().beginTx()) {
        for (long number : acknowledged) {
          assertThat(tx.findNode(GraphSchema.DECISION, "number", number)).isNotNull();
        }
      }
      edit(store.database(), acknowledged);
      assertThat(acknowledged).doesNotHaveDuplicates();
    }
  }

  /* A merge of two that are apart, and its undo. */
  private static void edit(GraphDatabaseService database, List<Long> acknowledged) {
    Edits edits = new Edits(database, StopCheck.NEVER);
    List<Long> apart =
        Invariants.groups(database).values().stream()
            .limit(2)
            .map(group -> group.iterator().next())
            .toList();
    acknowledged.add(edits.merge(apart.get(0), apart.get(1), EditNote.NONE).decision());
    acknowledged.add(edits.undo(acknowledged.getLast(), EditNote.NONE).decision());
  }

  private static void load(GraphDatabaseService database) {
    try (GraphSink sink = GraphSink.embedded(database)) {
      TinyConnectome.load(sink, ROWS, CONTACTS);
    }
  }

  private static void agglomerate(GraphDatabaseService database) {
    new Agglomeration(database, StopCheck.NEVER).run(AgglomerationOptions.minContinuity(0.9));
  }

  /* What still waits to write what it holds has the store open for a moment more. */
  private GraphStore reopen() throws InterruptedException {
    long end = System.currentTimeMillis() + WAIT_MILLIS;
    while (true) {
      try {
        return GraphStore.open(home);
      } catch (GraphException busy) {
        if (System.currentTimeMillis() > end) {
          throw busy;
        }
        Thread.sleep(100);
      }
    }
  }

  private static void assertWhole(GraphDatabaseService database) {
    assertThat(segments(database)).isEqualTo(SEGMENTS);
    try (Transaction tx = database.beginTx();
        var contacts = tx.execute("MATCH ()-[c:CONTACT]->() RETURN count(c) AS n")) {
      assertThat(contacts.next()).containsEntry("n", (long) CONTACTS.size());
    }
  }

  private static long segments(GraphDatabaseService database) {
    try (Transaction tx = database.beginTx();
        var nodes = tx.findNodes(GraphSchema.SEGMENT)) {
      return nodes.stream().count();
    }
  }

  private static void assertOneLine(ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOf(GraphException.class)
        .message()
        .startsWith("The disk is full")
        .contains("free some space")
        .doesNotContain("\n");
  }
}
