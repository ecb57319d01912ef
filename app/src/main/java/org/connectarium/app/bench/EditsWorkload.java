package org.connectarium.app.bench;

import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.connectarium.graph.agglomerate.AgglomerationResult;
import org.connectarium.graph.edit.History;
import org.connectarium.graph.store.GraphStore;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;

/// Edits of a graph as [GraphWorkload] loads it, agglomerated so that most segments are in one
/// giant agglomerate and the rest in small ones: merges, splits and undos that touch the giant or
/// small ones only, one after the other, each a durable transaction; then look-ups of past states.
/// Every run goes on where the one before ended.
final class EditsWorkload implements Workload {
  private static final int ROUNDS = Integer.getInteger("connectarium.bench.rounds", 500);
  private static final String AROUND =
      "MATCH (s:Segment)-[c:CONTACT]->()"
          + " WHERE point.distance(s.position, point({x: $x, y: $y, z: $z, crs: 'cartesian-3D'})) < 1500"
          + " AND point.distance(point({x: c.x, y: c.y, z: c.z}), point({x: $x, y: $y, z: $z}))"
          + " < 1000 RETURN count(c) AS contacts, avg(c.pContinuity) AS p";

  private final LoadedGraph loaded;
  private final SyntheticGraph graph;
  private Latencies latencies = new Latencies();
  private @Nullable AgglomerationResult agglomerated;
  private long seed = 1;
  private long decisions;
  private long refused;

  EditsWorkload(Setting setting) {
    loaded = new LoadedGraph(setting);
    graph = loaded.graph();
  }

  @Override
  public String what() {
    return "merges, splits, undos and look-ups among " + loaded.what();
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
    return new Floor(500_000, 1, "0.5 ms for a bare durable commit, as 500,000 bytes at 1 GB/s");
  }

  @Override
  public void prepare() {
    loaded.agglomerate().ifPresent(made -> agglomerated = made);
    latencies = new Latencies();
    refused = 0;
    seed++;
  }

  @Override
  public void run() {
    Random random = new Random(seed);
    try (GraphStore store = loaded.open()) {
      RandomEdits edits = new RandomEdits(store, graph, random, latencies);
      for (int round = 0; round < ROUNDS; round++) {
        edits.round();
      }
      decisions = edits.decisions();
      refused = edits.refused();
      lookUp(store, random);
      lookAround(store, random);
    }
  }

  /* The contacts within 1 µm of a point, and how sure they are. */
  private void lookAround(GraphStore store, Random random) {
    for (int i = 0; i < ROUNDS; i++) {
      Map<String, Object> at =
          Map.of(
              "x", random.nextDouble() * graph.edgeNm(),
              "y", random.nextDouble() * graph.edgeNm(),
              "z", random.nextDouble() * graph.edgeNm());
      latencies.time(
          "contacts within 1 µm",
          () -> {
            try (Transaction tx = store.database().beginTx();
                var rows = tx.execute(AROUND, at)) {
              return rows.next();
            }
          });
    }
  }

  private void lookUp(GraphStore store, Random random) {
    for (int i = 0; i < ROUNDS; i++) {
      long segment = graph.segmentId(random.nextLong(graph.segments()));
      long decision = random.nextLong(decisions + 1);
      latencies.time(
          "asOf",
          () -> {
            try (Transaction tx = store.database().beginTx()) {
              return new History(tx).agglomerate(segment, decision);
            }
          });
    }
  }

  @Override
  public String found() {
    return String.format(
        Locale.ROOT,
        "%s; %,d decisions in all, %,d refused; %,d agglomerates over %,d joins in %.0f s before",
        latencies,
        decisions,
        refused,
        agglomerated == null ? 0 : agglomerated.agglomerates(),
        agglomerated == null ? 0 : agglomerated.contactsUsed(),
        agglomerated == null ? 0 : agglomerated.seconds());
  }
}
