package org.connectarium.graph.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.id;
import static org.connectarium.graph.TinyConnectome.segments;

import java.nio.file.Path;
import java.util.List;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.score.ScoreChoice;
import org.connectarium.graph.score.ScoreRegistry;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

class ColumnsReaderTest {
  @TempDir Path home;

  @Test
  void readsWhatTheSinkWroteInOrderOfIds() {
    try (GraphStore store = GraphStore.open(home);
        GraphSink sink = GraphSink.embedded(store.database())) {
      TinyConnectome.load(
          sink,
          segments(3).reversed(),
          List.of(contact(1, 3, 0, 77, false, 0.25), contact(2, 3, 0, 9, true, 0.5)));
      store
          .database()
          .executeTransactionally(
              "MATCH (s:Segment {voxels: 200}) SET s.pAxon = 0.75, s.pGlia = 1");
      Columns columns;
      try (Transaction tx = store.database().beginTx()) {
        var properties = ColumnProperties.of(new ScoreRegistry(tx), ScoreChoice.PLAIN);
        columns = ColumnsReader.read(tx, properties, () -> {});
      }
      SegmentColumns segments = columns.segments();
      assertThat(segments.ids()).containsExactly(id(1), id(2), id(3));
      assertThat(segments.voxels()).containsExactly(100, 200, 300);
      assertThat(segments.centroidNm()).containsExactly(100, 50, 25, 200, 50, 25, 300, 50, 25);
      assertThat(segments.covarianceNm2()).startsWith(100, 1, 2, 90, 3, 80, 100).hasSize(18);
      assertThat(segments.bboxVoxels()).startsWith(1, 0, 0, 11, 10, 10, 2).hasSize(18);
      assertThat(segments.trait(Trait.AXON)).containsExactly(0, 0.75f, 0);
      assertThat(segments.known()).containsExactlyInAnyOrder(Trait.AXON, Trait.GLIA);
      ContactColumns contacts = columns.contacts();
      assertThat(contacts.from()).containsExactly(0, 1);
      assertThat(contacts.to()).containsExactly(2, 2);
      assertThat(contacts.continuity()).containsExactly(0.25f, 1); // faces are sure
      assertThat(contacts.voxels()).containsExactly(77, 9);
      assertThat(contacts.face()).containsExactly(false, true);
      assertThat(contacts.positionNm()).containsExactly(200, 50, 25, 250, 50, 25);
    }
  }

  @Test
  void theDigestSeesValuesAndNotTheOrderOfContacts() {
    String digest = tiny(0.5).columns().digest();
    assertThat(tiny(0.5).shuffled(3).columns().digest()).isEqualTo(digest);
    assertThat(tiny(0.6).columns().digest()).isNotEqualTo(digest);
    assertThat(tiny(0.5).trait(Trait.MYELIN, 0.1).columns().digest()).isNotEqualTo(digest);
    assertThat(tiny(0.5).place(0, 10, 0, 0, 1).columns().digest()).isNotEqualTo(digest);
  }

  private static TinyColumns tiny(double p) {
    return new TinyColumns(4).contact(0, 1, p).contact(1, 2, 0.1).contact(0, 3, 0.2).face(2, 3);
  }
}
