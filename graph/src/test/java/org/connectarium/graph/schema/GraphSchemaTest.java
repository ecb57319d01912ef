package org.connectarium.graph.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.TinyScores;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.assembly.AssemblyOptions;
import org.connectarium.graph.assembly.ConnectomeAssembly;
import org.connectarium.graph.branch.Branches;
import org.connectarium.graph.connectome.TinyTables;
import org.connectarium.graph.edit.EditNote;
import org.connectarium.graph.edit.RandomEdit;
import org.connectarium.graph.edit.Reef;
import org.connectarium.graph.mergetree.MergeTreeBuild;
import org.connectarium.graph.mergetree.MergeTreeOptions;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.score.ScoreModel;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

class GraphSchemaTest {
  private static final Path PAGE = Path.of("..", "docs", "schema.md");

  private static final Map<String, Object> LENIENT =
      Map.of("ambiguousAbove", 1, "continuityAbove", 1);

  /* What a procedure of the module analysis writes. */
  private static final Set<String> OF_ANALYSIS =
      Set.of(
          "Neuron.boutons",
          "Neuron.spines",
          "Neuron.spinesPerUm",
          "Neuron.primarySpineShare",
          "Neuron.pThalamocortical");

  @TempDir Path home;

  @Test
  void thePageHoldsEveryNameTypeAndStatementOfTheCode() throws Exception {
    List<String> page = Files.readAllLines(PAGE);
    List<String> missing = new ArrayList<>();
    for (GraphSchema.Entity entity : GraphSchema.entities()) {
      expect(page, missing, "### " + entity.name());
      expect(page, missing, entity.meaning() + ".");
      for (GraphSchema.Property p : entity.properties()) {
        expect(page, missing, "| `%s` | %s | %s |".formatted(p.name(), p.type(), p.meaning()));
      }
    }
    GraphSchema.statements().forEach(statement -> expect(page, missing, statement));
    expect(page, missing, "Schema version: %d".formatted(GraphSchema.VERSION));
    assertThat(missing).as("lines to add to docs/schema.md").isEmpty();
  }

  @Test
  void everythingStoredIsInTheCatalogueAndTheOtherWayRound() {
    Set<String> catalogue = new TreeSet<>();
    for (GraphSchema.Entity entity : GraphSchema.entities()) {
      entity.properties().forEach(p -> catalogue.add(entity.name() + "." + p.name()));
    }
    catalogue.remove("Store.clearing"); // present only while clearing
    catalogue.remove("JOINED.run"); // of steps that need probabilities of types
    catalogue.removeAll(OF_ANALYSIS);
    Set<String> stored = new TreeSet<>();
    try (GraphStore store = GraphStore.open(home)) {
      score(store, Reef.load(store.database(), 6, 1));
      new Agglomeration(store.database(), StopCheck.NEVER)
          .run(AgglomerationOptions.minContinuity(0.7));
      RandomEdit.storm(store.database(), 60, 2);
      Branches branches = new Branches(store.database(), StopCheck.NEVER);
      branches.create("what if", EditNote.NONE);
      branches.undo("what if", 60, EditNote.NONE);
      branches.takeOver("what if", EditNote.NONE);
      TinyConnectome.loadTruth(store.database());
      TinyTables.load(store.database(), "tiny");
      new ConnectomeAssembly(store.database(), () -> {}).run("own", AssemblyOptions.of(LENIENT));
      new MergeTreeBuild(store.database(), StopCheck.NEVER).run(MergeTreeOptions.DEFAULT);
      try (Transaction tx = store.database().beginTx();
          var nodes = tx.getAllNodes();
          var relationships = tx.getAllRelationships()) {
        nodes.forEach(n -> collect(n, stored));
        relationships.forEach(r -> collect(r.getType().name(), r, stored));
      }
    }
    assertThat(stored).isEqualTo(catalogue);
  }

  private static void score(GraphStore store, Reef.Rows rows) {
    try (GraphSink sink = GraphSink.embedded(store.database())) {
      for (ScoreKind kind : ScoreKind.values()) {
        for (String name : List.of("first", "second")) {
          int count = kind.isOfContacts() ? rows.contacts().size() : rows.segments().size();
          TinyScores.add(
              sink,
              rows.segments(),
              rows.contacts(),
              TinyScores.ones(new ScoreModel(kind, name), count));
        }
      }
    }
  }

  /* An agglomerate that is a neuron, too, has the properties of both. */
  private static void collect(Node node, Set<String> into) {
    if (node.hasLabel(GraphSchema.AGGLOMERATE) && node.hasLabel(GraphSchema.NEURON)) {
      Set<String> ofAgglomerates = names("Agglomerate");
      node.getPropertyKeys()
          .forEach(
              key -> into.add((ofAgglomerates.contains(key) ? "Agglomerate." : "Neuron.") + key));
    } else {
      collect(node.getLabels().iterator().next().name(), node, into);
    }
  }

  private static Set<String> names(String entity) {
    return GraphSchema.entities().stream()
        .filter(e -> e.name().equals(entity))
        .flatMap(e -> e.properties().stream())
        .map(GraphSchema.Property::name)
        .collect(Collectors.toSet());
  }

  private static void collect(String name, Entity entity, Set<String> into) {
    entity.getPropertyKeys().forEach(key -> into.add(name + "." + key.replaceAll("_.*", "_NAME")));
  }

  @Test
  void aStoreOfTheSchemaBeforeIsBroughtForward() {
    try (GraphStore store = GraphStore.open(home)) {
      store.database().executeTransactionally("MATCH (s:Store) SET s.schemaVersion = 6");
      store.database().executeTransactionally("DROP CONSTRAINT neuron_id");
      store.database().executeTransactionally("DROP CONSTRAINT synapse_id");
    }
    try (GraphStore store = GraphStore.open(home);
        Transaction tx = store.database().beginTx()) {
      assertThat(GraphSchema.version(store.database())).isEqualTo(8);
      assertThat(tx.schema().getConstraints(GraphSchema.NEURON)).hasSize(1);
      assertThat(tx.schema().getConstraints(GraphSchema.SYNAPSE)).hasSize(1);
    }
  }

  private static void expect(List<String> page, List<String> missing, String line) {
    if (!page.contains(line)) {
      missing.add(line);
    }
  }
}
