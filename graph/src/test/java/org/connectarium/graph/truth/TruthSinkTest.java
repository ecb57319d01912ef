package org.connectarium.graph.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.connectarium.graph.TinyConnectome.RUN;
import static org.connectarium.graph.TinyConnectome.id;
import static org.connectarium.graph.TinyConnectome.skeleton;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.connectarium.graph.CanonicalDump;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.procedure.NmBox;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

class TruthSinkTest {
  private static final NmBox FIRST_TWO = new NmBox(0, 0, 0, 250, 100, 100); // centroids 100·n nm

  @TempDir static Path home;
  private static GraphStore store;
  private TruthSink sink;

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void segmentsOnly() {
    sink = new TruthSink(store.database());
    try (GraphSink segments = GraphSink.embedded(store.database())) {
      segments.clearSegmentation();
      TinyConnectome.load(segments, TinyConnectome.segments(5), List.of());
    }
  }

  @Test
  void storesACellWithAllItsVoxelsAndWhatItSharesWithSegments() {
    TinyConnectome.loadTruth(store.database());
    assertThat(
            rows(
                "MATCH (s:Segment)-[o:OVERLAPS]->(c:TruthCell {truth: 'volume', id: 9})"
                    + " RETURN s.id + ' ' + o.voxels + ' of ' + c.voxels AS it"))
        .containsExactly(id(5) + " 500 of 505");
    Overlaps all = read(reader -> reader.overlaps(Optional.empty(), Optional.empty()));
    assertThat(all.cellVoxels()).isEqualTo(360 + 241 + 505);
    assertThat(Arrays.stream(all.voxels()).sum()).isEqualTo(1101);
    Overlaps some = read(reader -> reader.overlaps(Optional.of("volume"), Optional.of(FIRST_TWO)));
    assertThat(some.segmentIds()).containsExactlyInAnyOrder(id(1), id(2));
    assertThat(some.cellVoxels()).isEqualTo(all.cellVoxels());
  }

  @Test
  void storesASkeletonAndTheSegmentsItPasses() {
    TinyConnectome.loadTruth(store.database());
    SkeletonRow whole = skeletons(Optional.empty()).getFirst();
    assertThat(whole.segmentIds()).containsExactly(id(1), id(2), 0, id(3));
    assertThat(whole.pathUm()).isCloseTo(0.3, within(1e-6));
    assertThat(
            rows(
                "MATCH (:TruthSkeleton {truth: 'skeletons', id: 7})-[p:PASSES]->(s:Segment)"
                    + " RETURN s.id + ' ' + p.nodes AS it ORDER BY it"))
        .containsExactly(id(1) + " 1", id(2) + " 1", id(3) + " 1");
  }

  @Test
  void aBoxCutsSkeletonsIntoPieces() {
    sink.skeletons("skeletons", RUN, List.of(skeleton(7, id(1), id(2), id(3)), skeleton(8, 0)));
    NmBox last = new NmBox(150, -1, -1, 1000, 1, 1);
    assertThat(skeletons(Optional.of(last)))
        .singleElement() // of 8 nothing is left
        .satisfies(
            row -> {
              assertThat(row.xNm()).containsExactly(200, 300);
              assertThat(row.parent()).containsExactly(-1, 0);
              assertThat(row.segmentIds()).containsExactly(id(2), id(3));
            });
  }

  @Test
  void storingAgainReplacesAndLeavesOthersAlone() {
    TinyConnectome.loadTruth(store.database());
    List<String> before = CanonicalDump.of(store.database());
    sink.cells("other", RUN, List.of(new OverlapRow(id(1), 7, 3)));
    TinyConnectome.loadTruth(store.database());
    sink.remove("other");
    assertThat(CanonicalDump.of(store.database())).isEqualTo(before);
  }

  @Test
  void aLargeTruthIsWrittenInSeveralTransactions() {
    List<OverlapRow> rows = new ArrayList<>();
    for (int cell = 1; cell <= 3_000; cell++) {
      for (int segment = 1; segment <= 4; segment++) {
        rows.add(new OverlapRow(id(segment), cell, segment));
      }
    }
    sink.cells("volume", RUN, rows);
    Overlaps all = read(reader -> reader.overlaps(Optional.empty(), Optional.empty()));
    assertThat(all.voxels()).hasSize(12_000);
    assertThat(rows("MATCH (c:TruthCell) RETURN DISTINCT c.voxels AS it")).containsExactly(10L);
  }

  @Test
  void clearingTheSegmentationRemovesTruth() {
    TinyConnectome.loadTruth(store.database());
    GraphSink.embedded(store.database()).clearSegmentation();
    assertThat(
            rows(
                "MATCH (n) WHERE n:Truth OR n:TruthCell OR n:TruthSkeleton OR n:Segment"
                    + " RETURN n AS it"))
        .isEmpty();
  }

  @Test
  void aSegmentThatIsNotLoadedLeavesAMarkedTruth() {
    assertThatThrownBy(() -> sink.cells("volume", RUN, List.of(new OverlapRow(id(6), 7, 3))))
        .isInstanceOf(GraphException.class)
        .hasMessage(
            "Segment "
                + id(6)
                + " of truth \"volume\" is not in the graph; load the segmentation"
                + " first");
    assertThatThrownBy(() -> read(r -> r.overlaps(Optional.empty(), Optional.empty())))
        .hasMessage("Truth \"volume\" was not written to its end; store it again");
    sink.cells("volume", RUN, List.of(new OverlapRow(id(1), 7, 3)));
    assertThat(read(r -> r.overlaps(Optional.empty(), Optional.empty())).voxels())
        .containsExactly(3);
  }

  @Test
  void saysWhichTruthsThereAre() {
    assertThatThrownBy(() -> skeletons(Optional.empty()))
        .hasMessage("The graph holds no truth made of skeletons; store one (stage evaluate)");
    TinyConnectome.loadTruth(store.database());
    assertThatThrownBy(() -> read(r -> r.overlaps(Optional.of("volum"), Optional.empty())))
        .hasMessage("No truth \"volum\" made of cells; there is volume");
    sink.cells("again", RUN, List.of(new OverlapRow(id(1), 7, 3)));
    assertThatThrownBy(() -> read(r -> r.overlaps(Optional.empty(), Optional.empty())))
        .hasMessage("Several truths are made of cells: again, volume; give the option truth");
  }

  @Test
  void readingStopsWhenAsked() {
    TinyConnectome.loadTruth(store.database());
    StopCheck stop =
        () -> {
          throw new CancellationException("enough");
        };
    try (Transaction tx = store.database().beginTx()) {
      TruthReader reader = new TruthReader(tx, stop);
      assertThatThrownBy(() -> reader.overlaps(Optional.empty(), Optional.empty()))
          .isInstanceOf(CancellationException.class);
      assertThatThrownBy(() -> reader.skeletons(Optional.empty(), Optional.empty()))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void badRowsAreRefused() {
    assertThatThrownBy(() -> new OverlapRow(id(1), 0, 5)).hasMessageContaining("cell 0");
    assertThatThrownBy(
            () ->
                new SkeletonRow(
                    7, new float[2], new float[2], new float[2], new int[] {1, -1}, new long[2]))
        .hasMessage("Skeleton 7: the parent of node 0 must be -1 or lower than 0 but was 1");
  }

  private static List<SkeletonRow> skeletons(Optional<NmBox> box) {
    return read(reader -> reader.skeletons(Optional.empty(), box));
  }

  private static <T> T read(Function<TruthReader, T> read) {
    try (Transaction tx = store.database().beginTx()) {
      return read.apply(new TruthReader(tx, StopCheck.NEVER));
    }
  }

  private static List<Object> rows(String query) {
    try (Transaction tx = store.database().beginTx();
        var result = tx.execute(query, Map.of())) {
      return result.stream().map(row -> Objects.requireNonNull(row.get("it"))).toList();
    }
  }
}
