package org.connectarium.graph.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectarium.graph.TinyConnectome.id;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.connectarium.graph.TinyScores;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.branch.Branches;
import org.connectarium.graph.edit.EditNote;
import org.connectarium.graph.edit.EditResult;
import org.connectarium.graph.edit.Edits;
import org.connectarium.graph.edit.RandomEdit;
import org.connectarium.graph.edit.Reef;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.GraphDatabaseService;

/// After every edit the graph holds what assembling afresh makes.
class UpkeepStormTest {
  private static final String ASSEMBLE =
      "CALL connectome.synapses.assemble('own', {ambiguousAbove: 0.7, continuityAbove: 0.95,"
          + " headContinuityAbove: 0.4, linkNm: 150})";

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void randomEditsLeaveWhatAFreshAssemblyMakes(long seed) {
    try (GraphStore store = GraphStore.open(home)) {
      GraphDatabaseService database = store.database();
      load(database, seed);
      Random random = new Random(seed);
      for (int made = 0; made < 60; made += 5) {
        RandomEdit.storm(database, 5, made, random);
        List<String> followed = AssembledDump.of(database);
        SmallCortex.call(database, ASSEMBLE);
        assertThat(AssembledDump.difference(followed, AssembledDump.of(database)))
            .as("seed %d after %d decisions", seed, made + 5)
            .isEmpty();
      }
      assertThat(SmallCortex.call(database, "MATCH (s:Synapse) RETURN DISTINCT s.kind AS kind"))
          .hasSize(4);
    }
  }

  private static void load(GraphDatabaseService database, long seed) {
    Reef.Rows rows = Reef.load(database, 6, seed);
    database.executeTransactionally("MATCH ()-[c:CONTACT]->() SET c.x = 10.0 * c.voxels");
    database.executeTransactionally(
        "MATCH (s:Segment) WHERE s.voxels % 60 = 0 SET s.nucleus = 0.9");
    try (GraphSink sink = GraphSink.embedded(database)) {
      TinyScores.add(
          sink,
          rows.segments(),
          rows.contacts(),
          TinyScores.random(TinyScores.SYNAPSES, rows.contacts().size(), seed));
      TinyScores.add(
          sink,
          rows.segments(),
          rows.contacts(),
          TinyScores.random(TinyScores.TYPES, rows.segments().size(), seed));
    }
    new Agglomeration(database, StopCheck.NEVER).run(AgglomerationOptions.minContinuity(0.75));
    SmallCortex.call(database, ASSEMBLE);
  }

  @Test
  void mergingTwoAxonsOnOneHeadMakesOneSynapseAndUndoingItTwo() {
    try (GraphStore store = GraphStore.open(home)) {
      GraphDatabaseService database = store.database();
      SmallCortex.load(database, true);
      SmallCortex.call(database, "CALL connectome.synapses.assemble('own')");
      List<String> before = SmallCortex.synapses(database);
      Edits edits = new Edits(database, StopCheck.NEVER);
      EditResult merged = edits.merge(id(1), id(3), EditNote.NONE);
      assertThat(SmallCortex.synapses(database))
          .containsExactly(
              "1: 1→5 shaft",
              "2: 1→10 primarySpine",
              "3: 1→10 primarySpine",
              "7: 4→10 shaft",
              "9: 6→5 shaft");
      edits.undo(merged.decision(), EditNote.NONE);
      assertThat(SmallCortex.synapses(database)).isEqualTo(before);
    }
  }

  @Test
  void partingADendriteFromItsAxonMakesSynapsesOfWhatWasWithin() {
    try (GraphStore store = GraphStore.open(home)) {
      GraphDatabaseService database = store.database();
      SmallCortex.load(database, true);
      Edits edits = new Edits(database, StopCheck.NEVER);
      EditResult merged = edits.merge(id(4), id(10), EditNote.NONE);
      SmallCortex.call(database, "CALL connectome.synapses.assemble('own')");
      assertThat(SmallCortex.synapses(database)).noneMatch(line -> line.startsWith("7:"));
      edits.undo(merged.decision(), EditNote.NONE);
      assertThat(SmallCortex.synapses(database)).contains("7: 4→10 shaft");
    }
  }

  @Test
  void aBranchThatIsLookedAtLeavesSynapsesAlone() {
    try (GraphStore store = GraphStore.open(home)) {
      GraphDatabaseService database = store.database();
      SmallCortex.load(database, true);
      SmallCortex.call(database, "CALL connectome.synapses.assemble('own')");
      List<String> before = AssembledDump.of(database);
      Branches branches = new Branches(database, StopCheck.NEVER);
      branches.create("what if", EditNote.NONE);
      SmallCortex.call(
          database, "CALL connectome.branch.merge('what if', %d, %d)".formatted(id(1), id(3)));
      SmallCortex.call(database, "CALL connectome.branch.diff('what if')");
      assertThat(AssembledDump.of(database)).isEqualTo(before);
      branches.takeOver("what if", EditNote.NONE);
      assertThat(SmallCortex.synapses(database)).hasSize(5);
    }
  }

  @Test
  void anInterruptedAssemblyIsLeftToTheNextOne() {
    try (GraphStore store = GraphStore.open(home)) {
      GraphDatabaseService database = store.database();
      SmallCortex.load(database, true);
      SmallCortex.call(database, "CALL connectome.synapses.assemble('own')");
      List<String> whole = SmallCortex.synapses(database);
      database.executeTransactionally("MATCH (c:Connectome) SET c.state = 'writing'");
      Edits edits = new Edits(database, StopCheck.NEVER);
      EditResult merged = edits.merge(id(1), id(3), EditNote.NONE);
      edits.undo(merged.decision(), EditNote.NONE);
      SmallCortex.call(database, "CALL connectome.synapses.assemble('own')");
      assertThat(SmallCortex.synapses(database)).isEqualTo(whole);
    }
  }
}
