package org.connectarium.graph.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.id;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.hierarchy.AgglomerationState;
import org.connectarium.graph.hierarchy.ChunkHierarchy;
import org.connectarium.graph.join.Joins;
import org.connectarium.graph.mincut.MinimumCut;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.store.GraphStore;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// How many segments a split reads, and that what it calls proven is the minimum.
class SplitCostTest {
  private static final int ROUNDS = 400;

  @TempDir Path home;

  @Test
  void twoLongNeuritesThatTouchAtOnePlaceArePartedThereWhateverTheirLength() {
    int[] read = new int[2];
    for (int k = 0; k < 2; k++) {
      int half = k == 0 ? 300 : 3_000;
      try (GraphStore store = GraphStore.open(home.resolve("half-" + half))) {
        load(store.database(), 4 * half, twoLadders(half), 0.6);
        CutSearch.Found found = find(store.database(), id(half - 6), id(3 * half - 6), 1_000);
        assertThat(found.proven()).isTrue();
        assertThat(found.cuts())
            .singleElement()
            .satisfies(
                cut -> assertThat(cut.strength()).isCloseTo(Math.log(7 / 3.0), within(1e-6)));
        read[k] = found.read();
      }
    }
    assertThat(read[1]).isEqualTo(read[0]).isLessThan(150);
  }

  @Test
  void aSegmentThatHangsOnAGiantIsPartedByReadingNextToNothing() {
    try (GraphStore store = GraphStore.open(home)) {
      int half = 2_000;
      List<ContactRow> contacts = new ArrayList<>(ladder(1, half));
      contacts.add(contact(half / 2, 2 * half + 1, 0.9));
      load(store.database(), 2 * half + 1, contacts, 0.6);
      CutSearch.Found found = find(store.database(), id(2 * half + 1), id(half / 2), 1_000);
      assertThat(found).extracting(CutSearch.Found::proven).isEqualTo(true);
      assertThat(found.read()).isEqualTo(2);
    }
  }

  @Test
  void whatIsProvenIsTheMinimumOfTheWhole() {
    int proven = 0;
    int open = 0;
    try (GraphStore store = GraphStore.open(home)) {
      Reef.load(store.database(), 9, 8);
      new Agglomeration(store.database(), StopCheck.NEVER)
          .run(AgglomerationOptions.minContinuity(0.66));
      Random random = new Random(21);
      List<Long> giant = List.copyOf(largest(store.database()));
      for (int round = 0; round < ROUNDS; round++) {
        long source = giant.get(random.nextInt(giant.size()));
        long sink = giant.get(random.nextInt(giant.size()));
        if (source != sink) {
          int most = 2 + random.nextInt(random.nextBoolean() ? 30 : 2_000);
          CutSearch.Found found = find(store.database(), source, sink, most);
          double cost = found.cuts().stream().mapToDouble(SplitRegion.Cut::strength).sum();
          double least = least(store.database(), source, sink);
          String what = "round %d, at most %d of %d".formatted(round, most, giant.size());
          assertThat(found.read()).as(what).isLessThanOrEqualTo(most);
          if (found.proven()) {
            assertThat(cost).as(what).isCloseTo(least, within(1e-6));
            proven++;
          } else {
            assertThat(cost).as(what).isGreaterThan(least - 1e-6);
            open++;
          }
        }
      }
    }
    assertThat(proven).isGreaterThan(ROUNDS / 4);
    assertThat(open).isGreaterThan(ROUNDS / 40);
  }

  private static CutSearch.Found find(
      GraphDatabaseService database, long source, long sink, int most) {
    SplitOptions options = new SplitOptions(List.of(source), List.of(sink), most);
    return new CutSearch(database, StopCheck.NEVER, edit -> {}, options)
        .make(EditNote.NONE, false, (edit, found, result) -> found);
  }

  /* Segments first…first + 2·length − 1 as two rows with rungs between them. */
  private static List<ContactRow> ladder(int first, int length) {
    List<ContactRow> contacts = new ArrayList<>();
    for (int i = first; i < first + length; i++) {
      contacts.add(contact(i, i + length, 0.95));
      if (i + 1 < first + length) {
        contacts.add(contact(i, i + 1, 0.9));
        contacts.add(contact(i + length, i + length + 1, 0.9));
      }
    }
    return contacts;
  }

  private static List<ContactRow> twoLadders(int half) {
    List<ContactRow> contacts = new ArrayList<>(ladder(1, half));
    contacts.addAll(ladder(2 * half + 1, half));
    contacts.add(contact(half, 3 * half, 0.7));
    return contacts;
  }

  private static void load(
      GraphDatabaseService database, int segments, List<ContactRow> contacts, double threshold) {
    try (GraphSink sink = GraphSink.embedded(database)) {
      TinyConnectome.load(sink, TinyConnectome.segments(segments), contacts);
    }
    new Agglomeration(database, StopCheck.NEVER).run(AgglomerationOptions.minContinuity(threshold));
  }

  private static Set<Long> largest(GraphDatabaseService database) {
    Map<Long, Set<Long>> groups = Invariants.groups(database);
    return groups.values().stream().reduce((a, b) -> a.size() >= b.size() ? a : b).orElseThrow();
  }

  /* The cost of the minimum cut of all segments. */
  private static double least(GraphDatabaseService database, long source, long sink) {
    MinimumCut cut = new MinimumCut();
    LongIntHashMap index = new LongIntHashMap();
    try (Transaction tx = database.beginTx();
        var segments = tx.findNodes(GraphSchema.SEGMENT)) {
      List<Node> all = segments.stream().toList();
      all.forEach(segment -> index.put(NodeId.of(segment), cut.addNode()));
      Joins joins = ChunkHierarchy.joins(tx, AgglomerationState.complete(tx));
      for (Node segment : all) {
        int a = index.get(NodeId.of(segment));
        joins.of(
            segment,
            Joins.NOW,
            (other, strength) -> {
              if (a < index.get(other)) {
                cut.addEdge(a, index.get(other), strength);
              }
            });
      }
      cut.addSource(index.get(NodeId.of(tx.findNode(GraphSchema.SEGMENT, "id", source))));
      cut.addSink(index.get(NodeId.of(tx.findNode(GraphSchema.SEGMENT, "id", sink))));
      return cut.augment();
    }
  }
}
