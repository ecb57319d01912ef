package org.connectarium.analysis.neurons.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.edit.EditNote;
import org.connectarium.graph.edit.Edits;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.score.ScoreModel;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.graph.sink.ScoreColumns;
import org.connectarium.graph.sink.ScoresRow;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/// An axon of segments 1–12 in a row, 1 µm apart, onto the spine heads 21–32 of the dendrite 41–52
/// that runs beside it; a second axon, 61, makes one synapse on the trunk.
class NeuronProceduresTest {
  private static final int SPINES = 12;
  private static final RunRow RUN =
      new RunRow("run", "segment", "0", "{}", "", "2026-01-01T00:00:00Z", "", 0);
  private static final ScoreModel SYNAPSE = new ScoreModel(ScoreKind.SYNAPSE, "synem");
  private static final ScoreModel TYPE = new ScoreModel(ScoreKind.TYPE, "typeem");

  @TempDir static Path home;
  private static GraphStore store;

  private static long id(int number) {
    return SegmentId.pack(0, 0, 0, number);
  }

  private static SegmentRow segment(int number, double xNm, double yNm) {
    return new SegmentRow(
        id(number),
        1000,
        xNm,
        yNm,
        0,
        xNm,
        yNm,
        0,
        new SegmentRow.Bounds(0, 0, 0, 10, 10, 10),
        new SegmentRow.Covariance(1, 0, 0, 1, 0, 1),
        new SegmentRow.Shape(20, new SegmentRow.Axis(1, 0, 0), new SegmentRow.Deviations(9, 8, 7)));
  }

  private static ContactRow contact(int low, int high, double xNm, double continuity) {
    return new ContactRow(
        id(low),
        id(high),
        0,
        0.1,
        50,
        xNm,
        0,
        0,
        new ContactRow.Normal(1, 0, 0),
        false,
        0,
        new ContactRow.Spread(0, 0, 0, 0, 0, 0),
        (float) continuity);
  }

  @BeforeAll
  static void open() {
    store = GraphStore.open(home);
    List<SegmentRow> segments = new ArrayList<>();
    List<ContactRow> contacts = new ArrayList<>();
    List<Float> synapse = new ArrayList<>();
    List<Float> head = new ArrayList<>();
    for (int i = 0; i < SPINES; i++) {
      segments.add(segment(1 + i, 1000.0 * i, 0));
      head.add(0f);
    }
    for (int i = 0; i < SPINES; i++) {
      segments.add(segment(21 + i, 1000.0 * i, 500));
      head.add(1f);
    }
    for (int i = 0; i < SPINES; i++) {
      segments.add(segment(41 + i, 1000.0 * i, 1000));
      head.add(0f);
    }
    segments.add(segment(61, 0, 1500));
    head.add(0f);
    for (int i = 0; i < SPINES; i++) {
      if (i + 1 < SPINES) {
        contacts.add(contact(1 + i, 2 + i, 1000.0 * i + 500, 1));
        synapse.add(0f);
        contacts.add(contact(41 + i, 42 + i, 1000.0 * i + 500, 1));
        synapse.add(0f);
      }
      contacts.add(contact(1 + i, 21 + i, 1000.0 * i, 0.1));
      synapse.add(0.9f);
      contacts.add(contact(21 + i, 41 + i, 1000.0 * i, 1));
      synapse.add(0f);
    }
    contacts.add(contact(41, 61, 0, 0.1));
    synapse.add(0f);
    try (GraphSink sink = GraphSink.embedded(store.database())) {
      sink.run(RUN);
      sink.beginScores(new ScoresRow(SYNAPSE, RUN.id()));
      sink.beginScores(new ScoresRow(TYPE, RUN.id()));
      float[] none = new float[segments.size()];
      sink.segments(
          "s", RUN.id(), segments, List.of(ScoreColumns.of(TYPE, none, none, floats(head), none)));
      float[] reverse = new float[contacts.size()];
      reverse[contacts.size() - 1] = 0.8f;
      sink.contacts(
          "c", RUN.id(), contacts, List.of(ScoreColumns.of(SYNAPSE, floats(synapse), reverse)));
      sink.completeScores(SYNAPSE);
      sink.completeScores(TYPE);
    }
    new Agglomeration(store.database(), StopCheck.NEVER)
        .run(AgglomerationOptions.minContinuity(0.9));
    ask("CALL connectome.synapses.assemble('own')");
  }

  private static float[] floats(List<Float> list) {
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i);
    }
    return values;
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void measuresAndClassifiesAndForgetsAfterAnEdit() {
    assertThat(
            ask(
                "CALL connectome.neurons.classify('own', {voxelSizeNm: [100, 100, 100]})"
                    + " YIELD neuronClass, axons, neurons, sends, receives, spines"))
        .containsExactly(
            row("otherAxon", true, 1, 0, 0),
            row("otherDendrite", false, 0, 13, 12),
            row("thalamocortical", true, 12, 0, 0));
    Map<String, Object> axon = neuron(1);
    assertThat((double) Objects.requireNonNull(axon.get("pathUm"))).isCloseTo(11, within(1e-9));
    assertThat(axon)
        .containsEntry("class", "thalamocortical")
        .containsEntry("primarySpineShare", 1.0)
        .as("synapses 1 µm apart: pairs, then pairs of pairs with a mean of 2 µm")
        .containsEntry("boutons", 3L);
    Map<String, Object> dendrite = neuron(41);
    assertThat((double) Objects.requireNonNull(dendrite.get("spinesPerUm")))
        .as("12 heads on 11 µm of trunk")
        .isCloseTo(12 / 11.0, within(1e-9));
    assertThat(ask("CALL connectome.network.summary('own') YIELD neurons, edges, weight"))
        .containsExactly(Map.of("neurons", 3L, "edges", 2L, "weight", 13.0));
    assertThat(
            ask(
                "CALL connectome.network.matrix('own') YIELD preClass, postClass, weight"
                    + " WHERE weight > 0 RETURN preClass, postClass, weight"))
        .containsExactlyInAnyOrder(
            Map.of("preClass", "thalamocortical", "postClass", "otherDendrite", "weight", 12.0),
            Map.of("preClass", "otherAxon", "postClass", "otherDendrite", "weight", 1.0));
    new Edits(store.database(), StopCheck.NEVER).merge(id(1), id(61), EditNote.NONE);
    assertThat(neuron(1)).doesNotContainKeys("class", "pathUm", "boutons", "primarySpineShare");
    assertThat(neuron(41)).doesNotContainKeys("class", "spinesPerUm");
    assertThat(ask("CALL connectome.neurons.classify('own') YIELD neuronClass, sends"))
        .as("the synapse on the trunk lies at one on a head, and is one with it now")
        .containsExactly(
            Map.of("neuronClass", "excitatory", "sends", 12L),
            Map.of("neuronClass", "otherDendrite", "sends", 0L));
  }

  @Test
  void everyCypherFileAnswersWithTheColumnsOfItsHead() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of("..", "cypher", "neurons"))) {
      files = all.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(2);
    for (Path file : files) {
      String text = Files.readString(file);
      try (Transaction tx = store.database().beginTx();
          var result =
              tx.execute(text, Map.of("dataset", "own", "voxelSizeNm", List.of(10, 10, 10)))) {
        assertThat(text).contains("// Columns: " + String.join(", ", result.columns()) + "\n");
        assertThat(result.hasNext()).as("%s has an answer", file).isTrue();
      }
    }
  }

  @Test
  void badInputIsNamed() {
    assertThatThrownBy(() -> ask("CALL connectome.neurons.classify('none')"))
        .rootCause()
        .hasMessageContaining("No data set \"none\"; there is own");
    assertThatThrownBy(() -> ask("CALL connectome.neurons.classify('own', {voxelSizeNm: [1]})"))
        .rootCause()
        .hasMessageContaining("must be [x, y, z] in nm");
    assertThatThrownBy(() -> ask("CALL connectome.neurons.classify('own', {boutonUm: 1})"))
        .rootCause()
        .hasMessageContaining("did you mean \"boutonNm\"?");
  }

  private static Map<String, Object> row(
      String neuronClass, boolean axons, long sends, long receives, long spines) {
    return Map.of(
        "neuronClass", neuronClass,
        "axons", axons,
        "neurons", 1L,
        "sends", sends,
        "receives", receives,
        "spines", spines);
  }

  @SuppressWarnings("unchecked") // properties of a node
  private static Map<String, Object> neuron(int segment) {
    return (Map<String, Object>)
        Objects.requireNonNull(
            ask("MATCH (:Segment {id: "
                    + id(segment)
                    + "})-[:PART_OF*]->(n:Neuron) RETURN properties(n) AS p")
                .getFirst()
                .get("p"));
  }

  private static List<Map<String, Object>> ask(String query) {
    try (Transaction tx = store.database().beginTx();
        var result = tx.execute(query)) {
      List<Map<String, Object>> rows = result.stream().toList();
      tx.commit();
      return rows;
    }
  }
}
