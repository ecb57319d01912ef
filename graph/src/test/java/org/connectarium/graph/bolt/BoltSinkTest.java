package org.connectarium.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectarium.graph.TinyConnectome.RUN;
import static org.connectarium.graph.TinyConnectome.contact;
import static org.connectarium.graph.TinyConnectome.segments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.connectarium.graph.CanonicalDump;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.SinkContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.Transaction;

class BoltSinkTest extends SinkContract {
  private static final String SEND =
      "CALL connectome.load.contacts('c', $run, 2, $begin, $rows) YIELD loaded RETURN loaded";

  @RegisterExtension private static final BoltServer SERVER = new BoltServer();

  private final List<BoltGraph> connected = new ArrayList<>();

  @AfterEach
  void disconnect() {
    connected.forEach(BoltGraph::close);
  }

  @Override
  protected GraphSink open() {
    connected.add(SERVER.connect());
    return connected.getLast().sink();
  }

  @Override
  protected List<String> dump() {
    return CanonicalDump.of(SERVER.database());
  }

  @Override
  protected void later(Consumer<GraphSink> work) {
    try (GraphSink sink = open()) {
      work.accept(sink);
    }
  }

  @Test
  void goesOnWhereAnotherStopped() {
    List<String> whole;
    try (GraphSink sink = open()) {
      sink.run(RUN);
      sink.segments("s", RUN.id(), segments(12_000));
      whole = dump();
      sink.clearSegmentation();
    }
    try (GraphSink sink = open()) { // the first part alone, as after a kill
      SERVER.execute(
          "CALL connectome.load.segments('s', $run, 12000, 0, $rows) YIELD loaded RETURN loaded",
          Map.of(
              "run",
              RUN.id(),
              "rows",
              segments(7).stream().map(row -> RowMap.of(row).values()).toList()));
      assertThat(sink.isLoaded("s")).isFalse();
      sink.segments("s", RUN.id(), segments(12_000));
      assertThat(sink.isLoaded("s")).isTrue();
    }
    assertThat(dump().equals(whole)).isTrue();
  }

  @Test
  void completesAnInterruptedClearingWhenOpened() {
    try (GraphSink sink = open()) {
      TinyConnectome.load(sink, segments(20), List.of());
    }
    SERVER.execute("MATCH (s:Store) SET s.clearing = true", Map.of());
    open().close();
    assertThat(dump()).noneMatch(line -> line.contains("[Segment]") || line.contains("clearing"));
  }

  @Test
  void refusesToClearUnderDecisionsOfPeople() {
    try (GraphSink sink = open()) {
      TinyConnectome.load(sink, segments(2), List.of());
      SERVER.execute("CREATE (:Decision)", Map.of());
      assertThatThrownBy(sink::clearSegmentation).hasMessageContaining("decisions of people");
    }
    assertThat(dump()).filteredOn(line -> line.contains("[Segment]")).hasSize(2);
  }

  @Test
  void refusesAGraphOfAnotherVersion() {
    open().close();
    SERVER.execute("MATCH (s:Store) SET s.schemaVersion = 99", Map.of());
    assertThatThrownBy(this::open)
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("has schema 99 and this program writes");
  }

  @Test
  void aRowThatLacksSomethingIsOneLine() {
    open().close();
    assertThatThrownBy(
            () ->
                SERVER.execute(
                    "CALL connectome.load.segments('s', 'r', 1, 0, [{id: 5}]) YIELD loaded"
                        + " RETURN loaded",
                    Map.of()))
        .hasMessageContaining("A row needs a List \"bboxVoxels\" but has null");
  }

  @Test
  void aDatabaseOfSomethingElseIsLeftAlone() {
    SERVER.execute("CREATE (:Movie {title: 'The Matrix'})", Map.of());
    assertThatThrownBy(this::open)
        .isInstanceOf(GraphException.class)
        .hasMessageEndingWith("holds data that are not of Connectarium; use an empty one");
    assertThat(dump()).filteredOn(line -> !line.startsWith("INDEX")).hasSize(1);
  }

  @Test
  void aPartThatComesAgainWhileTheFirstIsAtWorkIsWrittenOnce() throws Exception {
    try (GraphSink sink = open()) {
      TinyConnectome.load(sink, segments(3), List.of());
    }
    SERVER.execute(SEND, part(0, contact(1, 2, 0.5)));
    Map<String, Object> part = part(1, contact(2, 3, 0.5));
    try (var executor = Executors.newSingleThreadExecutor();
        Transaction first = SERVER.database().beginTx()) {
      first.execute(SEND, part).resultAsString();
      Future<?> again = executor.submit(() -> SERVER.execute(SEND, part));
      while (!SERVER.isAnyBlocked()) {
        Thread.onSpinWait();
      }
      first.commit();
      again.get();
    }
    assertThat(dump()).filteredOn(line -> line.startsWith("CONTACT")).hasSize(2);
  }

  private static Map<String, Object> part(int begin, ContactRow row) {
    return Map.of("run", RUN.id(), "begin", begin, "rows", List.of(RowMap.of(row).values()));
  }
}
