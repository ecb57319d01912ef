package org.connectarium.app.bench;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.edit.History;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.store.GraphStore;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// Look-ups of past states after many decisions: as many [RandomEdits] as
/// `-Dconnectarium.bench.decisions=N` says, of a graph with one giant agglomerate that most of them
/// touch, made once; then questions about random decisions, each in a transaction of its own.
final class HistoryWorkload implements Workload {
  private static final int DECISIONS = Integer.getInteger("connectarium.bench.decisions", 2_000);
  private static final int LOOK_UPS = 500;
  private static final int WHOLE_LOOK_UPS = 5;
  private static final int APART = 100;
  private static final int SMALL = 500;

  private final LoadedGraph loaded;
  private final SyntheticGraph graph;
  private final Latencies making = new Latencies();
  private Latencies latencies = new Latencies();
  private ZonedDateTime begin = ZonedDateTime.now(ZoneOffset.UTC);
  private ZonedDateTime end = begin;
  private long decisions;
  private long seed = 1;

  HistoryWorkload(Setting setting) {
    loaded = new LoadedGraph(setting);
    graph = loaded.graph();
  }

  @Override
  public String what() {
    return String.format(
        Locale.ROOT, "look-ups after %,d decisions among %s", decisions, loaded.what());
  }

  @Override
  public String unit() {
    return "call";
  }

  @Override
  public long units() {
    return latencies.calls();
  }

  @Override
  public Floor floor() {
    return new Floor(
        5_000, 1, "5 µs for ten steps through the page cache, as 5,000 bytes at 1 GB/s");
  }

  @Override
  public void prepare() {
    if (loaded.agglomerate().isPresent()) {
      try (GraphStore store = loaded.open()) {
        begin = ZonedDateTime.now(ZoneOffset.UTC);
        RandomEdits edits = new RandomEdits(store, graph, new Random(0), making);
        for (int round = 0; round < DECISIONS && edits.decisions() < DECISIONS; round++) {
          edits.round();
        }
        decisions = edits.decisions();
        end = ZonedDateTime.now(ZoneOffset.UTC);
      }
    }
    latencies = new Latencies();
    seed++;
  }

  @Override
  public void run() {
    Random random = new Random(seed);
    try (GraphStore store = loaded.open()) {
      for (int i = 0; i < LOOK_UPS; i++) {
        single(store, random);
      }
      for (int i = 0; i < WHOLE_LOOK_UPS; i++) {
        whole(store, random);
      }
    }
  }

  private void single(GraphStore store, Random random) {
    long segment = graph.segmentId(random.nextLong(graph.segments()));
    long at = random.nextLong(decisions + 1);
    ask(store, "asOf", history -> history.agglomerate(segment, at));
    ZonedDateTime time =
        begin.plusNanos((long) (random.nextDouble() * Duration.between(begin, end).toNanos()));
    ask(store, "decisionAt", history -> history.decisionAt(time));
    long from = random.nextLong(Math.max(1, decisions - APART));
    long to = Math.min(decisions, from + APART);
    ask(store, "diff of 100 decisions", history -> history.difference(from, to));
    long small = agglomerate(store, random, size -> size <= SMALL);
    ask(store, "members of a small one", history -> history.members(small));
  }

  private void whole(GraphStore store, Random random) {
    long giant = agglomerate(store, random, size -> size > graph.segments() / 4);
    ask(store, "members of the giant", history -> history.members(giant));
    ask(store, "history of the giant", history -> history.lineage(giant));
    long at = random.nextLong(decisions + 1);
    ask(store, "membership of all", history -> history.membership(at, StopCheck.NEVER));
  }

  /* One of such a size, by trying segments at random. */
  private long agglomerate(GraphStore store, Random random, LongPredicate size) {
    try (Transaction tx = store.database().beginTx()) {
      while (true) {
        long id = graph.segmentId(random.nextLong(graph.segments()));
        Node top = Ancestry.top(tx.findNode(GraphSchema.SEGMENT, "id", id));
        if (size.test(EditKind.size(top))) {
          return (long) top.getProperty("id");
        }
      }
    }
  }

  private <T> void ask(GraphStore store, String name, Function<History, T> question) {
    latencies.time(
        name,
        () -> {
          try (Transaction tx = store.database().beginTx();
              History history = new History(tx)) {
            return question.apply(history);
          }
        });
  }

  @Override
  public String found() {
    return latencies + "; the decisions before: " + making;
  }
}
