package org.connectarium.app.connectome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.connectarium.graph.connectome.SizeMeasure;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingReaderTest {
  @TempDir Path folder;

  @Test
  void readsWhatAColumnIsAndHowItsCodesRead() throws IOException {
    Mapping mapping =
        read(
            """
            name: tiny
            synapses:
              file: s.tsv
              missing: ["-1", NA]
              pre: axon
              post: [d1, d2]
              preClass: {column: type, missing: "9", values: {0: excitatory, 1: inhibitory}}
              asiUm2: {column: area_nm2, scale: 1e-6}
            policy: {selfConnection: skip}
            """);
    Mapping.Synapses synapses = mapping.synapses().orElseThrow();
    assertThat(synapses.table().file()).isEqualTo(folder.resolve("s.tsv"));
    assertThat(synapses.table().layout().separator()).isEqualTo('\t');
    assertThat(synapses.post()).extracting(Column::name).containsExactly("d1", "d2");
    assertThat(synapses.pre().missing()).isEqualTo(Set.of("-1", "NA"));
    assertThat(synapses.preClass().orElseThrow().missing()).isEqualTo(Set.of("9"));
    assertThat(synapses.preClass().orElseThrow().values()).containsEntry("1", "inhibitory");
    assertThat(synapses.sizes().get(SizeMeasure.ASI_UM2))
        .isEqualTo(
            new Column(
                "asiUm2",
                "area_nm2",
                Set.of("-1", "NA"),
                Map.of(),
                new Column.Change(1e-6, 0, "")));
    assertThat(mapping.policies()).containsEntry(Problem.SELF_CONNECTION, Policy.SKIP);
    assertThat(mapping.ids()).isEqualTo(IdKind.INTEGER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "conections: {file: a.csv} | unknown key \"conections\"; did you mean \"connections\"?",
        "connections: {file: a.csv, pre: a} | connections.post is missing",
        "connections: {file: a.csv, pre: a, post: b, wieght: c} | unknown key",
        "connections: {file: a.csv, pre: a, post: b, spineVolumeUm3: c} | unknown key",
        "connections: {file: a.csv, pre: a, post: b, separator: x} | must be comma, tab or semicolon",
        "ids: float | must be integer or text",
        "policy: {selfConection: keep} | did you mean \"selfConnection\"?",
        "policy: {duplicateId: keep} | policy.duplicateId cannot be \"keep\"",
        "title: nothing | synapses is missing",
      })
  void whatIsWrongIsNamedWithItsLine(String line, String message) {
    assertThatThrownBy(() -> read("name: tiny\n" + line + "\n"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("mapping.yaml:")
        .hasMessageContaining(message);
  }

  @Test
  void synapsesAndConnectionsExcludeEachOther() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    name: tiny
                    synapses: {file: s.csv, pre: a, post: b}
                    connections: {file: c.csv, pre: a, post: b}
                    """))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("give one of both");
  }

  private Mapping read(String yaml) throws IOException {
    Path file = folder.resolve("mapping.yaml");
    Files.writeString(file, yaml);
    return new MappingReader(folder).read(file);
  }
}
