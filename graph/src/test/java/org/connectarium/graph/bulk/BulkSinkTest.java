package org.connectarium.graph.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectarium.graph.TinyConnectome.RUN;
import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.id;
import static org.connectarium.graph.TinyConnectome.segments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.NeoCheck;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.TinyScores;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.SinkContract;
import org.connectarium.graph.store.GraphStore;
import org.connectarium.graph.store.StoreOptions;
import org.junit.jupiter.api.Test;

class BulkSinkTest extends SinkContract {
  private Path home() {
    return folder.resolve("bulk");
  }

  @Override
  protected GraphSink open() {
    return BulkSink.create(home(), StoreOptions.DEFAULT, new BulkSize(100, 500));
  }

  @Override
  protected List<String> dump() {
    return dump(home());
  }

  @Override
  protected void later(Consumer<GraphSink> work) {
    try (GraphStore store = GraphStore.open(home());
        GraphSink sink = GraphSink.embedded(store.database())) {
      work.accept(sink);
    }
  }

  @Test
  void scoresComeWithRowsOnly() {
    try (GraphSink sink = open()) {
      sink.run(RUN);
      sink.segments("s", RUN.id(), segments(1));
      assertThatThrownBy(
              () ->
                  TinyScores.add(
                      sink, segments(1), List.of(), TinyScores.random(TinyScores.TYPES, 1, 1)))
          .isInstanceOf(GraphException.class)
          .hasMessage(
              "A graph that is made in bulk gets scores with its rows; add those of the type model"
                  + " typeem when it is finished");
    }
  }

  @Test
  void sizesCountRecordsOfFourSlots() {
    // 27 slots and 4 are eight records, 16 and 3 are five, of 41 bytes
    long empty = new BulkSize(0, 0).storeBytes();
    assertThat(new BulkSize(1, 0).storeBytes() - empty).isEqualTo(7 * 41 + 75);
    assertThat(new BulkSize(1, 0, 4, 3).storeBytes() - empty).isEqualTo(8 * 41 + 75);
    assertThat(new BulkSize(0, 1).storeBytes() - empty).isEqualTo(4 * 41 + 34);
    assertThat(new BulkSize(0, 1, 4, 3).storeBytes() - empty).isEqualTo(5 * 41 + 34);
  }

  @Test
  void nothingIsThereUnlessItWasFinished() {
    try (GraphSink sink = open()) {
      sink.run(RUN);
      sink.segments("s", RUN.id(), segments(5_000));
      sink.contacts("c", RUN.id(), TinyConnectome.randomContacts(5_000, 3, 1));
      assertThat(sink.isLoaded("s")).isFalse();
      assertThat(GraphStore.exists(home())).isFalse();
    }
    assertThat(home()).isEmptyDirectory();
  }

  @Test
  void badRowsLeaveNothingAndTheLoadCannotBeFinished() {
    try (GraphSink sink = open()) {
      sink.run(RUN);
      sink.segments("s", RUN.id(), segments(5));
      assertThatThrownBy(() -> sink.contacts("c", RUN.id(), List.of(contact(1, 9, 0.5))))
          .hasMessageContaining("Segment " + id(9));
      assertThatThrownBy(sink::finish)
          .isInstanceOf(GraphException.class)
          .hasMessageContaining("met bad rows");
    }
    assertThat(home()).isEmptyDirectory();
  }

  @Test
  void segmentsAfterContactsAreRefused() {
    try (GraphSink sink = open()) {
      sink.run(RUN);
      sink.segments("s", RUN.id(), segments(5));
      sink.contacts("c", RUN.id(), List.of(contact(1, 2, 0.5)));
      assertThatThrownBy(() -> sink.segments("t", RUN.id(), segments(5)))
          .hasMessageContaining("all segments must come before the first contact");
    }
  }

  @Test
  void neitherAStoreNorAnotherLoadIsOverwritten() {
    try (GraphSink sink = open()) {
      assertThatThrownBy(this::open).hasMessageContaining("is open in another process");
      assertThatThrownBy(() -> GraphStore.open(home()))
          .hasMessageContaining("is open in another process");
      sink.run(RUN);
      sink.segments("s", RUN.id(), segments(5));
      sink.finish();
    }
    assertThatThrownBy(this::open).hasMessageContaining("There is a graph in " + home());
    assertThat(dump()).anyMatch(line -> line.contains("[Segment]"));
  }

  @Test
  void whatAKilledLoadLeftIsRemoved() throws Exception {
    Files.createDirectories(home().resolve("data/databases/neo4j"));
    Files.writeString(home().resolve("data/databases/neo4j/neostore"), "half");
    Files.createFile(home().resolve(".making"));
    assertThat(GraphStore.exists(home())).isFalse();
    try (GraphSink sink = open()) {
      sink.run(RUN);
      sink.segments("s", RUN.id(), segments(5));
      sink.finish();
    }
    assertThat(dump()).filteredOn(line -> line.contains("[Segment]")).hasSize(5);
  }

  @Test
  void aDiskThatIsTooSmallIsSaidBeforeTheWork() {
    BulkSize huge = new BulkSize(1L << 40, 1L << 42);
    assertThatThrownBy(() -> BulkSink.create(home(), StoreOptions.DEFAULT, huge))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("free some space and run the same command again");
    assertThat(home()).isEmptyDirectory();
  }

  @Test
  void theStoreCanBeWorkedOn() {
    try (GraphSink sink = open()) {
      sink.run(RUN);
      sink.segments("s", RUN.id(), segments(4));
      sink.contacts("c", RUN.id(), List.of(contact(1, 2, 0.99), contact(3, 4, 0.99)));
      sink.finish();
    }
    try (GraphStore store = GraphStore.open(home());
        GraphSink sink = GraphSink.embedded(store.database())) {
      assertThat(sink.isLoaded("s")).isTrue();
      sink.contacts("d", RUN.id(), List.of(contact(2, 3, 0.99)));
      var result =
          new Agglomeration(store.database(), StopCheck.NEVER).run(AgglomerationOptions.DEFAULT);
      assertThat(result.agglomerates()).isOne();
      sink.clearSegmentation();
    }
    assertThat(dump()).noneMatch(line -> line.contains("[Segment]"));
  }

  @Test
  void neo4jsOwnCheckFindsNothingWrong() throws Exception {
    try (GraphSink sink = open()) {
      sink.run(RUN);
      sink.segments("s", RUN.id(), segments(500));
      sink.contacts("c", RUN.id(), TinyConnectome.randomContacts(500, 6, 1));
      sink.finish();
    }
    NeoCheck.assertConsistent(home(), folder);
  }
}
