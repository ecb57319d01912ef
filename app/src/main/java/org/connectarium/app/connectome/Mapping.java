package org.connectarium.app.connectome;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.connectarium.graph.connectome.ConnectomeRow;
import org.connectarium.graph.connectome.SizeMeasure;

/// Which column of which table is what: a mapping file.
///
/// @param neurons tables of neurons: one, or axons and dendrites apart
record Mapping(
    ConnectomeRow about,
    IdKind ids,
    Map<Problem, Policy> policies,
    List<Neurons> neurons,
    Optional<Synapses> synapses,
    Optional<Connections> connections,
    Optional<Connections> gapJunctions,
    Optional<Skeletons> skeletons) {

  /// x, y, z; their scale brings them to nm.
  record Position(Column x, Column y, Column z) {}

  /// A table with a row for each neuron.
  record Neurons(
      TableFile table,
      Column id,
      Optional<Column> name,
      Optional<Column> neuronClass,
      Optional<Column> type,
      Optional<Column> side,
      Optional<Position> position,
      List<Column> extra) {}

  /// A table with a row for each synapse.
  record Synapses(
      TableFile table,
      Optional<Column> id,
      IdKind ids,
      Column pre,
      List<Column> post,
      Optional<Column> preClass,
      Optional<Column> postClass,
      Optional<Column> kind,
      Optional<Column> p,
      Optional<Position> position,
      Map<SizeMeasure, Column> sizes,
      List<Column> extra) {}

  /// A table with a row for each connection, or each gap junction.
  record Connections(
      TableFile table,
      Column pre,
      Column post,
      Optional<Column> count,
      Map<SizeMeasure, Column> sizes) {}

  /// A folder of SWC files, each named by the id of its neuron.
  ///
  /// @param unitNm what a 1 in them is
  record Skeletons(Path folder, double unitNm) {}
}
